import { greatestDivisor } from './row.ts'
import { loosePositions, pivot, type System, valueAt } from './system.ts'

/** What equations force a free figure to be. */
export type Deduction =
  | { readonly kind: 'forced'; readonly value: number }
  /** Not 0: from `lowest`, at least 1, up to `highest`; null without an upper bound. */
  | { readonly kind: 'range'; readonly lowest: number; readonly highest: number | null }
  /** It may be 0 and it may be more. */
  | { readonly kind: 'open' }

/** What a system in which everything holds says of its free figures. */
export function deduce(settled: System, positions: readonly number[]): ReadonlyMap<number, Deduction> {
  // Any figure that was 0 at one time and more at another is open, without asking for its bounds.
  const wasZero = new Set<number>()
  const wasMore = new Set<number>()
  const look = ({ rows }: System) => {
    const above = new Set(rows.flatMap(row => (row.basic >= 0 && row.residual !== 0 ? row.basic : [])))
    for (const position of positions) (above.has(position) ? wasMore : wasZero).add(position)
  }
  const deductions = new Map<number, Deduction>()
  look(settled)
  let system = settled
  for (const position of positions) {
    if (wasZero.has(position) && wasMore.has(position)) {
      deductions.set(position, { kind: 'open' })
      continue
    }
    const low = lowest(system, position)
    if (low.value > 0) look(low.system)
    const high = highest(low.system, position)
    look(high.system)
    system = high.system
    deductions.set(position, deductionOf(low.value, high.value))
  }
  return deductions
}

function deductionOf(lowest: number, highest: number | null): Deduction {
  if (lowest === highest) return { kind: 'forced', value: lowest }
  return lowest === 0 ? { kind: 'open' } : { kind: 'range', lowest, highest }
}

export interface Bound<Value> {
  /** Rounded inwards, for figures are whole. */
  readonly value: Value
  /** Where the bound was met. */
  readonly system: System
}

/** The least that a free figure can be, by the simplex method with the least-index rule. */
export function lowest(start: System, position: number): Bound<number> {
  let system = start
  for (;;) {
    const row = system.rows.find(each => each.basic === position)
    if (!row) return { value: 0, system }
    const entering = loosePositions(system).find(loose => row.coefficients[loose]! > 0)
    if (entering === undefined || row.residual === 0)
      return { value: Math.ceil(valueAt(system, position)), system }
    system = enter(system, entering)!
  }
}

/** The most that it can be; null when there is no bound. */
export function highest(start: System, position: number): Bound<number | null> {
  let system = start
  for (;;) {
    const entering = raising(system, position)
    if (entering === undefined) return { value: Math.floor(valueAt(system, position)), system }
    const next = enter(system, entering)
    if (!next) return { value: null, system }
    system = next
  }
}

/** The loose figure that makes the one at `position` rise; undefined when none does. */
function raising(system: System, position: number): number | undefined {
  const row = system.rows.find(each => each.basic === position)
  return row ? loosePositions(system).find(loose => row.coefficients[loose]! < 0) : position
}

/** Where `highest` found no bound: whole numbers by which figures can rise together, as often as one likes. */
export function endlessRise(system: System, position: number): ReadonlyMap<number, number> {
  const entering = raising(system, position)!
  const giving = system.rows.filter(row => row.basic >= 0 && row.coefficients[entering] !== 0)
  const times = giving.reduce((common, row) => {
    const own = row.coefficients[row.basic]!
    return (common / greatestDivisor(common, own)) * own
  }, 1)
  const steps = giving.map((row): [number, number] => {
    return [row.basic, (-row.coefficients[entering]! * times) / row.coefficients[row.basic]!]
  })
  return new Map([[entering, times], ...steps])
}

/** Raises a loose figure until another comes down to 0 and takes its place; null when none ever does. */
function enter(system: System, position: number): System | null {
  let leaving: System['rows'][number] | null = null
  for (const row of system.rows) {
    const coefficient = row.coefficients[position]!
    if (row.basic < 0 || coefficient <= 0) continue
    if (leaving) {
      // −residual / coefficient, compared without dividing.
      const order = row.residual * leaving.coefficients[position]! - leaving.residual * coefficient
      if (order < 0 || (order === 0 && row.basic > leaving.basic)) continue
    }
    leaving = row
  }
  return leaving && pivot(system, leaving, position)
}
