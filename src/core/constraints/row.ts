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

/** The positions of the figures in a row. */
export function supportOf({ coefficients }: Row): readonly number[] {
  const positions: number[] = []
  for (let position = 0; position < coefficients.length; position++)
    if (coefficients[position] !== 0) positions.push(position)
  return positions
}

/** `row` without the figure at `position`: a combination with `pivot`, whose `support` is given, in lowest terms. */
export function eliminate(row: Row, pivot: Row, support: readonly number[], position: number): Row {
  const [a, b] = [pivot.coefficients[position]!, row.coefficients[position]!]
  // The sign of the row's own basic figure stays.
  const [own, other] = a > 0 ? [a, -b] : [-a, b]
  const coefficients = own === 1 ? row.coefficients.slice() : multiplied(row.coefficients, own)
  let peak = own
  for (const index of support) {
    const value = coefficients[index]! + other * pivot.coefficients[index]!
    coefficients[index] = value
    peak = Math.max(peak, Math.abs(value))
  }
  const residual = own * row.residual + other * pivot.residual
  if (peak > largest || !Number.isSafeInteger(residual)) throw new BeyondExact()
  const combined = { coefficients, residual, basic: row.basic }
  // With the form's own relations nothing ever leaves −1, 0 and 1.
  return peak <= 1 ? combined : reduced(combined)
}

function multiplied(coefficients: Int32Array, by: number): Int32Array {
  return coefficients.map(value => {
    const product = by * value
    if (Math.abs(product) > largest) throw new BeyondExact()
    return product
  })
}

/** In lowest terms. */
function reduced(row: Row): Row {
  const divisor = row.coefficients.reduce(
    (common, value) => greatestDivisor(common, Math.abs(value)),
    Math.abs(row.residual),
  )
  if (divisor <= 1) return row
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
