import type { Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { AddedRow } from '../model/added-row.ts'
import type { Fact, Place } from '../model/fact.ts'
import type { Report, ReportTable } from '../model/report.ts'
import { locationOf } from './describe.ts'

/** Which cell of a file is meant: by its ref, or by its place as diagnostics print it. */
export type Target =
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'place'; readonly line: number; readonly column: number }

export type FoundCell =
  | { readonly kind: 'figure'; readonly fact: Fact; readonly table: ReportTable }
  | { readonly kind: 'added-row'; readonly row: AddedRow }
  | { readonly kind: 'no-figure'; readonly raw: string }
  | { readonly kind: 'nothing' }

export function findCell(target: Target, report: Report, document: Document): FoundCell {
  for (const table of report.tables) {
    const fact = table.facts.find(each => each && isMeant(target, each))
    if (fact) return { kind: 'figure', fact, table }
  }
  if (target.kind === 'ref') return { kind: 'nothing' }
  const found = placesOf(document).find(({ location, raw }) => isThere(target, location, raw))
  if (!found) return { kind: 'nothing' }
  for (const table of report.tables) {
    const row = table.added.find(({ place }) => place.grid === found.grid && place.row === found.row)
    if (row) return { kind: 'added-row', row }
  }
  return { kind: 'no-figure', raw: found.raw }
}

function isMeant(target: Target, fact: Fact): boolean {
  if (target.kind === 'ref') return fact.cell.ref === target.ref
  return fact.place !== null && isThere(target, locationOf(fact), fact.raw)
}

/** An empty cell is as wide as one character. */
function isThere(target: Exclude<Target, { kind: 'ref' }>, location: Location, raw: string): boolean {
  if (target.kind === 'address')
    return location.address !== null && plainAddress(location.address) === plainAddress(target.address)
  const { line, column } = target
  const isBehind = line > location.line || (line === location.line && column >= location.column)
  if (raw === '') return line === location.line && column === location.column
  return isBehind && (line < location.endLine || (line === location.endLine && column < location.endColumn))
}

/** Without the quotes that only some writers use. */
export function plainAddress(address: string): string {
  return address.replace(/['$]/g, '').replace('！', '!').toUpperCase()
}

interface FoundPlace extends Place {
  readonly location: Location
  readonly raw: string
}

function placesOf({ grids }: Document): FoundPlace[] {
  return grids.flatMap(grid =>
    grid.rows.flatMap((cells, row) =>
      cells.map((raw, column) => ({ grid, row, column, raw, location: grid.locate(row, column) })),
    ),
  )
}
