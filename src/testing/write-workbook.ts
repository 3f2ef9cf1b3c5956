import * as XLSX from 'xlsx'
import { type SheetToWrite, writeWorkbook } from '../core/readers/workbooks/sheetjs.ts'
import type { FormSheet } from '../core/templates/index.ts'

export type BookType = 'biff8' | 'biff5' | 'ods'

/** The workbook as the library writes it in another format. */
export function writeAs(bookType: BookType, sheets: readonly SheetToWrite[]): Uint8Array {
  const book = XLSX.read(writeWorkbook(sheets), { cellNF: true })
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer)
}

/** What a person types as a number becomes one, but for what would not stay as it is written, `033`. */
export function numbered({ rows, ...sheet }: FormSheet): SheetToWrite {
  const typed = rows.map(row => row.map(text => (String(Number(text)) === text ? Number(text) : text)))
  return { ...sheet, rows: typed }
}
