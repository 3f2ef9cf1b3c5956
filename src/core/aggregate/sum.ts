import { evaluate } from '../constraints/evaluate.ts'
import { addExact, type Exact } from '../constraints/exact.ts'
import { type Cell, type Edition, type TableId, tableIds } from '../editions/index.ts'
import { type Report, tableOf } from '../model/report.ts'

/** The sum of reports, cell by cell. A cell of which one report does not tell the figure has none. */
export interface Sum {
  readonly edition: Edition
  /** By ref; null where it is not known. */
  readonly figures: ReadonlyMap<string, Exact | null>
  /** What keeps the sum from being whole, in the order of the reports. */
  readonly gaps: readonly Gap[]
  /** Reports that break identities of their own, and how many. */
  readonly unsound: readonly { readonly report: Report; readonly failed: number }[]
}

export type Gap = { readonly report: Report; readonly table: TableId } & (
  | { readonly kind: 'no-table' }
  /** Blank, unreadable or not there. */
  | { readonly kind: 'no-figure'; readonly cells: readonly Cell[] }
  /** Rows beyond the form, which have no place in the sum; by their labels. */
  | { readonly kind: 'added-rows'; readonly labels: readonly string[] }
)

/** Sums reports whose tables all have this edition. */
export function sumReports(reports: readonly Report[], edition: Edition): Sum {
  const figures = new Map<string, Exact | null>()
  for (const id of tableIds) {
    const tables = reports.map(report => tableOf(report, id))
    const { cells, size } = edition.tables[id]
    for (const { ref, index } of cells.slice(0, size)) {
      const values = tables.map(table => table?.facts[index]?.value ?? null)
      const known = values.filter(value => value !== null)
      figures.set(ref, known.length === values.length ? addExact(known) : null)
    }
  }
  return {
    edition,
    figures,
    gaps: reports.flatMap(report => tableIds.flatMap(id => gapsOf(report, id))),
    unsound: reports.flatMap(report => {
      const failed = failedIdentities(report)
      return failed > 0 ? [{ report, failed }] : []
    }),
  }
}

/** The editions that the tables of reports have, oldest first, each with the reports that have it. */
export function editionsOf(reports: readonly Report[]): readonly (readonly [Edition, readonly Report[]])[] {
  const found = new Map<Edition, Report[]>()
  for (const report of reports)
    for (const edition of new Set(report.tables.map(table => table.edition)))
      found.set(edition, [...(found.get(edition) ?? []), report])
  return [...found].sort(([a], [b]) => (a.id < b.id ? -1 : 1))
}

function gapsOf(report: Report, id: TableId): readonly Gap[] {
  const table = tableOf(report, id)
  if (!table) return [{ kind: 'no-table', report, table: id }]
  const { form, facts, added } = table
  const cells = form.cells.slice(0, form.size).filter(cell => !facts[cell.index]?.value)
  const labels = added.filter(({ isItem }) => isItem).map(({ label }) => label)
  return [
    ...(cells.length > 0 ? [{ kind: 'no-figure', report, table: id, cells } as const] : []),
    ...(labels.length > 0 ? [{ kind: 'added-rows', report, table: id, labels } as const] : []),
  ]
}

function failedIdentities({ tables }: Report): number {
  const outcomes = tables.flatMap(({ form, facts }) =>
    form.constraints
      .filter(({ relation }) => relation === '=')
      .map(constraint => evaluate(constraint, facts).outcome),
  )
  return outcomes.filter(outcome => outcome === 'failed').length
}
