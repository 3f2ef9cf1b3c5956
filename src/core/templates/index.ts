import type { Merge } from '../document/grid.ts'
import {
  type Cell,
  type Edition,
  type PrintedTable,
  printedRows,
  printTable,
  tableIds,
} from '../editions/index.ts'
import { writeCsv } from '../text/csv.ts'

/** Rows of text with the merges of the printed form; what a template, and a filled form, is written from. */
export interface FormSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
}

/** A title above the form's first table; it is where a reader finds body and year. */
export const blankTitle = '（单位名称）（年份）年政府信息公开工作年度报告'

/** All three tables on one sheet, one below the other under their section titles. */
export function formSheet(
  tables: Edition['tables'],
  title: string,
  figure: (cell: Cell) => string,
): FormSheet {
  const rows: string[][] = [[title]]
  const merges: Merge[] = []
  for (const id of tableIds) {
    const table = tables[id]
    const printed = printTable(table)
    rows.push([], [`${table.form.section}、${table.form.title}`])
    merges.push(...mergesOf(printed, rows.length))
    rows.push(...printedRows(printed, figure))
  }
  const width = Math.max(...rows.map(row => row.length))
  return { name: '年度报告', rows: rows.map(row => [...row, ...Array(width - row.length).fill('')]), merges }
}

function mergesOf({ cells }: PrintedTable, top: number): Merge[] {
  return cells
    .filter(({ rows, columns }) => rows > 1 || columns > 1)
    .map(({ row, column, rows, columns }) => ({ row: row + top, column, rows, columns }))
}

/** A blank form as comma-separated text with CRLF line ends, without a byte order mark. */
export function templateCsv(edition: Edition): string {
  return writeCsv(blankForm(edition).rows)
}

/** A blank form as a workbook (xlsx). */
export async function templateWorkbook(edition: Edition): Promise<Uint8Array> {
  return formWorkbook(blankForm(edition))
}

function blankForm(edition: Edition): FormSheet {
  return formSheet(edition.tables, blankTitle, () => '')
}

/** A form as comma-separated text with the byte order mark by which Excel takes it for UTF-8. */
export function formCsv({ rows }: FormSheet): string {
  return `\ufeff${writeCsv(rows)}`
}

/** In characters: labels, then figures. 表四 has its fifteen figures in these columns too. */
const columnWidths = [24, 18, 36, ...Array<number>(12).fill(14)]

/** A form as a workbook (xlsx); figures are numbers. */
export async function formWorkbook({ rows, ...sheet }: FormSheet): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../readers/workbooks/sheetjs.ts')
  const cells = rows.map(row => row.map(text => (isFigure(text) ? Number(text) : text)))
  return writeWorkbook([{ ...sheet, rows: cells, widths: columnWidths }])
}

/** Of no more digits than a workbook keeps. */
function isFigure(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15
}
