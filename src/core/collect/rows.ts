import { formatExact } from '../constraints/exact.ts'
import type { Location } from '../document/location.ts'
import type { Line } from '../editions/index.ts'
import type { Body } from '../model/body.ts'
import type { Fact } from '../model/fact.ts'
import { listedBody, type Report, type ReportTable } from '../model/report.ts'

/** `decimal`: a number as an exact decimal string. */
export type Kind = 'text' | 'whole' | 'decimal'

export type Field = string | number | null

/** Parallel to `columns`. */
export type Row = readonly Field[]

interface Column {
  readonly name: string
  readonly kind: Kind
  of(subject: Subject): Field
}

/** A figure, and whose it is. */
interface Subject {
  readonly report: Report
  readonly body: string | null
  /** The body whose report takes this one in. */
  readonly parent: string | null
  readonly table: ReportTable
  readonly fact: Fact
  /** Null for a figure that the report does not have. */
  readonly location: Location | null
}

/** The table that `collect` makes, a row for each figure. None of the names is a word that SQL keeps for itself. */
export const columns: readonly Column[] = [
  { name: 'body', kind: 'text', of: ({ body }) => body },
  { name: 'parent', kind: 'text', of: ({ parent }) => parent },
  { name: 'year', kind: 'whole', of: ({ report }) => report.year },
  { name: 'edition', kind: 'text', of: ({ table }) => table.edition.id },
  { name: 'table_id', kind: 'text', of: ({ table }) => table.id },
  { name: 'ref', kind: 'text', of: ({ fact }) => fact.cell.ref },
  { name: 'row_label', kind: 'text', of: ({ fact }) => labelOf(fact.cell.row) },
  { name: 'column_label', kind: 'text', of: ({ fact }) => labelOf(fact.cell.column) },
  { name: 'unit', kind: 'text', of: ({ fact }) => fact.cell.column.unit },
  { name: 'value', kind: 'decimal', of: ({ fact }) => fact.value && formatExact(fact.value) },
  { name: 'state', kind: 'text', of: ({ fact }) => fact.state },
  { name: 'raw', kind: 'text', of: ({ fact }) => fact.raw },
  { name: 'path', kind: 'text', of: ({ report }) => report.path },
  { name: 'line', kind: 'whole', of: ({ location }) => location?.line ?? null },
  { name: 'position', kind: 'whole', of: ({ location }) => location?.column ?? null },
  { name: 'address', kind: 'text', of: ({ location }) => location?.address ?? null },
]

/** In the order of the form. A body that the roster has goes by the name that it has there. */
export function rowsOf(report: Report, roster: readonly Body[] | null): readonly Row[] {
  const listed = roster ? listedBody(report, roster) : undefined
  const { name: body = report.body, parent = null } = listed ?? {}
  return report.tables.flatMap(table =>
    table.facts.flatMap(fact => {
      if (!fact) return []
      const { place } = fact
      const location = place?.grid.locate(place.row, place.column) ?? null
      return [columns.map(column => column.of({ report, body, parent, table, fact, location }))]
    }),
  )
}

/** With the heads above it, for the same label stands under several; null for a row without a label. */
function labelOf({ heads, label }: Line): string | null {
  return [...heads, label].filter(Boolean).join(' / ') || null
}
