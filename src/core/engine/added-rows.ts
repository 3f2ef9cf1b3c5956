import type { Evaluation } from '../constraints/evaluate.ts'
import { differenceOf, signOf } from '../constraints/exact.ts'
import type { Constraint } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'

/** Rows beyond them would explain nearly any difference. */
const mostRows = 4

/**
 * True when a total differs from its items by what rows hold that the report added to them. Whether it counts such a
 * row or not cannot be told, and the relation stays unknown.
 */
export function isExplainedByAddedRows(
  { kind, subjectCell }: Constraint,
  { residual }: Evaluation<Fact>,
  { added }: ReportTable,
): boolean {
  const items = added.filter(row => row.isItem)
  if (kind !== 'outcome-total' || items.length === 0 || items.length > mostRows) return false
  let sums = [residual]
  for (const { figures } of items) {
    const { value } = figures.find(figure => figure.column === subjectCell.column) ?? {}
    if (!value) return true
    sums = sums.flatMap(sum => [sum, differenceOf(sum, value)])
  }
  return sums.some(sum => signOf(sum) === 0)
}
