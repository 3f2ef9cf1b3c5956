import type { Outcome } from '../constraints/evaluate.ts'
import {
  addExact,
  compareExact,
  differenceOf,
  type Exact,
  isWhole,
  signOf,
  zero,
} from '../constraints/exact.ts'
import type { Cell } from '../editions/index.ts'

/** A cell of a report compared with the sum over the reports that it is made of. */
export interface CellSum {
  readonly cell: Cell
  /** `unknown` where one of the figures is. */
  readonly outcome: Outcome
  readonly whole: Exact
  readonly sum: Exact
  /** whole − sum; 0 where unknown. */
  readonly difference: Exact
  /** What amounts may differ by, because each of them is rounded; 0 for a count. */
  readonly rounding: Exact
}

/** One figure of the whole and those of its parts; null where a report has none. */
export function compareSum(cell: Cell, whole: Exact | null, parts: readonly (Exact | null)[]): CellSum {
  const known = parts.filter(part => part !== null)
  if (!whole || known.length < parts.length)
    return { cell, outcome: 'unknown', whole: whole ?? zero, sum: zero, difference: zero, rounding: zero }
  const sum = addExact(known)
  const difference = differenceOf(whole, sum)
  const rounding = signOf(difference) !== 0 && cell.value === 'money' ? roundingOf(known) : zero
  return {
    cell,
    outcome: isWithin(difference, rounding) ? 'held' : 'failed',
    whole,
    sum,
    difference,
    rounding,
  }
}

/**
 * In 万元: four decimal places leave 0.00005 open in each part and in the whole. Where all parts that have an amount at
 * all give whole ones, 0.5 is open in each of these.
 */
export function roundingOf(parts: readonly Exact[]): Exact {
  const amounts = parts.filter(part => signOf(part) !== 0)
  const areWhole = amounts.length > 0 && amounts.every(isWhole)
  return areWhole ? { units: 5 * amounts.length, scale: 1 } : { units: 5 * (parts.length + 1), scale: 5 }
}

export function isWithin(difference: Exact, rounding: Exact): boolean {
  return compareExact(absolute(difference), rounding) <= 0
}

export function absolute(value: Exact): Exact {
  return signOf(value) < 0 ? differenceOf(zero, value) : value
}
