import type { Merge } from '../../document/grid.ts'

/** What parsers make of a workbook: its sheets as plain data. Rows and columns count from 0. */
export interface ParsedWorkbook {
  readonly sheets: readonly ParsedSheet[]
  /** The names of sheets that could not be parsed. */
  readonly failed: readonly string[]
  /** Cells with value or formula in all sheets; where they are more than was asked for, the rest is left out. */
  readonly amount: number
}

export interface ParsedSheet {
  readonly name: string
  /** By rows, then columns; cells without value and formula are left out. */
  readonly cells: readonly ParsedCell[]
  readonly merges: readonly Merge[]
  /** True for very hidden sheets too. */
  readonly isHidden: boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

export interface ParsedCell {
  readonly row: number
  readonly column: number
  /** Null for a formula without a stored result. An error is its code, `#REF!`. */
  readonly value: string | number | boolean | null
  /** Without the equals sign; null when the cell holds none. */
  readonly formula: string | null
  /** What the format of a number or a date makes of it; null where there is no format or it does not tell. */
  readonly shown: string | null
  readonly isDate: boolean
}

/** The most that a sheet of any program holds. */
export const rowsOfSheet = 1_048_576
export const columnsOfSheet = 16_384
