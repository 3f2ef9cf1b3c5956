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
