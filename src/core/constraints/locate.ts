import { deduce } from './deduce.ts'
import { BeyondExact, type Row } from './row.ts'
import {
  type Conflict,
  createSystem,
  type Equations,
  loosePositions,
  release,
  type System,
  settle,
} from './system.ts'

/** Figures by position. */
export interface Figures {
  /** Whole and ≥ 0 where known; anything elsewhere. */
  readonly values: Float64Array
  /** Not known: any whole number ≥ 0, at no cost. */
  readonly unknown: readonly number[]
  /** Known to be wrong, for they are negative or fractions: part of every explanation. */
  readonly invalid: readonly number[]
}

/** A figure that is wrong if the explanation is true. */
export interface Change {
  readonly position: number
  /** What it must be; null where several numbers fit. */
  readonly value: number | null
}

export interface Explanations {
  /** All smallest sets of figures whose change makes every equation hold, in the order of their positions. */
  readonly sets: readonly (readonly Change[])[]
  /** False when the bound on work, or on size, was reached: there may be others. */
  readonly isComplete: boolean
}

/** Wrong figures that a table is searched for at most; beyond it too many sets explain anything. */
export const mostChanges = 4
/** Combinations of two rows: some tens of milliseconds. */
const mostWork = 120_000

const noExplanation: Explanations = { sets: [], isComplete: false }

/**
 * The smallest sets of figures that, changed to whole numbers ≥ 0, make every equation hold (the paradigm of Fellegi and
 * Holt), all of them, found by branching: where rows conflict, one of the figures that could mend the conflict must be
 * wrong. Exact, without chance, the same order each time.
 */
export function locate(equations: Equations, { values, unknown, invalid }: Figures): Explanations {
  let work = 0
  const spend = () => {
    work += equations.rows.length
    if (work > mostWork) throw new OutOfWork()
  }
  try {
    const start = createSystem(equations, values, [...unknown, ...invalid])
    const least = Math.max(invalid.length, 1)
    for (let size = least; size <= Math.max(mostChanges, invalid.length); size++) {
      const sets = search(equations, start, invalid, size, spend)
      if (sets.length > 0) return { sets: inOrder(sets), isComplete: true }
    }
  } catch (error) {
    if (!(error instanceof OutOfWork || error instanceof BeyondExact)) throw error
  }
  return noExplanation
}

class OutOfWork extends Error {}

type Spend = () => void

/** Every explanation of just that size, provided that there is none smaller. */
function search(
  equations: Equations,
  start: System,
  invalid: readonly number[],
  size: number,
  spend: Spend,
): (readonly Change[])[] {
  const found: (readonly Change[])[] = []
  const seen = new Set<string>()
  extend(start, invalid)
  return found

  function extend(system: System, chosen: readonly number[]): void {
    const left = size - chosen.length
    const fixed = brokenRows(system)
    if (fewestToMend(fixed, equations.size) > left) return
    const { broken, from } = fixed.length > 0 ? { broken: fixed, from: system } : settled(system, chosen)
    const [conflict, ...others] = broken
    if (!conflict || left === 0 || fewestToMend(broken, equations.size) > left) return
    const isGiven = fixed.length > 0 && !system.loose.includes(1)
    for (const position of conflict.mending) {
      const next = [...chosen, position].sort((a, b) => a - b)
      const key = next.join()
      if (seen.has(key)) continue
      seen.add(key)
      if (left === 1 && isGiven) {
        const changes = lastChange(system, fixed, position, next)
        if (changes) found.push(changes)
        continue
      }
      if (left === 1 && !(mendsAll(fixed, position) && others.every(each => each.mending.includes(position))))
        continue
      spend()
      extend(release(from, position, conflict.row), next)
    }
  }

  /** The conflicts that are left once the free figures are settled; notes the explanation when there are none. */
  function settled(system: System, chosen: readonly number[]): { broken: readonly Broken[]; from: System } {
    const { system: from, conflict } = settle(system, spend)
    if (conflict?.kind === 'undecided') throw new OutOfWork()
    if (!conflict) found.push(changesOf(from, chosen))
    return { broken: conflict ? conflictsLike(conflict, from) : [], from }
  }
}

