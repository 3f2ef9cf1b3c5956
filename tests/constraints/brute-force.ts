import type { Bounds, Oracle, Problem } from './problem.ts'

/**
 * Tries every whole number, narrowing the ranges of what is left after each choice. The equations of tables with totals
 * are totally unimodular, so that wherever some numbers fit, some fit that are not above the sum of all that is fixed;
 * other equations may need a `factor` of it.
 */
export function bruteForce(problem: Problem, factor = 1): Oracle {
  const bound = factor * sumOf(problem) + 1
  return {
    isPossible: free => canFill(problem, free, {}, bound),
    boundsOf(position, free): Bounds {
      const most = bound
      let [lowest, highest] = [-1, -1]
      for (let value = 0; value <= most; value++) {
        if (!canFill(problem, free, { [position]: value }, bound)) continue
        if (lowest < 0) lowest = value
        highest = value
      }
      return { lowest, highest: highest === most ? null : highest }
    },
  }
}

function sumOf({ values }: Problem): number {
  return values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0)
}

/** The lowest and highest number of each figure. */
type Ranges = readonly [Int32Array, Int32Array]

function canFill(
  problem: Problem,
  free: readonly number[],
  fixed: Readonly<Record<number, number>>,
  bound: number,
): boolean {
  const { values, invalid } = problem
  const most = 4 * (bound + 1)
  const low = new Int32Array(values.length)
  const high = new Int32Array(values.length)
  for (const [index, value] of values.entries()) {
    const own = fixed[index] ?? (free.includes(index) || invalid.includes(index) ? null : value)
    low[index] = own ?? 0
    high[index] = own ?? most
  }
  return canNarrow(problem, [low, high])
}

function canNarrow(problem: Problem, ranges: Ranges): boolean {
  if (!narrow(problem, ranges)) return false
  const [low, high] = ranges
  let least = -1
  for (let index = 0; index < low.length; index++) {
    const width = high[index]! - low[index]!
    if (width > 0 && (least < 0 || width < high[least]! - low[least]!)) least = index
  }
  if (least < 0) return true
  for (let value = low[least]!; value <= high[least]!; value++) {
    const [lower, higher] = [low.slice(), high.slice()]
    lower[least] = value
    higher[least] = value
    if (canNarrow(problem, [lower, higher])) return true
  }
  return false
}

/** Takes from the ranges what an equation rules out by itself; false when nothing is left of one. */
function narrow({ equations }: Problem, [low, high]: Ranges): boolean {
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const { terms } of equations) {
      let [least, most] = [0, 0]
      for (const { weight, index } of terms) {
        least += weight * (weight > 0 ? low[index]! : high[index]!)
        most += weight * (weight > 0 ? high[index]! : low[index]!)
      }
      if (least > 0 || most < 0) return false
      for (const { weight, index } of terms) {
        const [lower, higher] = [low[index]!, high[index]!]
        if (lower === higher) continue
        // weight × figure = −others, with the others as low, or as high, as they can be.
        const atLeast = -(least - weight * (weight > 0 ? lower : higher)) / weight
        const atMost = -(most - weight * (weight > 0 ? higher : lower)) / weight
        const newLow = Math.max(lower, Math.ceil(Math.min(atLeast, atMost)))
        const newHigh = Math.min(higher, Math.floor(Math.max(atLeast, atMost)))
        if (newLow > newHigh) return false
        if (newLow === lower && newHigh === higher) continue
        low[index] = newLow
        high[index] = newHigh
        least += weight * (weight > 0 ? newLow - lower : newHigh - higher)
        most += weight * (weight > 0 ? newHigh - higher : newLow - lower)
        isChanged = true
      }
    }
  }
  return true
}
