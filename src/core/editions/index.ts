import { compileEdition, type Edition } from './edition.ts'
import type { RefOf, TableId } from './form.ts'
import { forms } from './forms.ts'

export type { Block, Cell, Constraint, Edition, Line, Table } from './edition.ts'
export { linesOf, refOf } from './edition.ts'
export type { EditionForm, TableForm, TableId, ValueKind } from './form.ts'
export { tableIds } from './form.ts'
export { type PrintedCell, type PrintedTable, printedRows, printTable } from './layout.ts'
export { type SectionForm, type SectionId, sections } from './sections.ts'
export { before, type YearConstraint, yearConstraints } from './year-relations.ts'

/** Any cell that some edition has. */
export type Ref = RefOf<(typeof forms)[number]>
export type EditionId = (typeof forms)[number]['id']

export const editions: readonly Edition[] = forms.map(compileEdition)
export const latestEdition = editions.at(-1)!

export function editionById(id: string): Edition | undefined {
  return editions.find(edition => edition.id === id)
}

/** The edition prescribed for reports of a year; undefined before the first form. */
export function editionOfYear(year: number): Edition | undefined {
  return editions.find(({ form: { years } }) => year >= years.from && (years.to === null || year <= years.to))
}

/** True for a table that the editions print differently. */
export function differsBetweenEditions(id: TableId): boolean {
  const refs = editions.map(({ tables }) => tables[id].cells.map(cell => cell.ref).join())
  return new Set(refs).size > 1
}
