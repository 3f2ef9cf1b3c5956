import { addExact, differenceOf, type Exact, signOf } from './exact.ts'
import type { BoundConstraint } from './linear.ts'

/** Something counted; null while its number is unknown. */
export interface Quantity {
  readonly value: Exact | null
}

/** A table's quantities by position. */
export type Quantities<Each extends Quantity = Quantity> = readonly (Each | undefined)[]

export type Outcome = 'held' | 'failed' | 'unknown'

/** What a constraint says of the figures it was given. */
export interface Evaluation<Each extends Quantity = Quantity> {
  readonly outcome: Outcome
  /** Operands without a number. */
  readonly unknown: readonly Each[]
  /** Sums over the known operands of either side. */
  readonly left: Exact
  readonly right: Exact
  /** left − right */
  readonly residual: Exact
}

/**
 * Three-valued: blank, unreadable and missing figures are unknown, never zero. Only what every non-negative whole
 * number in their places would break is a failure all the same: known parts that already exceed their total.
 */
export function evaluate<Each extends Quantity>(
  constraint: BoundConstraint,
  quantities: Quantities<Each>,
): Evaluation<Each> {
  const left: Exact[] = []
  const right: Exact[] = []
  const unknown: Each[] = []
  let canGrow = false
  let canShrink = false
  for (const { weight, index, isSigned } of constraint.operands) {
    const quantity = quantities[index]!
    if (quantity.value) (weight > 0 ? left : right).push(quantity.value)
    else {
      unknown.push(quantity)
      if (weight > 0 || isSigned) canGrow = true
      if (weight < 0 || isSigned) canShrink = true
    }
  }
  const leftSum = addExact(left)
  const rightSum = addExact(right)
  const residual = differenceOf(leftSum, rightSum)
  const sign = signOf(residual)
  const isBroken = constraint.relation === '=' ? sign !== 0 : sign < 0
  const canMend = sign < 0 ? canGrow : canShrink
  const outcome = isBroken && !canMend ? 'failed' : unknown.length > 0 ? 'unknown' : 'held'
  return { outcome, unknown, left: leftSum, right: rightSum, residual }
}

/** True when no figure is unknown and the relation holds; the common case, without building an evaluation. */
export function holds(constraint: BoundConstraint, quantities: Quantities): boolean {
  let sum = 0
  for (const { weight, index } of constraint.operands) {
    const value = quantities[index]!.value
    if (value === null || value.scale !== 0 || typeof value.units === 'bigint') return false
    sum += weight * value.units
  }
  return constraint.relation === '=' ? sum === 0 : sum >= 0
}
