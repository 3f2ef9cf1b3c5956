import type { Edition, Table, TableId } from '../editions/index.ts'
import type { AddedRow } from './added-row.ts'
import type { BodyType } from './body.ts'
import type { Fact, Place } from './fact.ts'
import type { Narrative } from './narrative.ts'

/** The figures of one table, with their places. A report can mix editions, so each table has its own. */
export interface TableFacts {
  readonly id: TableId
  readonly edition: Edition
  readonly form: Table
  /** Parallel to `form.cells`; a subtotal that the report does not add is undefined. */
  readonly facts: readonly (Fact | undefined)[]
  /** Where the table begins. */
  readonly place: Place
}

/** One table of a report as it was read. */
export interface ReportTable extends TableFacts {
  /** The heads of columns as written, by column id. */
  readonly heads: ReadonlyMap<string, string>
  /** The rows that the report adds to the form, in its order. */
  readonly added: readonly AddedRow[]
  /** True when the cells are there and not one holds anything. */
  readonly isEmpty: boolean
  /** False when the table has a head that leaves out the note that states the balance. */
  readonly hasCornerNote: boolean
}

/** What settings say of a report, apart from what it says itself. */
export interface Expected {
  /** The edition that its tables are to have; null where any will do. */
  readonly edition: string | null
  /** Whose report its path says it is, and of which year; null where paths say nothing. */
  readonly named: { readonly body: string | null; readonly year: number | null } | null
  /** What the body is; null where neither settings nor the roster say. */
  readonly bodyType: BodyType | null
  /** The day of the next year by which the report is to be published, `01-28`; null where that of the law holds. */
  readonly deadline: string | null
  /** All names of the bodies of the roster that are not this one. */
  readonly otherBodies: readonly string[]
}

export const nothingExpected: Expected = {
  edition: null,
  named: null,
  bodyType: null,
  deadline: null,
  otherBodies: [],
}

/** All tables of one body and year, as found in one document. Never the output of a run. */
export interface Report {
  readonly path: string
  /** The body that reports; null when neither title nor path tells. */
  readonly body: string | null
  readonly year: number | null
  readonly expected: Expected
  /** In the order of the form. */
  readonly tables: readonly ReportTable[]
  /** Read when it is first asked for. */
  readonly narrative: Narrative
}

export function factOf(table: TableFacts, row: string, column: string): Fact | undefined {
  const cell = table.form.cell(row, column)
  return cell && table.facts[cell.index]
}

/** The facts of the cells that the form itself has. */
export function formFacts(table: TableFacts): readonly Fact[] {
  return table.facts.slice(0, table.form.size) as readonly Fact[]
}

export function tableOf(report: Report, id: TableId): ReportTable | undefined {
  return report.tables.find(table => table.id === id)
}
