import type { Row } from './row.ts'
import { createSystem, type Equations, type System, withPositions } from './system.ts'

/** A combination of equations: how often each takes part, by its position; those that do not are left out. */
export type Combination = ReadonlyMap<number, number>

/** With a figure of its own, 0, in each equation: its coefficient in a combination tells how often that took part. */
export function traceable({ rows, size }: Pick<Equations, 'rows' | 'size'>): Equations {
  const all = rows.map((row, at) => {
    const longer = new Int32Array(size + rows.length)
    longer.set(row)
    longer[size + at] = 1
    return longer
  })
  return withPositions(size + rows.length, all)
}

/**
 * A system whose rows tell of which equations they are made.
 * @throws BeyondExact
 */
export function createTraced(
  equations: Pick<Equations, 'rows' | 'size'>,
  values: Float64Array,
  free: readonly number[],
): System {
  const traced = traceable(equations)
  const longer = new Float64Array(traced.size)
  longer.set(values)
  return createSystem(traced, longer, free)
}

/** Of which equations a row is made; `size` is the number of the figures themselves. */
export function combinationOf({ coefficients }: Row, size: number, sign: 1 | -1 = 1): Combination {
  const combination = new Map<number, number>()
  for (let index = size; index < coefficients.length; index++)
    if (coefficients[index] !== 0) combination.set(index - size, sign * coefficients[index]!)
  return combination
}
