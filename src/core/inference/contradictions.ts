import type { Figures } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import { createSystem, type Equations, settle } from '../constraints/system.ts'
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
      const own = left.flatMap(relation => equations.rows[relation]!)
      const traced = traceable({ size: equations.size, rows: own })
      const { conflict } = settle(createSystem(traced, padded(values, traced.size), unknown))
      if (!conflict || conflict.kind === 'undecided') return found
      const { coefficients } = conflict.row
      const isUsed = (at: number) => coefficients[equations.size + at] !== 0
      const used = left.filter((_, at) => isUsed(at)).map(relation => constraints[relation]!)
      const cells = new Set(used.flatMap(({ operands }) => operands.map(operand => operand.index)))
      found.push({
        constraints: used,
        unknown: unknown.filter(position => cells.has(position)).map(position => facts[position]!),
      })
      left = left.filter((_, at) => !isUsed(at))
    }
  } catch (error) {
    if (error instanceof BeyondExact) return found
    throw error
  }
}

/** With a figure of its own, 0, in each equation: its coefficient in a combination tells how often that took part. */
export function traceable({ rows, size }: Equations): Equations {
  const all = rows.map((row, at) => {
    const longer = new Int32Array(size + rows.length)
    longer.set(row)
    longer[size + at] = 1
    return longer
  })
  return { size: size + rows.length, rows: all }
}

function padded(values: Float64Array, size: number): Float64Array {
  const longer = new Float64Array(size)
  longer.set(values)
  return longer
}
