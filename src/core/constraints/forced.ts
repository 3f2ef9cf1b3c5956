import { endlessRise, highest } from './deduce.ts'
import type { BoundConstraint } from './linear.ts'
import { type Equations, equationsOf, withPositions } from './system.ts'
import { combinationOf, createTraced } from './trace.ts'

/** A figure that relations force to be 0 in every report, and the relations that do. */
export interface ForcedZero {
  /** Position of the figure. */
  readonly position: number
  readonly constraints: readonly BoundConstraint[]
}

/**
 * Relations contradict each other when some figure in them could be nothing but 0, whatever the report: all figures
 * 0 satisfy any relations, so that this is what a contradiction looks like. The first such figure; null when there is
 * none.
 * @throws BeyondExact
 */
export function forcedZero(constraints: readonly BoundConstraint[], size: number): ForcedZero | null {
  const { equations, signed } = withDifferences(constraints, size)
  const { size: width } = equations
  const isPositive = new Uint8Array(width)
  const all = Array.from({ length: width }, (_, position) => position)
  const used = [...new Set(constraints.flatMap(({ operands }) => operands.map(({ index }) => index)))]
  for (const position of used.sort((a, b) => a - b)) {
    if (isPositive[position] === 1) continue
    const opposite = signed.get(position)
    const risen = rise(equations, position, without(all, opposite))
    if (risen.kind === 'free') for (const each of risen.with) isPositive[each] = 1
    else if (opposite === undefined || rise(equations, opposite, without(all, position)).kind === 'zero')
      return { position, constraints: risen.equations.map(equation => constraints[equation]!) }
  }
  return null
}

/**
 * Bounds as equations with a figure more, by which the left side exceeds the right one; figures that may be negative
 * with another, by position, that is taken off them.
 */
function withDifferences(
  constraints: readonly BoundConstraint[],
  size: number,
): { readonly equations: Equations; readonly signed: ReadonlyMap<number, number> } {
  const bounds = constraints.filter(({ relation }) => relation === '>=')
  const positions = constraints.flatMap(({ operands }) =>
    operands.flatMap(({ index, isSigned }) => (isSigned ? [index] : [])),
  )
  const signed = new Map([...new Set(positions)].map((position, at) => [position, size + bounds.length + at]))
  const width = size + bounds.length + signed.size
  const { rows } = equationsOf(constraints, width)
  for (const [at, row] of rows.entries()) {
    const bound = bounds.indexOf(constraints[at]!)
    if (bound >= 0) row[size + bound] = -1
    for (const [position, opposite] of signed) row[opposite] = -row[position]! || 0
  }
  return { equations: withPositions(width, rows), signed }
}

type Risen =
  /** It can be more than 0 together with these. */
  | { readonly kind: 'free'; readonly with: readonly number[] }
  | { readonly kind: 'zero'; readonly equations: readonly number[] }

function rise(equations: Equations, position: number, free: readonly number[]): Risen {
  const system = createTraced(equations, new Float64Array(equations.size), free)
  const most = highest(system, position)
  if (most.value === null) return { kind: 'free', with: [...endlessRise(most.system, position).keys()] }
  const row = most.system.rows.find(({ basic }) => basic === position)!
  return { kind: 'zero', equations: [...combinationOf(row, equations.size).keys()] }
}

function without(positions: readonly number[], left: number | undefined): readonly number[] {
  return left === undefined ? positions : positions.filter(position => position !== left)
}
