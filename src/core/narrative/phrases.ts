import { latestEdition } from '../editions/index.ts'
import { type Line, type NumberClaim, type Quantity, quantities, sumOf } from './claim.ts'
import type { Words } from './words.ts'

/** What the words before a number mean. */
export interface Meaning {
  readonly kind: NumberClaim['kind']
  readonly meanings: readonly Quantity[]
  /** What must be spoken of for the words to mean this; null where they mean nothing else. */
  readonly needs: 'requests' | 'outcomes' | 'cases' | null
}

const applicants = '(?:申请人|公民、法人(?:和|或|或者|及|以及|、)其他组织|社会公众|群众)?(?:提出|提交)?的?'
/** Requests by their full name. */
export const requestNoun =
  '(?:各类|各种)?(?:政府信息依申请公开|(?:政府|政务)?信息公开|公开政府信息|依申请公开(?:政府信息|信息)?)的?(?:申请|办件|事项)(?:表|书|件|事项)?|依申请公开(?:政府信息|信息|件)?'
const noun = `(?:${applicants}(?:${requestNoun}))`
const shortNoun = '(?:申请|申请件|申请事项)'
const count = '(?:总数|数量|总量)?(?:共计|共|合计|总计|计|为|有|达|达到)?'
const receive = '(?:收到|受理|接收|接到)'
const conclude = '(?:办结|答复|办复|回复|作出答复|处理完毕|办理完毕)'

/** Group heads and items of 三、本年度办理结果, by the words that reports use for them. */
const groups: readonly (readonly [string, Line])[] = [
  ['予以部分公开', 'requests.outcomes.partiallyGranted'],
  ['部分公开', 'requests.outcomes.partiallyGranted'],
  ['不予公开', 'requests.outcomes.denied'],
  ['予以公开', 'requests.outcomes.granted'],
  ['无法提供', 'requests.outcomes.unableToProvide'],
  ['不予处理', 'requests.outcomes.notProcessed'],
  ['其他处理', 'requests.outcomes.otherHandling'],
]
const groupNames = `(?:${groups.map(([name]) => name).join('|')})`

/** An item has to be named in the words of the form, at some length. */
const items: readonly (readonly [string, Line])[] = latestEdition.tables.requests.rows.flatMap(row => {
  if (row.heads.length < 2 || row.isSubtotal) return []
  return [row.label, ...row.aliases].flatMap((label): [string, Line][] => {
    const name = bare(label)
    return name.length < 6 ? [] : [[name, `requests.${row.id}`]]
  })
})

function bare(label: string): string {
  return label.replace(/^\d\./, '').replace(/[“”、，]/g, '')
}

/** The meaning of the words before a number, or behind one; undefined where they may mean something else. */
export function meaningOf(phrase: string, words: Words): Meaning | undefined {
  const { lastYear, thisYear, nextYear } = words
  const text = phrase.replace(words.lead, '').replaceAll('\ue000', '')
  const is = (expression: string) => new RegExp(`^(?:${expression})$`).test(text)
  const about = (verb: string) => {
    if (is(`(?:${verb})${count}${noun}${count}`)) return null
    return is(`(?:${verb})(?:了|的)?${count}${shortNoun}?${count}`) ? ('requests' as const) : undefined
  }
  const requests = (verb: string, ...meanings: Quantity[]): Meaning | undefined => {
    const needs = about(verb)
    return needs === undefined ? undefined : { kind: 'requests', meanings, needs }
  }
  const { received, open, concluded, concludedOfThisYear, carriedOver, carriedForward } = quantities
  const carry = (expression: string, meaning: Quantity): Meaning | undefined => {
    const rest = `(?:至|到|入)?(?:${thisYear})?(?:继续)?(?:办理|处理|答复)?的?(?:${noun}|${shortNoun})?${count}`
    return is(`${expression}${rest}`) ? { kind: 'carry', meanings: [meaning], needs: null } : undefined
  }
  return (
    requests('新收|新收到|新接收|新受理', received) ??
    requests(receive, received, open) ??
    requests('收办|应办理?|应答复', open) ??
    requests(conclude, concluded, concludedOfThisYear) ??
    requests(
      `办理|处理|${receive}(?:并|和|、)?(?:全部|均|已|按时|按期|依法)*(?:办理|处理|办结|答复)`,
      concluded,
      open,
      received,
      concludedOfThisYear,
    ) ??
    (is(`${noun}${count}`)
      ? { kind: 'requests', meanings: [received, open, concluded, concludedOfThisYear], needs: null }
      : undefined) ??
    carry(`${lastYear}(?:的)?结转`, carriedOver) ??
    carry(`(?:结转|转)(?:至|到|入)?${nextYear}`, carriedForward) ??
    outcome(text, phrase) ??
    cases(text) ??
    documents(text)
  )
}

