import { endlessRise, highest, lowest } from '../constraints/deduce.ts'
import { BeyondExact } from '../constraints/row.ts'
import { type Equations, type System, settle, valueAt } from '../constraints/system.ts'
import { type Combination, combinationOf, createTraced } from '../constraints/trace.ts'

/** The least and the most that a figure can be, with what shows it; all by position. */
export interface Deduced {
  readonly lowest: ProvenBound
  /** Null when there is none. */
  readonly highest: ProvenBound | null
  /** Steps in which the free figures can rise together without end, where there is no highest. */
  readonly rise: ReadonlyMap<number, number> | null
}

export interface ProvenBound {
  readonly value: number
  readonly witness: ReadonlyMap<number, number>
  /** A sum of equations that does not let the figure go beyond; empty for 0 as the lowest. */
  readonly by: Combination
}

/** Of a free figure; null where the bounds cannot be shown to be met by whole numbers. */
export function proveDeduction(
  equations: Equations,
  values: Float64Array,
  free: readonly number[],
  position: number,
): Deduced | null {
  try {
    const { system, conflict } = settle(createTraced(equations, values, free))
    if (conflict) return null
    const least = lowest(system, position)
    const most = highest(least.system, position)
    const low = provenBound(least.value, least.system, -1)
    if (!low) return null
    if (most.value === null) {
      const steps = endlessRise(most.system, position)
      const rise = new Map(free.map(each => [each, steps.get(each) ?? 0]))
      return { lowest: low, highest: null, rise }
    }
    const high = provenBound(most.value, most.system, 1)
    return high && { lowest: low, highest: high, rise: null }
  } catch (error) {
    if (error instanceof BeyondExact) return null
    throw error
  }

  function provenBound(value: number, at: System, sign: 1 | -1): ProvenBound | null {
    const witness = witnessWith(value)
    const row = at.rows.find(({ basic }) => basic === position)
    const isFloor = sign < 0 && value === 0
    return witness && { value, witness, by: isFloor ? new Map() : combinationOf(row!, equations.size, sign) }
  }

  function witnessWith(value: number): ReadonlyMap<number, number> | null {
    const others = free.filter(each => each !== position)
    const fixed = values.slice()
    fixed[position] = value
    const { system, conflict } = settle(createTraced(equations, fixed, others))
    if (conflict) return null
    return new Map([[position, value], ...others.map(each => [each, valueAt(system, each)] as const)])
  }
}