/** A row that does not hold, and the fixed figures of which at least one must change to mend it. */
interface Broken {
  readonly row: Row
  readonly mending: readonly number[]
}

/** The rows of which all figures are fixed and that do not hold, those first that the fewest figures can mend. */
function brokenRows(system: System): readonly Broken[] {
  const broken: Broken[] = []
  for (const row of system.rows) {
    if (row.basic >= 0 || row.residual === 0) continue
    const kind = row.residual > 0 ? 'lower' : 'raise'
    broken.push({ row, mending: mendingOf({ row, kind }, system) })
  }
  return byMending(broken)
}

/** The conflict, and where it lies in a sum that is too large, every other of its kind. */
function conflictsLike({ row, kind }: Conflict, system: System): readonly Broken[] {
  const loose = loosePositions(system)
  const isTooLarge = ({ residual, coefficients }: Row) =>
    residual > 0 && loose.every(position => coefficients[position]! >= 0)
  const rows = kind === 'lower' ? system.rows.filter(isTooLarge) : [row]
  return byMending(rows.map(each => ({ row: each, mending: mendingOf({ row: each, kind }, system) })))
}

function byMending(broken: Broken[]): readonly Broken[] {
  return broken.sort((a, b) => a.mending.length - b.mending.length)
}

/** Rows that no figure can mend together need a figure each. */
function fewestToMend(broken: readonly Broken[], size: number): number {
  const taken = new Uint8Array(size)
  let count = 0
  for (const { mending } of broken) {
    if (mending.some(position => taken[position] === 1)) continue
    count++
    for (const position of mending) taken[position] = 1
  }
  return count
}

export function mendingOf({ row, kind }: Conflict, { values, loose }: System): number[] {
  const positions: number[] = []
  const { coefficients, basic } = row
  for (let position = 0; position < coefficients.length; position++) {
    const coefficient = coefficients[position]!
    if (coefficient === 0 || position === basic || loose[position] === 1) continue
    const mustRise = kind === 'lower' ? coefficient < 0 : coefficient > 0
    if (mustRise || kind === 'divide' || values[position]! > 0) positions.push(position)
  }
  return positions
}

/** False when the figure, as the last one to change, cannot mend all of the rows; true decides nothing. */
function mendsAll([first, ...others]: readonly Broken[], position: number): boolean {
  if (!first) return true
  const own = first.row.coefficients[position]!
  return others.every(({ row }) => row.residual * own === first.row.residual * row.coefficients[position]!)
}

/**
 * The explanation that ends with `position`, where every free figure is given by a row; null when there is none. It says
 * what the released system would, without making it: most of the work is at the last figure.
 */
function lastChange(
  { rows, values }: System,
  broken: readonly Broken[],
  position: number,
  chosen: readonly number[],
): readonly Change[] | null {
  if (!mendsAll(broken, position)) return null
  const { coefficients, residual } = broken[0]!.row
  const change = (0 - residual) / coefficients[position]!
  const found = new Map([[position, values[position]! + change]])
  for (const row of rows) {
    const coefficient = row.coefficients[position]!
    if (row.basic >= 0)
      found.set(row.basic, (0 - row.residual - coefficient * change) / row.coefficients[row.basic]!)
    else if (row.residual === 0 && coefficient !== 0) return null
  }
  if ([...found.values()].some(value => value < 0 || !Number.isInteger(value))) return null
  return chosen.map(each => ({ position: each, value: found.get(each)! }))
}

/** Each chosen figure with what it must be. */
function changesOf(settled: System, chosen: readonly number[]): readonly Change[] {
  const deductions = deduce(settled, chosen)
  return chosen.map(position => {
    const deduction = deductions.get(position)!
    return { position, value: deduction.kind === 'forced' ? deduction.value : null }
  })
}

function inOrder(sets: readonly (readonly Change[])[]): (readonly Change[])[] {
  return [...sets].sort((a, b) => {
    const index = a.findIndex((change, at) => change.position !== b[at]?.position)
    return index < 0 ? 0 : a[index]!.position - b[index]!.position
  })
}
