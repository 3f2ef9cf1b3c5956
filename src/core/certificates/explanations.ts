import { type Figures, mendingOf, mostChanges } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import {
  type Conflict,
  type Equations,
  release,
  type System,
  settle,
  valueAt,
} from '../constraints/system.ts'
import { type Combination, combinationOf, createTraced } from '../constraints/trace.ts'

/** All smallest sets of figures that explain what is wrong, by position, with what shows that there are no others. */
export interface Explained {
  readonly size: number
  readonly sets: readonly ExplainingSet[]
  /** What is wrong with each set that was looked at, its positions rising, and explains nothing. */
  readonly proof: readonly (readonly [set: readonly number[], sums: readonly Combination[]])[]
}

export interface ExplainingSet {
  readonly positions: readonly number[]
  /** Values of all free figures, by position. */
  readonly witness: ReadonlyMap<number, number>
}

/** Sets looked at and exchanges of figures for one size: a second or two, and a proof of some megabytes. */
const mostWork = 30_000

/**
 * Goes up to the size of the smallest explanations, or as far as the bound on work allows: then `sets` is empty and
 * the proof says that more than `size` figures are wrong. Null when not even that much can be shown.
 */
export function proveExplanations(equations: Equations, figures: Figures): Explained | null {
  const largest = Math.max(0, mostChanges - figures.invalid.length)
  let last: Explained | null = null
  for (let size = 0; size <= largest; size++) {
    try {
      last = provenOfSize(size, equations, figures)
    } catch (error) {
      if (error instanceof TooMuch || error instanceof BeyondExact) return last
      throw error
    }
    if (last.sets.length > 0) return last
  }
  return last
}

class TooMuch extends Error {}

/** The same search as that of `locate`, with every step written down. */
function provenOfSize(size: number, equations: Equations, { values, unknown, invalid }: Figures): Explained {
  const given = [...unknown, ...invalid]
  const seen = new Set<string>()
  const proof: Explained['proof'][number][] = []
  const sets: ExplainingSet[] = []
  let work = 0
  extend(createTraced(equations, values, given), [])
  return { size, sets: sets.sort((a, b) => byPosition(a.positions, b.positions)), proof }

  function spend(): void {
    work++
    if (work > mostWork) throw new TooMuch()
  }

  function extend(system: System, chosen: readonly number[]): void {
    const key = chosen.join()
    if (seen.has(key)) return
    seen.add(key)
    spend()
    const left = size - chosen.length
    const found = conflictsIn(system, left, equations.size, spend)
    if (found.kind === 'none') {
      const free = [...given, ...chosen]
      const witness = new Map(free.map(position => [position, valueAt(found.settled, position)]))
      sets.push({ positions: chosen, witness })
      return
    }
    const { conflicts, settled } = found
    proof.push([
      chosen,
      conflicts.map(({ row, kind }) => combinationOf(row, equations.size, kind === 'raise' ? -1 : 1)),
    ])
    if (conflicts.length > left) return
    const [first] = conflicts
    for (const position of first!.mending)
      extend(
        release(settled, position, first!.row),
        [...chosen, position].sort((a, b) => a - b),
      )
  }
}

function byPosition(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((position, index) => position !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

interface Mendable extends Conflict {
  /** The fixed figures of which one at least must change. */
  readonly mending: readonly number[]
}

type Found =
  | { readonly kind: 'none'; readonly settled: System }
  /** One conflict, or one more than there are figures left to change, no two of which a figure can mend together. */
  | { readonly kind: 'some'; readonly settled: System; readonly conflicts: readonly Mendable[] }

function conflictsIn(system: System, left: number, size: number, onPivot: () => void): Found {
  const mendable = (conflict: Conflict, of: System): Mendable => ({
    ...conflict,
    mending: mendingOf(conflict, of).filter(position => position < size),
  })
  const broken = system.rows
    .filter(({ basic, residual }) => basic < 0 && residual !== 0)
    .map(row => mendable({ row, kind: row.residual > 0 ? 'lower' : 'raise' }, system))
    .sort((a, b) => a.mending.length - b.mending.length)
  if (broken.length > 0) {
    const apart = leastApart(broken)
    return {
      kind: 'some',
      settled: system,
      conflicts: apart.slice(0, apart.length > left ? left + 1 : 1),
    }
  }
  const { system: settled, conflict } = settle(system, onPivot)
  if (!conflict) return { kind: 'none', settled }
  if (conflict.kind === 'undecided') throw new TooMuch()
  return { kind: 'some', settled, conflicts: [mendable(conflict, settled)] }
}

/** Conflicts of which no two have a figure in common that mends them. */
function leastApart(conflicts: readonly Mendable[]): Mendable[] {
  const taken = new Set<number>()
  return conflicts.filter(({ mending }) => {
    if (mending.some(position => taken.has(position))) return false
    for (const position of mending) taken.add(position)
    return true
  })
}
