import { formatExact, isWhole } from '../constraints/exact.ts'
import type { Line } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'

/** How a figure came to differ from what it should be. */
export type Mistyping =
  | {
      readonly kind:
        | 'sign'
        | 'point'
        | 'exchanged'
        | 'digit'
        | 'dropped'
        | 'doubled'
        | 'added'
        | 'yuan'
        | 'last-year'
    }
  /** It repeats the figure beside, above or below it. */
  | { readonly kind: 'neighbour'; readonly of: Fact }
  /** A total has an item, or the items under a head, once too often or not at all. */
  | { readonly kind: 'counted-twice' | 'left-out'; readonly line: string }

/** Below it, figures are alike by chance too often to say that one repeats another. */
const leastRepeated = 10

/**
 * The way in which `fact` was mistyped if `expected` is right; null where none is known, or several explain it as well.
 * `lastYear` is what the same cell said a year ago, where that is known.
 */
export function mistypingOf(
  fact: Fact,
  expected: number,
  table: ReportTable,
  lastYear: string | null = null,
): Mistyping | null {
  const actual = formatExact(fact.value!)
  const found = [
    ...(lastYear === actual ? [{ kind: 'last-year' } as const] : []),
    ...writingOf(actual, String(expected)),
    ...(fact.cell.value === 'money' && actual === `${expected}0000` ? [{ kind: 'yuan' } as const] : []),
    ...repeatedOf(fact, table),
    ...miscountOf(fact, expected, table),
  ]
  return found.length === 1 ? found[0]! : null
}

/** How one writing became the other. */
function writingOf(actual: string, expected: string): readonly Mistyping[] {
  if (actual === `-${expected}`) return [{ kind: 'sign' }]
  if (actual.replace('.', '') === expected) return [{ kind: 'point' }]
  if (actual.length === expected.length && actual.length > 1) {
    const [first, second, ...more] = [...actual].flatMap((digit, at) => (digit === expected[at] ? [] : [at]))
    if (first === undefined || more.length > 0) return []
    if (second === undefined) return [{ kind: 'digit' }]
    const isExchanged = actual[first] === expected[second] && actual[second] === expected[first]
    return isExchanged ? [{ kind: 'exchanged' }] : []
  }
  if (actual.length + 1 === expected.length)
    return actual !== '0' && withoutOne(expected).some(({ rest }) => rest === actual)
      ? [{ kind: 'dropped' }]
      : []
  if (actual.length !== expected.length + 1 || expected === '0') return []
  const added = withoutOne(actual).filter(({ rest }) => rest === expected)
  if (added.length === 0) return []
  return [{ kind: added.some(({ isDoubled }) => isDoubled) ? 'doubled' : 'added' }]
}

function withoutOne(text: string) {
  return [...text].map((digit, at) => ({
    rest: text.slice(0, at) + text.slice(at + 1),
    isDoubled: digit === text[at - 1] || digit === text[at + 1],
  }))
}

function repeatedOf(fact: Fact, { form, facts }: ReportTable): readonly Mistyping[] {
  const { value, cell } = fact
  if (value === null || !isWhole(value) || value.units < leastRepeated) return []
  const beside = facts.find(
    other =>
      other?.value &&
      !other.cell.isSubtotal &&
      isWhole(other.value) &&
      other.value.units === value.units &&
      ((other.cell.row === cell.row && areNext(other.cell.column, cell.column, form.columns)) ||
        (other.cell.column === cell.column && areNext(other.cell.row, cell.row, form.rows))),
  )
  return beside ? [{ kind: 'neighbour', of: beside }] : []
}

/** True for lines of the form with no other of its lines between them. */
function areNext(a: Line, b: Line, lines: readonly Line[]): boolean {
  const own = lines.filter(line => !line.isSubtotal)
  return Math.abs(own.indexOf(a) - own.indexOf(b)) === 1
}

/** Items, and heads with several items, that make up the difference of a total by themselves. */
function miscountOf(fact: Fact, expected: number, { form, facts }: ReportTable): readonly Mistyping[] {
  const { value, cell } = fact
  if (value === null || !isWhole(value)) return []
  const difference = Number(value.units) - expected
  const kind = difference > 0 ? 'counted-twice' : 'left-out'
  const totals = form.constraints.filter(
    ({ subject, kind }) => subject === cell.ref && kind.endsWith('-total'),
  )
  return totals.flatMap(({ operands }) => {
    const items = operands.map(({ index }) => facts[index]!).filter(item => item !== fact)
    return sumsByLine(items, cell).flatMap(({ line, sum }) =>
      sum === Math.abs(difference) ? [{ kind, line } as const] : [],
    )
  })
}

/** What each item says, and what the items under one head add up to. */
function sumsByLine(items: readonly Fact[], total: Fact['cell']) {
  const isRow = items.every(({ cell }) => cell.row === total.row)
  const lineOf = ({ cell }: Fact) => (isRow ? cell.column : cell.row)
  const sums = items.map(item => ({ line: lineOf(item).label, sum: wholeOf(item) }))
  const heads = [...new Set(items.flatMap(item => lineOf(item).heads.at(-1) ?? []))]
  const groups = heads.flatMap(head => {
    const own = items.filter(item => lineOf(item).heads.at(-1) === head)
    const filled = own.filter(item => wholeOf(item) !== 0)
    if (own.length === items.length || filled.length < 2) return []
    return [{ line: head, sum: own.reduce((sum, item) => sum + wholeOf(item), 0) }]
  })
  return [...sums, ...groups]
}

/** A figure that is not known takes the sum out of reach. */
function wholeOf({ value }: Fact): number {
  return value && isWhole(value) ? Number(value.units) : Number.NaN
}