const answered = '(?:决定|答复|处理|情形|类)?'

const isGroups = new RegExp(`^${groupNames}(?:(?:、|和|及|与|以及)${groupNames})*$`)

function outcome(text: string, phrase: string): Meaning | undefined {
  const named = text
    .replace(/^(?:作出|决定|答复为?|属于|按|对|结果为)+/, '')
    .replace(new RegExp(`${count}$`), '')
  const inner = isGroups.test(named)
    ? named
    : named.replace(new RegExp(`(?:的)?${answered}(?:的)?(?:${noun}|${shortNoun})?$`), '')
  const isTotalled = /(?:共计|共|合计|总计)$/.test(text)
  const whole = bare(phrase.replace(/^[、\ue000]*(?:其中|包括|含)?/, ''))
  const item = items.find(([name]) => name === whole || name === bare(inner))
  if (item) return { kind: 'outcome', meanings: [sumOf(item[1])], needs: 'outcomes' }
  if (!isGroups.test(inner)) return undefined
  const lines = inner.split(/、|和|以及|及|与/).map(name => groups.find(([own]) => own === name)![1])
  // 予以公开、部分公开12件 may leave out the number of the first.
  if (lines.length > 1 && inner.includes('、') && !isTotalled) return undefined
  if (new Set(lines).size < lines.length) return undefined
  const needs = lines.some(line => line !== 'requests.outcomes.granted') ? null : 'outcomes'
  return { kind: 'outcome', meanings: [sumOf(...lines)], needs }
}

/** What may stand before 行政复议 and 行政诉讼 of requests; what a review organ receives is another quantity. */
export const caseLead =
  '(?:(?:因|由|就|针对|涉及|涉|关于)?(?:政府信息公开|政务信息公开|信息公开|依申请公开|政务公开)(?:工作|事项|申请|答复|行为|问题|类|案件|方面|相关)*的?)?(?:引发|引起|产生|发生|而|被|申请人?|申请|提起|提出|的)*'
const review: Quantity = sumOf('reviewLitigation.review.total')
const direct: Quantity = sumOf('reviewLitigation.litigationDirect.total')
const afterReview: Quantity = sumOf('reviewLitigation.litigationAfterReview.total')
const litigation: Quantity = [...direct, ...afterReview]
export const caseQuantities = { review, litigation } as const

function cases(text: string): Meaning | undefined {
  const match = new RegExp(
    `^${caseLead}(行政复议|行政诉讼|复议后起诉|未经复议直接起诉)(?:案件|案)?${count}$`,
  ).exec(text)
  const quantity =
    match &&
    { 行政复议: review, 行政诉讼: litigation, 复议后起诉: afterReview, 未经复议直接起诉: direct }[match[1]!]
  if (quantity) return { kind: 'cases', meanings: [quantity], needs: 'cases' }
  const both = new RegExp(
    `^${caseLead}行政复议(?:案件)?(?:、|和|及|与|以及)${caseLead}(?:行政)?诉讼(?:案件|案)?(?:共计|共|合计|总计)$`,
  )
  return both.test(text)
    ? { kind: 'cases', meanings: [[...review, ...litigation]], needs: 'cases' }
    : undefined
}

const documentRows = {
  规章: 'rules',
  政府规章: 'rules',
  规范性文件: 'normativeDocuments',
  行政规范性文件: 'normativeDocuments',
} as const
const issue = '(?:新)?(?:制发|制定|制定发布|制定印发|制定出台|发布|印发|出台)'

function documents(text: string): Meaning | undefined {
  const names = `(${Object.keys(documentRows).join('|')})`
  const verbs = `(?:(${issue})|(废止)|(现行有效|有效)的?)`
  const first = new RegExp(`^${verbs}了?${names}${count}$`).exec(text)
  const last = first ? null : new RegExp(`^${names}${verbs}(?:件数)?${count}$`).exec(text)
  const name = (first?.[4] ?? last?.[1]) as keyof typeof documentRows | undefined
  if (name === undefined) return undefined
  const [issued, repealed] = first ? [first[1], first[2]] : [last![2], last![3]]
  const column = issued ? 'issued' : repealed ? 'repealed' : 'effective'
  return {
    kind: 'documents',
    meanings: [sumOf(`activeDisclosure.${documentRows[name]}.${column}`)],
    needs: null,
  }
}
