import type { Location } from './location.ts'

/**
 * Rows of cells as they were found; a line of running text is a row of one cell. Rows and columns count from 0.
 */
export interface Grid {
  /** The sheet's name; `表格2` for a table of a page or a Word document; null for running text. */
  readonly sheet: string | null
  /** The text of each cell, as written. A cell that a merge covers is empty. */
  readonly rows: readonly (readonly string[])[]
  /** True when a row ends where its writing ends (text formats), so that a narrow row has lost something. */
  readonly ragged: boolean
  readonly merges: readonly Merge[]
  /** The place of a cell; of the row's end when the row is narrower. */
  locate(row: number, column: number): Location
  /** The place of a piece of a cell's text, by offsets in UTF-16 units; absent, or null, where that cannot be told. */
  locatePart?(row: number, column: number, start: number, end: number): Location | null
  /** What stands between the cells of a row; only of text that is cut at it. */
  readonly separator?: string
  /** Only of sheets of a workbook. */
  readonly notes?: SheetNotes
}

/** What a sheet says of its cells besides their text. Cells are told by `cellKey`. */
export interface SheetNotes {
  /** True when the sheet as a whole is hidden. */
  readonly isHidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Cells that hold a text which begins like a number. */
  readonly textFigures: ReadonlySet<number>
  /** Cells that show another number than they hold, or none. */
  readonly shownOtherwise: ReadonlyMap<number, { readonly held: string; readonly shown: string }>
  /** What cells hold although a merge covers them. */
  readonly coveredTexts: ReadonlyMap<number, string>
}

/** Tells the cells of a sheet apart, which is no wider than 16,384 columns. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column
}

/** An area shown as one cell; its text is in the cell at `row`, `column`. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The merge that hides a cell, if any; the top left cell of a merge is not hidden. */
export function hiddenBy(grid: Grid, row: number, column: number): Merge | undefined {
  return grid.merges.find(
    merge =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns &&
      (row !== merge.row || column !== merge.column),
  )
}
