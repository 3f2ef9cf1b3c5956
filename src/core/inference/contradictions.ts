import type { Figures } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import { settle } from '../constraints/system.ts'
import { combinationOf, createTraced } from '../constraints/trace.ts'
import type { Constraint } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { Component } from './components.ts'

/** Relations that each could hold and together cannot, whatever stands in the figures that are not known. */
export interface Contradiction {
  readonly constraints: readonly Constraint[]
  /** The figures of them that are not known, in the order of the form. */
  readonly unknown: readonly Fact[]
}

/** Contradictions among the relations that have not failed by themselves; no two share a relation. */
export function contradictionsOf(
  { constraints, equations }: Component,
  { values, unknown, invalid }: Figures,
  failed: readonly Constraint[],
  facts: readonly Fact[],
): readonly Contradiction[] {
  const isBroken = (constraint: Constraint) =>
    failed.includes(constraint) || constraint.operands.some(({ index }) => invalid.includes(index))
  let left = constraints.map((_, relation) => relation).filter(relation => !isBroken(constraints[relation]!))
  const found: Contradiction[] = []
  try {
    for (;;) {
      const own = { size: equations.size, rows: left.map(relation => equations.rows[relation]!) }
      const { conflict } = settle(createTraced(own, values, unknown))
      if (!conflict || conflict.kind === 'undecided') return found
      const combination = combinationOf(conflict.row, equations.size)
      const used = left.filter((_, at) => combination.has(at)).map(relation => constraints[relation]!)
      const cells = new Set(used.flatMap(({ operands }) => operands.map(operand => operand.index)))
      found.push({
        constraints: used,
        unknown: unknown.filter(position => cells.has(position)).map(position => facts[position]!),
      })
      left = left.filter((_, at) => !combination.has(at))
    }
  } catch (error) {
    if (error instanceof BeyondExact) return found
    throw error
  }
}
