import { bruteForce } from './brute-force.ts'
import { deduced, located } from './located.ts'
import { flowOracle, networkOf } from './network.ts'
import { type Changes, explain, isBound, type Oracle, type Problem, saidOf } from './problem.ts'
import { isNeeded } from './small-tables.ts'

/** What the code and the oracles say of one small problem, in the same words. */
export interface Answers {
  readonly sets: readonly Changes[]
  /** What each unknown figure can be whichever of the sets is wrong; null where it does not come to that. */
  readonly unknown: ReadonlyMap<number, string> | null
}

/** Stands for the sets where there are too many errors to tell. */
export const notComplete = 'not complete'

/** The code and both oracles, to be compared. */
export function answersTo(
  problem: Problem,
  factor = 1,
): {
  readonly code: Answers
  readonly oracles: readonly Answers[]
} {
  const oracles = [bruteForce(problem, factor)]
  // Subtotals both ways make something else of a table than a network.
  if (!problem.equations.some(({ id }) => id.startsWith('subtotal'))) {
    const network = networkOf(problem.equations.filter(isNeeded), problem.values.length)
    oracles.push(flowOracle(network, problem))
  }
  if (problem.invalid.length === 0 && oracles[0]!.isPossible([])) {
    const sound = oracles.map(oracle => ({ sets: [], unknown: possible(problem, oracle, []) }))
    return { code: { sets: [], unknown: deduced(problem, []) }, oracles: sound }
  }
  const { sets, isComplete } = located(problem)
  const code = {
    sets: isComplete ? sets : [notComplete],
    unknown: isComplete ? deduced(problem, positionsIn(sets)) : null,
  }
  return { code, oracles: oracles.map(oracle => explained(problem, oracle)) }
}

function explained(problem: Problem, oracle: Oracle): Answers {
  const sets = explain(problem, oracle)
  if (sets.length === 0) return { sets: [notComplete], unknown: null }
  return { sets, unknown: possible(problem, oracle, positionsIn(sets)) }
}

/** What each unknown figure can be, from an oracle. */
export function possible(problem: Problem, oracle: Oracle, wrong: readonly number[]): Map<number, string> {
  return new Map(
    problem.values.flatMap((value, index) =>
      value === null && isBound(problem, index) ? [[index, saidOf(oracle.boundsOf(index, wrong))]] : [],
    ),
  )
}

export function positionsIn(sets: readonly Changes[]): number[] {
  const changes = sets.flatMap(set => set.split(' '))
  return [...new Set(changes.map(change => Number.parseInt(change, 10)))]
}
