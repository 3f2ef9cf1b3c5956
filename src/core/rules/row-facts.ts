import type { Exact } from '../constraints/exact.ts'
import type { Line, TableId } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import { factOf, type Report, tableOf } from '../model/report.ts'

/** A figure that is known. */
export interface KnownFact {
  readonly fact: Fact
  readonly value: Exact
}

/** The rows of a table that have all the named columns, with their figures in that order, where all are known. */
export function* rowsWith(
  report: Report,
  id: TableId,
  columns: readonly string[],
): Iterable<{ readonly row: Line; readonly facts: readonly KnownFact[] }> {
  const table = tableOf(report, id)
  if (!table) return
  for (const row of table.form.rows) {
    if (!table.form.cell(row.id, columns[0]!)) continue
    const facts = columns.flatMap((column): KnownFact[] => {
      const fact = factOf(table, row.id, column)
      return fact?.value ? [{ fact, value: fact.value }] : []
    })
    if (facts.length === columns.length) yield { row, facts }
  }
}

/** A figure that a report states as a number; undefined where it does not. */
export function knownFact(report: Report, id: TableId, row: string, column: string): KnownFact | undefined {
  const table = tableOf(report, id)
  const fact = table && factOf(table, row, column)
  return fact?.value ? { fact, value: fact.value } : undefined
}
