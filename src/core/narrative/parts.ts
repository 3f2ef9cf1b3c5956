import type { Line, NumberClaim, Quantity } from './claim.ts'
import type { Meaning } from './phrases.ts'

/** Who applied, as columns of 表三; a group stands for all of its columns. */
const applicants = {
  naturalPerson: '自然人',
  legalEntity: '法人(?:或者?|和|及|以及|、)(?:其他|非法人)组织',
  'legalEntity.business': '商业企业',
  'legalEntity.researchInstitution': '科研机构',
  'legalEntity.publicInterestOrganization': '社会公益组织',
  'legalEntity.legalServiceOrganization': '法律服务机构',
} as const

/** How cases ended, as the last part of a ref of 表四. */
const results = {
  upheld: '(?:结果)?(?:予以|被)?维持',
  corrected: '(?:结果)?(?:予以|被)?纠正',
  otherResult: '其他结果',
  pending: '(?:尚)?未审结|(?:正在|尚在)审理(?:中)?|审理中',
} as const

const lead = '[、\\ue000]*(?:其中)?(?:来自|由)?'
const tail = '(?:提出|提交)?的?(?:政府信息公开)?(?:申请)?(?:共计|共|计|为|有|的)*'

/** The meaning of words before a number that is a part of what was counted just before; null for other words. */
export function partMeaning(before: string, whole: NumberClaim): Meaning | null {
  if (whole.kind === 'requests') {
    const column = named(before, applicants)
    if (!column) return null
    const meanings = whole.meanings.map(meaning => inColumn(meaning, column))
    return { kind: 'requests', meanings, needs: null }
  }
  const result = whole.kind === 'cases' ? named(before, results) : null
  if (!result) return null
  const meanings = whole.meanings.map(meaning =>
    meaning.map(term => ({ ...term, line: term.line.replace(/\.total$/, `.${result}`) as Line })),
  )
  return { kind: 'cases', meanings, needs: null }
}

function inColumn(quantity: Quantity, column: string): Quantity {
  return quantity.map(term => ({ ...term, line: `${term.line}@${column}` as Line }))
}

function named<Name extends string>(before: string, words: Readonly<Record<Name, string>>): Name | null {
  const names = Object.keys(words) as Name[]
  return names.find(name => new RegExp(`^${lead}(?:${words[name]})${tail}$`).test(before)) ?? null
}
