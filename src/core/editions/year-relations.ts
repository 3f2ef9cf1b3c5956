import { type BoundConstraint, bindTemplate } from '../constraints/linear.ts'
import type { Cell, Table } from './edition.ts'

/** Marks refs of the year before in the templates and terms of relations between years. */
export const before = 'before:'

/** A relation between a table and that of the year before; operands stand in the cells of the one, then of the other. */
export interface YearConstraint extends BoundConstraint {
  readonly subjectCell: Cell
}

/** What the later form says of its table and of one of the year before; less where the forms have not the same cells. */
export function yearConstraints(now: Table, last: Table): readonly YearConstraint[] {
  const known = bound.get(now) ?? new Map<Table, readonly YearConstraint[]>()
  bound.set(now, known)
  let constraints = known.get(last)
  if (!constraints) {
    constraints = bindAll(now, last)
    known.set(last, constraints)
  }
  return constraints
}

const bound = new WeakMap<Table, Map<Table, readonly YearConstraint[]>>()

function bindAll(now: Table, last: Table): readonly YearConstraint[] {
  const cells = new Map<string, { readonly cell: Cell; readonly index: number }>()
  for (const cell of now.cells.slice(0, now.size)) cells.set(cell.ref, { cell, index: cell.index })
  for (const cell of last.cells.slice(0, last.size))
    cells.set(before + cell.ref, { cell, index: now.size + cell.index })
  const refs = new Set(cells.keys())
  return now.continues
    .flatMap(template => bindTemplate(template, refs))
    .map(constraint => ({
      ...constraint,
      operands: constraint.terms.map(({ weight, ref }) => {
        const { cell, index } = cells.get(ref)!
        return { weight, index, isSigned: cell.value === 'change' }
      }),
      subjectCell: cells.get(constraint.subject)!.cell,
    }))
}
