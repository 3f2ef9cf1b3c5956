import { evaluate } from '../constraints/evaluate.ts'
import type { Constraint } from '../editions/index.ts'
import type { ReportTable } from '../model/report.ts'
import type { Relation } from '../rules/rule.ts'

export interface JudgedRelation extends Relation {
  /** True when rows added to the form may explain that it does not hold. */
  readonly isOpen: boolean
}

/** Every relation that the table has figures for, bounds too, in the order of the form. */
export function judgedRelations(
  { form, facts }: ReportTable,
  open: ReadonlySet<Constraint>,
): readonly JudgedRelation[] {
  return [...form.constraints, ...form.subtotalConstraints]
    .filter(({ operands }) => operands.every(({ index }) => facts[index]))
    .map(constraint => ({
      constraint,
      operands: constraint.operands.map(({ index }) => facts[index]!),
      evaluation: evaluate(constraint, facts as readonly NonNullable<(typeof facts)[number]>[]),
      subject: facts[constraint.subjectCell.index]!,
      isOpen: open.has(constraint),
    }))
}
