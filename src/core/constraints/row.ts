/**
 * An equation that holds of the true figures: Σ coefficient × figure = 0. Rows are never changed, so that many systems
 * can share them. All numbers are whole.
 */
export interface Row {
  /** By position of the figure. */
  readonly coefficients: Int32Array
  /** Σ coefficient × figure over the figures that are fixed: what the rest must make up for, with the other sign. */
  readonly residual: number
  /** The free figure that this row gives, by a coefficient above 0; −1 when all its figures are fixed. */
  readonly basic: number
}

/** Beyond this a coefficient or residual would not be exact; no table of the form comes near. */
const largest = 2 ** 31 - 1

/** Thrown where numbers leave the range in which the work is exact; whoever asked says that nothing can be told. */
export class BeyondExact extends Error {}

/** `row` without the figure at `position`, by means of `pivot`: a combination of both in lowest terms. */
export function eliminate(row: Row, pivot: Row, position: number): Row {
  const [a, b] = [pivot.coefficients[position]!, row.coefficients[position]!]
  // The sign of the row's own basic figure stays.
  const [own, other] = a > 0 ? [a, -b] : [-a, b]
  const { length } = row.coefficients
  const coefficients = new Int32Array(length)
  let peak = 0
  let hasUnit = false
  for (let index = 0; index < length; index++) {
    const value = own * row.coefficients[index]! + other * pivot.coefficients[index]!
    if (value === 0) continue
    coefficients[index] = value
    const size = value < 0 ? -value : value
    if (size > peak) peak = size
    if (size === 1) hasUnit = true
  }
  const residual = own * row.residual + other * pivot.residual
  if (peak > largest || !Number.isSafeInteger(residual)) throw new BeyondExact()
  const combined = { coefficients, residual, basic: row.basic }
  return hasUnit || peak === 0 ? combined : reduced(combined)
}

/** In lowest terms. */
function reduced(row: Row): Row {
  const divisor = row.coefficients.reduce(
    (common, value) => greatestDivisor(common, Math.abs(value)),
    Math.abs(row.residual),
  )
  if (divisor === 1) return row
  return {
    ...row,
    coefficients: row.coefficients.map(value => value / divisor),
    residual: row.residual / divisor,
  }
}

/** The row as one that gives the figure at `position`, whose `value` is fixed no more. */
export function solvedFor(row: Row, position: number, value: number): Row {
  const { coefficients } = row
  const residual = row.residual - coefficients[position]! * value
  if (coefficients[position]! > 0) return { ...row, residual, basic: position }
  return {
    coefficients: coefficients.map(each => -each),
    residual: residual === 0 ? 0 : -residual,
    basic: position,
  }
}

/** The greatest common divisor; 0 has no say. */
export function greatestDivisor(a: number, b: number): number {
  let [large, small] = [a, b]
  while (small !== 0) [large, small] = [small, large % small]
  return large
}
