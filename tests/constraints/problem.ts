/** Equations over figures, as an oracle is asked them. Positions count from 0. */
export interface Problem {
  readonly equations: readonly Equation[]
  /** By position; null where the figure is not known. */
  readonly values: readonly (number | null)[]
  /** Figures that are wrong for certain; what `values` says of them does not count. */
  readonly invalid: readonly number[]
}

/** Σ weight × figure = 0 */
export interface Equation {
  readonly id: string
  readonly terms: readonly { readonly weight: number; readonly index: number }[]
}

/** What one figure can be when some are free; null for `highest` without an upper bound. */
export interface Bounds {
  readonly lowest: number
  readonly highest: number | null
}

/**
 * Decides what is possible for one problem. The figures that are not known are always free to be any whole number ≥ 0,
 * and `free` ones too.
 */
export interface Oracle {
  isPossible(free: readonly number[]): boolean
  /** Of a figure that is free; asked only when it is possible at all. */
  boundsOf(position: number, free: readonly number[]): Bounds
}

/** `12=30` for a figure and what it must be, `12=*` where several numbers fit. */
export type Changes = string

/** All smallest sets of known figures that can be changed to whole numbers ≥ 0; none beyond `most` figures. */
export function explain(problem: Problem, oracle: Oracle, most = 4): Changes[] {
  const { values, invalid } = problem
  const valid = values.flatMap((value, index) =>
    value === null || invalid.includes(index) || !isBound(problem, index) ? [] : [index],
  )
  for (let size = Math.max(invalid.length, 1); size <= most; size++) {
    const sets: (readonly number[])[] = []
    eachSubset(valid, size - invalid.length, subset => {
      const set = invalid.length > 0 ? [...invalid, ...subset] : subset
      if (oracle.isPossible(set)) sets.push([...set].sort((a, b) => a - b))
    })
    sets.sort(byPosition)
    if (sets.length > 0) return sets.map(set => written(set, oracle))
  }
  return []
}

export function isBound({ equations }: Problem, index: number): boolean {
  return equations.some(({ terms }) => terms.some(term => term.index === index))
}

export function written(set: readonly number[], oracle: Oracle): Changes {
  return set
    .map(position => {
      const { lowest, highest } = oracle.boundsOf(position, set)
      return `${position}=${lowest === highest ? lowest : '*'}`
    })
    .join(' ')
}

/** Calls `visit` with every subset of that size; the array is the same each time. */
export function eachSubset(
  items: readonly number[],
  size: number,
  visit: (subset: readonly number[]) => void,
): void {
  const subset: number[] = new Array(size).fill(0)
  extend(0, 0)

  function extend(at: number, from: number): void {
    if (at === size) visit(subset)
    for (let index = from; at < size && index <= items.length - (size - at); index++) {
      subset[at] = items[index]!
      extend(at + 1, index + 1)
    }
  }
}

function byPosition(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((position, index) => position !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

/** In words as `deduce` has them: `=7`, `2..5`, `2..`, `open`. */
export function saidOf({ lowest, highest }: Bounds): string {
  if (lowest === highest) return `=${lowest}`
  return lowest === 0 ? 'open' : `${lowest}..${highest ?? ''}`
}
