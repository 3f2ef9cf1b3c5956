import { type Evaluation, evaluate } from '../constraints/evaluate.ts'
import type { Relations } from '../diagnostics/diagnostic.ts'
import { tableIds } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import { formFacts, type Report, tableOf } from '../model/report.ts'
import { factsOfNothing } from '../recognize/build-table.ts'
import { type BoundRelation, bindOwnRelations, type OwnRelation } from '../rules/index.ts'

/** A relation of the settings, with the facts at the positions of its operands. */
export interface JudgedOwnRelation extends BoundRelation {
  readonly evaluation: Evaluation<Fact>
  readonly facts: readonly Fact[]
}

/**
 * Judges the relations that settings add, three-valued as those of the forms. A table that the report lacks has no
 * figures, so that what it takes part in is unknown; what takes part in lacking tables only is not counted, as with the
 * relations of the forms.
 */
export function judgeOwnRelations(
  report: Report,
  relations: readonly OwnRelation[],
  counts: { -readonly [Key in keyof Relations]: number },
): readonly JudgedOwnRelation[] {
  const [first] = report.tables
  if (!first || relations.length === 0) return []
  const tables = tableIds.map(id => tableOf(report, id))
  const editions = tables.map(table => (table ?? first).edition)
  const facts = tableIds.flatMap((id, index) => {
    const form = editions[index]!.tables[id]
    const table = tables[index]
    return table ? formFacts(table) : (factsOfNothing(form).slice(0, form.size) as readonly Fact[])
  })
  return bindOwnRelations(relations, editions).flatMap(bound => {
    if (!bound.tables.some(id => tableOf(report, id))) return []
    const evaluation = evaluate(bound.constraint, facts)
    if (bound.constraint.relation === '=') counts[evaluation.outcome]++
    return [{ ...bound, evaluation, facts }]
  })
}
