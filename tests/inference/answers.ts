import type { EditionId, Table } from '../../src/core/editions/index.ts'
import { touches } from '../../src/core/inference/group.ts'
import { positionsIn, possible } from '../constraints/agreement.ts'
import { flowOracle, networkOf } from '../constraints/network.ts'
import { type Changes, explain, type Oracle, type Problem } from '../constraints/problem.ts'
import { isNeeded } from '../constraints/small-tables.ts'
import { type Part, partsOf, type Said } from './forms.ts'
import { allExplanations, deductionsIn, type Inferred, inferred, maskedIn } from './inferred.ts'

/** What is said of one table's figures, part by part, in words that code and oracle share. */
export interface TableAnswers {
  readonly parts: readonly {
    /** Null where nothing is wrong; empty where too much is. */
    readonly sets: readonly Changes[] | null
    /** Totals that may be what is wrong, where the sets are smaller. */
    readonly totals: readonly number[]
    readonly unknown: ReadonlyMap<number, string>
    /** Cells that may be 0 each, but not all together. */
    readonly notAllZero: readonly number[]
  }[]
}

/** What the code says of a table, what the oracle says, and what is wrong with the code's answer besides. */
export function answersOf(
  form: Table,
  said: readonly Said[],
  edition: EditionId,
): {
  readonly code: TableAnswers
  readonly oracle: TableAnswers
  readonly faults: readonly string[]
  inference: Inferred
} {
  const inference = inferred(form, said, edition)
  const parts = partsOf(form, said)
  return {
    code: { parts: parts.map(part => answerOfCode(inference, part)) },
    oracle: { parts: parts.map(part => answerOfOracle(part, totalsOf(form, part))) },
    faults: [...maskedIn(inference), ...badContradictions(inference, parts)],
    inference,
  }
}

function answerOfCode(inference: Inferred, { positions }: Part): TableAnswers['parts'][number] {
  const causes = inference.causes.filter(({ symptoms }) =>
    inference.table.facts.some(
      (fact, position) => fact && positions.has(position) && symptoms.some(symptom => touches(symptom, fact)),
    ),
  )
  return {
    sets: causes.length === 0 ? null : allExplanations(causes),
    totals: causes.flatMap(({ recount }) => recount.map(({ fact }) => fact.cell.index)),
    unknown: new Map(
      [...deductionsIn(inference)].filter(([position]) => positions.has(position)).sort(([a], [b]) => a - b),
    ),
    notAllZero: [...inference.notAllZero]
      .map(({ cell }) => cell.index)
      .filter(position => positions.has(position))
      .sort((a, b) => a - b),
  }
}

function answerOfOracle({ problem, oracle }: Part, all: readonly number[]): TableAnswers['parts'][number] {
  const isSound = problem.invalid.length === 0 && oracle.isPossible([])
  const sets = isSound ? null : explain(problem, oracle)
  if (sets?.length === 0) return { sets, totals: [], unknown: new Map(), notAllZero: [] }
  const totals = sets === null ? [] : staleTotals(problem, oracle, sets, all)
  const wrong = sets === null ? [] : [...new Set([...positionsIn(sets), ...totals])]
  const unknown = possible(problem, oracle, wrong)
  const open = [...unknown].flatMap(([position, said]) => (said === 'open' ? [position] : []))
  return { sets, totals, unknown, notAllZero: canAllBeZero(problem, open, wrong) ? [] : open }
}

/** Cells that the form calls a total, of those in the part. */
function totalsOf({ cells }: Table, { positions }: Part): number[] {
  return cells.flatMap(({ row, column, index }) =>
    positions.has(index) && [row.id, column.id].some(id => /(?:^|\.)total$/.test(id)) ? [index] : [],
  )
}

/** Those that cannot be right if every item is; where these alone are not enough, all that may be wrong. */
function staleTotals(
  { invalid, values }: Problem,
  oracle: Oracle,
  sets: readonly Changes[],
  all: readonly number[],
): readonly number[] {
  const known = all.filter(position => values[position] !== null)
  if (invalid.length > 0 || sets[0]!.split(' ').length < 2 || !oracle.isPossible(known)) return []
  const doubtful = known.filter(position => {
    const { lowest, highest } = oracle.boundsOf(position, known)
    return lowest !== values[position] || highest !== values[position]
  })
  const needed = doubtful.filter(position => !oracle.isPossible(doubtful.filter(other => other !== position)))
  const totals = oracle.isPossible(needed) ? needed : doubtful
  return sets.some(set => positionsIn([set]).join() === totals.join()) ? [] : totals
}

function canAllBeZero(problem: Problem, open: readonly number[], wrong: readonly number[]): boolean {
  const values = problem.values.map((value, index) => (open.includes(index) ? 0 : value))
  const { equations, invalid } = problem
  const network = networkOf(equations.filter(isNeeded), values.length)
  return flowOracle(network, { equations, values, invalid }).isPossible(wrong)
}

/** Contradictions that are none, or that share a relation. */
function badContradictions({ contradictions, failed }: Inferred, parts: readonly Part[]): string[] {
  const used = contradictions.flatMap(({ constraints }) => constraints.map(({ id }) => id))
  const twice = used.filter((id, at) => used.indexOf(id) !== at || failed.includes(id))
  const possibleOnes = contradictions.flatMap(({ constraints }) => {
    const ids = constraints.map(({ id }) => id)
    const { problem } = parts.find(part => part.problem.equations.some(({ id }) => id === ids[0]))!
    const equations = problem.equations.filter(({ id }) => ids.includes(id))
    if (equations.length > equations.filter(isNeeded).length) return []
    const own = { ...problem, equations, invalid: [] }
    return flowOracle(networkOf(equations, problem.values.length), own).isPossible([]) ? [ids.join()] : []
  })
  return [...twice, ...possibleOnes]
}
