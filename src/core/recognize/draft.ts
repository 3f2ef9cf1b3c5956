import type { Location } from '../document/location.ts'
import type { Edition, Line, Table, TableId } from '../editions/index.ts'
import type { Place } from '../model/fact.ts'
import { supplyHeads } from './headless.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { type EditionEvidence, editionEvidence, nameRows, type RowName } from './name-rows.ts'
import { placeRows, type RowPlaces } from './place-values.ts'
import { type DataRow, type Part, type Region, widthOf } from './region.ts'

/** The pieces of one table, in reading order, with their columns named. */
export interface Draft {
  readonly id: TableId
  readonly pieces: readonly Piece[]
  readonly evidence: EditionEvidence
}

/** Rows under one head, and the columns that the head names. */
export interface Piece {
  readonly region: Region
  readonly part: Part
  readonly map: ColumnMap
  /** True when the columns are not named but taken in the order of the form. */
  readonly isHeadless: boolean
}

export function draftTable(id: TableId, regions: readonly Region[]): Draft {
  const found: Piece[] = []
  for (const region of regions) {
    for (const part of region.parts) {
      // A table cut by a page break goes on under the head it began with.
      const above = part.head.length === 0 ? found.at(-1) : undefined
      const map = above ? inheritedMap(above, region) : mapColumns(region, part)
      found.push({ region, part, map, isHeadless: false })
    }
  }
  const pieces = supplyHeads(id, found)
  const rows = pieces.flatMap(piece => piece.part.data)
  return {
    id,
    pieces,
    evidence: editionEvidence(
      id,
      rows,
      pieces.map(piece => piece.map),
    ),
  }
}

/** In a table of another width only the order of the columns is the same. */
function inheritedMap({ map, region }: Piece, { grid }: Region): ColumnMap {
  const isAlike = region.grid === grid || widthOf(region.grid) === widthOf(grid)
  return isAlike ? map : { ...map, isPositional: false }
}

/** A row of the grid with its name and the places of its figures. */
export interface NamedRow {
  readonly piece: Piece
  readonly data: DataRow
  readonly name: RowName
  readonly places: RowPlaces
}

/** A row that is one of the form. */
export interface UsableRow extends NamedRow {
  readonly line: Line
}

/** The rows of a draft in the words of an edition. */
export function nameAndPlace({ id, pieces }: Draft, edition: Edition): NamedRow[] {
  const rows = pieces.flatMap(piece => piece.part.data.map(data => ({ data, grid: piece.region.grid })))
  const names = nameRows(edition, id, rows)
  const reach = pieces.reduce((last, { map }) => Math.max(last, map.columns.at(-1)?.index ?? 0), 0)
  let at = 0
  return pieces.flatMap(piece => {
    const { part, region, map } = piece
    const places = map.columns.length > 0 ? placeRows(region.grid, part, map, reach) : []
    return part.data.map((data, index) => ({
      piece,
      data,
      name: names[at++]!,
      places: places[index] ?? unplaced,
    }))
  })
}

const unplaced: RowPlaces = { kind: 'wide', found: 0 }

/** Where the label of a row stands; its first text when it has none. */
export function labelLocation(row: NamedRow): Location {
  const { grid, column } = labelPlace(row)
  return grid.locate(row.data.row, column)
}

export function labelPlace({ piece, data, name }: NamedRow): Place {
  const { grid } = piece.region
  const hit = name.kind === 'line' ? name.hit : data.labels.at(-1)
  const first = (grid.rows[data.row] ?? []).findIndex(raw => raw.trim() !== '')
  return { grid, row: data.row, column: hit?.column ?? Math.max(0, first) }
}

export function startOf({ pieces }: Draft): Place {
  const { region, part } = pieces[0]!
  const hit = part.head[0] ?? part.data[0]?.labels[0]
  const row = hit?.row ?? part.headRows[0] ?? part.data[0]!.row
  return { grid: region.grid, row, column: hit?.column ?? 0 }
}

export function headsOf({ pieces }: Draft): Map<string, string> {
  const heads = new Map<string, string>()
  for (const { map } of pieces)
    for (const { id, text } of map.columns) if (id !== null && !heads.has(id)) heads.set(id, text)
  return heads
}

export function hasCornerNote({ pieces }: Draft, form: Table): boolean {
  const notes = form.blocks.flatMap(block => (block.form.columnsHead ? [block.form.stubHead] : []))
  const hits = pieces.flatMap(({ part }) => part.head)
  if (notes.length === 0 || hits.length === 0) return true
  return hits.some(hit => hit.meanings.some(meaning => notes.includes(meaning.id)))
}
