/** Where something stands in an input. */
export interface Location {
  /** From 1. In workbooks the number of the sheet's row, in Word documents of the table's row or the paragraph. */
  readonly line: number
  /** From 1, in UTF-16 units of the decoded text. In workbooks and Word documents the number of the column. */
  readonly column: number
  readonly endLine: number
  /** Exclusive. */
  readonly endColumn: number
  /**
   * In workbooks the form that the name box of Excel and WPS takes, `表三!C12`; in pages and Word documents the same
   * of the table counted from the start, `表格2!C12`; `段落7` beside the tables of a Word document. Else null.
   */
  readonly address: string | null
}

/** The start of a document, for what concerns all of it. */
export const documentStart: Location = { line: 1, column: 1, endLine: 1, endColumn: 1, address: null }

export function compareLocation(a: Location, b: Location): number {
  return a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn
}

/** Sheet, row and column (both from 0) as a reference that can be typed into a workbook's name box. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${columnLetters(column)}${row + 1}`
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A sheet name that could be read as something else (a cell, a number, an expression) stands in quotes. */
function quoteSheet(sheet: string): string {
  const bare =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) &&
    !/^[A-Za-z]{1,3}\d+$|^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(sheet)
  return bare ? sheet : `'${sheet.replaceAll("'", "''")}'`
}
