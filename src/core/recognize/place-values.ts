import { cellKey, type Grid, hiddenBy, type Merge } from '../document/grid.ts'
import type { ColumnMap } from './map-columns.ts'
import type { DataRow, Part } from './region.ts'

/** Which grid column of a row holds the figure of each of the head's columns. */
export type RowPlaces =
  | { readonly kind: 'placed'; readonly columns: readonly number[] }
  /** Fewer cells than columns: `cells` are grid columns, in order, and belong to some of the head's columns. */
  | { readonly kind: 'short'; readonly cells: readonly number[] }
  /** More figures than columns, or figures beside the columns. */
  | { readonly kind: 'wide'; readonly found: number }

/**
 * Where the figures of each row of a part stand. In most files under the head's own cells; in text copied from a
 * page, where a head loses the cells that it spans, by their order behind the labels.
 */
export function placeRows(grid: Grid, part: Part, map: ColumnMap, reach: number): RowPlaces[] {
  const { columns, isPositional } = map
  const rows = part.data.map(data => ({ data, cells: grid.rows[data.row] ?? [], labelEnd: labelEnd(data) }))
  if (isPositional) {
    const underHead = rows.map(row => placeUnderHead(grid, row, map, reach))
    const fitting = underHead.filter(places => places.kind !== 'wide').length
    if (fitting * 2 >= rows.length) return underHead
  }
  const stubWidth = rows.reduce((width, row) => Math.max(width, row.labelEnd + 1), 0)
  return rows.map(row => placeByOrder(row, columns.length, stubWidth))
}

interface Row {
  readonly data: DataRow
  readonly cells: readonly string[]
  /** Grid column of the last label, or of the text in its place; -1 when there is none. */
  readonly labelEnd: number
}

function labelEnd(data: DataRow): number {
  return Math.max(-1, data.strange?.column ?? -1, ...data.labels.map(hit => hit.column))
}

/**
 * A column reaches to the next one, for a head can span more cells than its name stands in; the last one to `reach`,
 * the last grid column that any head of the table has.
 */
function placeUnderHead(
  grid: Grid,
  { data, cells, labelEnd }: Row,
  { columns, leading }: ColumnMap,
  reach: number,
): RowPlaces {
  const first = columns[0]!.index
  const places = columns.map(column => column.index)
  let filled = 0
  let isWide = labelEnd >= first
  let at = -1
  let lastFilled = -1
  for (let column = labelEnd + 1; column < cells.length; column++) {
    if (isBlank(cells[column]!)) continue
    filled++
    while (at + 1 < columns.length && columns[at + 1]!.index <= column) at++
    if (at < 0) isWide ||= data.labels.length > 0 || !leading.includes(column)
    else if (at === lastFilled || column > reach) isWide = true
    else {
      lastFilled = at
      places[at] = column
    }
  }
  if (isWide) return { kind: 'wide', found: filled }
  const lastKnown = columns.reduce((last, { id, index }) => (id === null ? last : index), 0)
  if (grid.ragged && cells.length <= lastKnown) {
    return { kind: 'short', cells: cells.flatMap((_, column) => (column >= first ? [column] : [])) }
  }
  return { kind: 'placed', columns: places }
}

function isBlank(raw: string): boolean {
  return raw === '' || raw.trim() === ''
}

function placeByOrder({ cells, labelEnd }: Row, columns: number, stubWidth: number): RowPlaces {
  const behind = cells.flatMap((_, column) => (column > labelEnd ? [column] : []))
  const filled = behind.filter(column => !isBlank(cells[column]!))
  if (filled.length === columns) return { kind: 'placed', columns: filled }
  if (filled.length > columns) return { kind: 'wide', found: filled.length }
  const beyondStub = behind.filter(column => column >= stubWidth)
  if (filled.some(column => column < stubWidth)) return { kind: 'short', cells: filled }
  if (beyondStub.length === columns) return { kind: 'placed', columns: beyondStub }
  return beyondStub.length < columns
    ? { kind: 'short', cells: beyondStub }
    : { kind: 'wide', found: filled.length }
}

/**
 * The cells of a row's figures that a merge has joined into one, so that it cannot be told whose figure it is, or that
 * hold another text than the merge shows in their place.
 */
export function mergedFigures(grid: Grid, row: number, columns: readonly number[]): number[] {
  if (grid.merges.length === 0) return []
  const joined = new Set<number>()
  for (const column of columns) {
    const merge = hiddenBy(grid, row, column)
    if (merge && columns.includes(merge.column)) joined.add(merge.column).add(column)
    else if (merge && (merge.row !== row || holdsAnother(grid, row, column, merge))) joined.add(column)
  }
  return [...joined].sort((a, b) => a - b)
}

function holdsAnother(grid: Grid, row: number, column: number, merge: Merge): boolean {
  const covered = grid.notes?.coveredTexts.get(cellKey(row, column))
  return covered !== undefined && covered !== grid.rows[merge.row]?.[merge.column]
}

/**
 * Every order-keeping way to give `cells` cells to `columns` columns; each lists the column of every cell. Null when
 * there are too many to try: then nothing can be told from them.
 */
export function alignments(cells: number, columns: number): number[][] | null {
  let ways = 1
  for (let taken = 0; taken < Math.min(cells, columns - cells); taken++)
    ways *= (columns - taken) / (taken + 1)
  return columns > mostColumns || ways > mostWays ? null : align(cells, columns)
}

/** 表四 with four cells lost has 1365 ways. */
const mostWays = 2000
const mostColumns = 40

function align(cells: number, columns: number): number[][] {
  if (cells === 0) return [[]]
  if (columns < cells) return []
  const withFirst = align(cells - 1, columns - 1).map(rest => [0, ...rest.map(at => at + 1)])
  const withoutFirst = align(cells, columns - 1).map(rest => rest.map(at => at + 1))
  return [...withFirst, ...withoutFirst]
}
