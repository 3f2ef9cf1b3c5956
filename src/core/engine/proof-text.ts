import { type ForcedZero, forcedZero } from '../constraints/forced.ts'
import type { BoundConstraint } from '../constraints/linear.ts'
import type { Language } from '../diagnostics/diagnostic.ts'
import { plural, tableInEnglish } from '../rules/words.ts'
import { padToWidth } from '../text/width.ts'
import { proofData, type TableProof } from './prove-forms.ts'

interface ProofWords {
  edition(id: string, document: string): string
  table(name: string): string
  /** The heads of the numbers: cells, identities, rank and so on. */
  readonly heads: readonly string[]
  dependent(relation: string): string
  uncovered(count: number): string
  alike(count: number): string
  contradiction(ref: string, relations: readonly string[]): string
  readonly noContradiction: string
}

const zh: ProofWords = {
  edition: (id, document) => `${id}年版（${document}）`,
  table: name => name,
  heads: [
    '表',
    '格',
    '等式',
    '独立等式',
    '没有等式的格',
    '只有一条等式的格',
    '分不清的格',
    '单独填错必能指明的格',
  ],
  dependent: relation => `${relation} 可由其他等式推出：`,
  uncovered: count => `${count}格没有等式，填得对不对不能断定：`,
  alike: count => `这${count}格分不清，其中任何一格填错，看上去都一样：`,
  contradiction: (ref, relations) =>
    `关系自相矛盾：${relations.join('、')}合在一起，使${ref}在任何报告中都只能为0。`,
  noContradiction: '没有自相矛盾的关系。',
}

const en: ProofWords = {
  edition: (id, document) => `Edition ${id} (${document})`,
  table: tableInEnglish,
  heads: [
    'table',
    'cells',
    'equations',
    'independent',
    'in no equation',
    'in one equation only',
    'not told apart',
    'always named if alone wrong',
  ],
  dependent: relation => `${relation} follows from others:`,
  uncovered: count =>
    `${plural(count, 'cell is', 'cells are')} in no equation, so that whether they are right cannot be told:`,
  alike: count => `${count} cells are not told apart, an error in one looks like an error in any other:`,
  contradiction: (ref, relations) =>
    `The relations contradict each other: ${relations.join(', ')} together force ${ref} to be 0 in every report.`,
  noContradiction: 'No relations contradict each other.',
}

/** Columns that a line, and a head, take. */
const width = 100
const headWidth = 30

/** What is proven of each form, a line each. */
export function proofText(proofs: readonly TableProof[], language: Language): readonly string[] {
  const words = language === 'en' ? en : zh
  const forms = [...new Set(proofs.map(({ edition }) => edition))]
  return forms.flatMap((edition, index) => {
    const own = proofs.filter(proof => proof.edition === edition)
    return [
      ...(index > 0 ? [''] : []),
      words.edition(edition.id, edition.form.document),
      '',
      ...numbersOf(own, words),
      ...own.flatMap(proof => detailsOf(proof, words)),
      ...contradictionsOf(own, words, language),
    ]
  })
}

/**
 * A sentence that says which of the relations contradict each other and how it shows; null when none do. `refOf` names
 * the figure at a position, of which there are `size`.
 * @throws BeyondExact
 */
export function refuseContradictions(
  constraints: readonly BoundConstraint[],
  size: number,
  refOf: (position: number) => string,
  language: Language,
): string | null {
  const found = forcedZero(constraints, size)
  return found && contradictionSentence(found, refOf, language)
}

/** A sentence for each table whose relations contradict each other. */
export function contradictionSentences(proofs: readonly TableProof[], language: Language): readonly string[] {
  return proofs.flatMap(({ table, contradiction }) => {
    const refOf = (position: number) => table.cells[position]!.ref
    return contradiction ? [contradictionSentence(contradiction, refOf, language)] : []
  })
}

function contradictionSentence(
  { position, constraints }: ForcedZero,
  refOf: (position: number) => string,
  language: Language,
): string {
  const ids = constraints.map(({ id }) => id)
  return (language === 'en' ? en : zh).contradiction(refOf(position), ids)
}

function numbersOf(proofs: readonly TableProof[], words: ProofWords): string[] {
  const names = proofs.map(({ table }) => words.table(table.name))
  const rows = proofs.map(proof => {
    const { cells, identities, rank, uncovered, coveredOnce, alike, told } = proofData(proof)
    return [cells, identities, rank, uncovered.length, coveredOnce.length, alike.flat().length, told]
  })
  // A line for each number, for the heads are long and the tables few.
  const lines = words.heads.map((head, at) => [
    head,
    ...rows.map((row, table) => (at === 0 ? names[table]! : String(row[at - 1]))),
  ])
  return lines.map(([head, ...cells]) =>
    `  ${padToWidth(head!, headWidth)}${cells.map(cell => padToWidth(cell, 10)).join('')}`.trimEnd(),
  )
}

function detailsOf(proof: TableProof, words: ProofWords): string[] {
  const { dependent, uncovered, alike } = proofData(proof)
  const name = `${words.table(proof.table.name)} `
  return [
    ...dependent.flatMap(({ relation, from }) => [
      '',
      `${name}${words.dependent(relation)}`,
      ...wrapped(Object.entries(from).map(([id, times]) => `${signOf(times)}${id}`)),
    ]),
    ...(uncovered.length > 0
      ? ['', `${name}${words.uncovered(uncovered.length)}`, ...wrapped(uncovered)]
      : []),
    ...alike.flatMap(group => ['', `${name}${words.alike(group.length)}`, ...wrapped(group)]),
  ]
}

function contradictionsOf(proofs: readonly TableProof[], words: ProofWords, language: Language): string[] {
  const found = contradictionSentences(proofs, language)
  return ['', ...(found.length > 0 ? found : [words.noContradiction])]
}

/** `+ `, `− 2 × ` */
function signOf(times: number): string {
  const size = Math.abs(times)
  return `${times < 0 ? '−' : '+'} ${size === 1 ? '' : `${size} × `}`
}

function wrapped(items: readonly string[]): string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + item.length + 2 <= width)
      lines[lines.length - 1] = `${last}  ${item}`
    else lines.push(`  ${item}`)
  }
  return lines
}
