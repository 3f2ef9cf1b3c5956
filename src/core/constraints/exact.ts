/** A decimal number, exact: `units` × 10^-`scale`. */
export interface Exact {
  /** Always whole; a bigint only where a sum leaves the range in which numbers are exact. */
  readonly units: number | bigint
  /** Decimal places, from 0; the last one is not zero. */
  readonly scale: number
}

export interface WeightedValue {
  /** A small whole number. */
  readonly weight: number
  readonly value: Exact
}

/** Digits that a figure may have, before and after the point together. No count of a nation comes near. */
export const maxDigits = 14

export const zero: Exact = { units: 0, scale: 0 }

/** Reads `-?digits[.digits]`; null when it is something else, or has more than `maxDigits` digits that count. */
export function parseExact(text: string): Exact | null {
  const match = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole.length + fraction.length > maxDigits) return null
  const units = Number(whole + fraction)
  return { units: sign && units !== 0 ? -units : units, scale: fraction.length }
}

/** `-2.5`, `12`: no exponent, no trailing zeros. */
export function formatExact({ units, scale }: Exact): string {
  const text = String(units)
  if (scale === 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(scale + 1, '0')
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** Σ weight × value, exact. */
export function sumExact(terms: readonly WeightedValue[]): Exact {
  let units = 0
  for (const { weight, value } of terms) {
    if (value.scale !== 0 || typeof value.units === 'bigint') return sumScaled(terms)
    units += weight * value.units
  }
  return { units, scale: 0 }
}

/** Σ values */
export function addExact(values: readonly Exact[]): Exact {
  let units = 0
  for (const value of values) {
    if (value.scale !== 0 || typeof value.units === 'bigint')
      return sumScaled(values.map(each => ({ weight: 1, value: each })))
    units += value.units
  }
  return { units, scale: 0 }
}

/** a − b */
export function differenceOf(a: Exact, b: Exact): Exact {
  return sumExact([
    { weight: 1, value: a },
    { weight: -1, value: b },
  ])
}

function sumScaled(terms: readonly WeightedValue[]): Exact {
  let scale = Math.max(...terms.map(term => term.value.scale))
  let sum = 0n
  for (const { weight, value } of terms)
    sum += BigInt(weight) * BigInt(value.units) * 10n ** BigInt(scale - value.scale)
  while (scale > 0 && sum % 10n === 0n) {
    sum /= 10n
    scale--
  }
  const units = Number(sum)
  return { units: Number.isSafeInteger(units) ? units : sum, scale }
}

/** -1, 0 or 1. */
export function signOf({ units }: Exact): number {
  return units < 0 ? -1 : units > 0 ? 1 : 0
}

export function isWhole({ scale }: Exact): boolean {
  return scale === 0
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  return signOf(differenceOf(a, b))
}
