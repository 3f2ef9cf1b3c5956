import * as XLSX from 'xlsx'
import type { Merge } from '../document/grid.ts'
import { expectWholeSheets } from './worksheets.ts'

/** The sheets of a workbook, free of the library's types. Rows and columns count from 0. */
export interface ParsedWorkbook {
  readonly sheets: readonly ParsedSheet[]
  /** The names of sheets that could not be parsed. */
  readonly failed: readonly string[]
}

export interface ParsedSheet {
  readonly name: string
  /** By rows, then columns; cells without value and formula are left out. */
  readonly cells: readonly ParsedCell[]
  readonly merges: readonly Merge[]
}

export interface ParsedCell {
  readonly row: number
  readonly column: number
  /** Null for a formula without a stored result. An error is its code, `#REF!`. */
  readonly value: string | number | boolean | null
  /** Without the equals sign; null when the cell holds none. */
  readonly formula: string | null
  /** What a date or time format makes of a number; null with any other format. */
  readonly shown: string | null
}

export interface SheetToWrite {
  readonly name: string
  readonly rows: readonly (readonly (string | number)[])[]
  readonly merges: readonly Merge[]
  /** Of the columns from the left, in characters. */
  readonly widths?: readonly number[]
}

/** What the library is given: never a whole zip container, which it would inflate without a bound. */
export interface WorkbookParts {
  /** The inflated parts of a container, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/** @throws an Error when the parts are not those of a workbook. */
export function parseWorkbook({ parts }: WorkbookParts): ParsedWorkbook {
  const book = quietly(() => parseParts(parts))
  if (new Set(book.SheetNames).size < book.SheetNames.length) throw new Error('two sheets have the same name')
  const sheets: ParsedSheet[] = []
  const failed: string[] = []
  for (const name of book.SheetNames) {
    // The library passes over a sheet that makes it throw, and looks names up on a plain object.
    const sheet = book.Sheets[name] as LibrarySheet | undefined
    if (sheet?.['!type'] !== undefined) continue
    const cells = sheet?.['!data'] && listCells(sheet['!data'], book.Workbook?.WBProps?.date1904 === true)
    if (cells) sheets.push({ name, cells, merges: (sheet['!merges'] ?? []).map(toMerge) })
    else failed.push(name)
  }
  if (failed.length === 0)
    expectWholeSheets(
      parts,
      sheets.reduce((sum, { cells }) => sum + cells.length, 0),
    )
  return { sheets, failed }
}

/** An xlsx file; the same sheets always give the same bytes. Blank strings leave their cells out. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  const book = {
    SheetNames: sheets.map(sheet => sheet.name),
    Sheets: Object.fromEntries(sheets.map(sheet => [sheet.name, toLibrarySheet(sheet)])),
    // Else the formats of the workbook that was read last get in.
    SSF: { 0: 'General' },
  }
  const options = { type: 'array', bookType: 'xlsx', bookSST: true, compression: true } as const
  return new Uint8Array(XLSX.write(book, options) as ArrayBuffer)
}

type LibraryRows = Readonly<Record<string, Readonly<Record<string, XLSX.CellObject>>>>

interface LibrarySheet {
  /** Missing for charts and dialogs; sparse. */
  readonly '!data'?: LibraryRows
  /** Only for what is not a table. */
  readonly '!type'?: string
  readonly '!merges'?: readonly XLSX.Range[]
}

/** Runs the library without what it prints. It may throw anything, `undefined` too. */
function quietly<Result>(run: () => Result): Result {
  const { console } = globalThis as unknown as { console: { error: unknown } }
  const error = console.error
  console.error = () => {}
  try {
    return run()
  } catch (thrown) {
    // Its own complaints are plain errors; a TypeError is a stumble over damage and tells a reader nothing.
    if (thrown instanceof Error && thrown.name === 'Error') throw thrown
    throw new Error('cannot be parsed', { cause: thrown })
  } finally {
    console.error = error
  }
}

/** Exported by the library, but absent from its typings. */
const parseContainer = (XLSX as unknown as { readonly parse_zip: ParseContainer }).parse_zip
type ParseContainer = (container: object, options: object) => XLSX.WorkBook

function parseParts(parts: ReadonlyMap<string, Uint8Array>): XLSX.WorkBook {
  const container: object = XLSX.CFB.utils.cfb_new()
  // `unsafe` spares a search for the name before each.
  for (const [name, part] of parts) XLSX.CFB.utils.cfb_add(container, name, repair(part), { unsafe: true })
  return parseContainer(container, {
    dense: true,
    nodim: true,
    cellHTML: false,
    cellText: false,
    cellFormula: true,
    cellNF: true,
    // Else a formula without a result is dropped.
    sheetStubs: true,
  })
}

/** What the library reads wrongly, what gives it away, and what the library reads rightly in its place. */
const repairs = [
  // An empty string: glued to the next one, so that all later ones move up by one.
  { signs: ['si/>', 'si />'], wrong: /<(\w+:)?si ?\/>/g, right: '<$1si><$1t/></$1si>' },
  // A blank row without a number: not counted.
  { signs: ['row/>', 'row />'], wrong: /<(\w+:)?row ?\/>/g, right: '<$1row></$1row>' },
  // A hyperlink: an object for every cell of its area, 17 billion when it is a whole sheet.
  { signs: ['hyperlink'], wrong: /<(?:\w+:)?hyperlink\s[^<>]*>/g, right: '' },
]

function repair(part: Uint8Array): Uint8Array {
  // The library would read them, unrepaired.
  if (part[0] === 0xff || part[0] === 0xfe) throw new Error('a part is in UTF-16')
  const text = new TextDecoder('utf-8').decode(part)
  let repaired = text
  for (const { signs, wrong, right } of repairs)
    if (signs.some(sign => text.includes(sign))) repaired = repaired.replace(wrong, right)
  if (text.includes('styleSheet')) repaired = addFormats(repaired)
  return repaired === text ? part : new TextEncoder().encode(repaired)
}

/**
 * Built-in formats that files name by number only, as Chinese Excel and WPS show them (ECMA-376-1, 18.8.30). The
 * library knows them not at all or as American ones. A typed `1-2` gets 58.
 */
const formats = [
  { ids: [14], format: 'yyyy/m/d' },
  { ids: [22], format: 'yyyy/m/d h:mm' },
  { ids: [30], format: 'm-d-yy' },
  { ids: [27, 36, 50, 52, 57], format: 'yyyy"年"m"月"' },
  { ids: [28, 29, 51, 53, 54, 58], format: 'm"月"d"日"' },
  { ids: [31], format: 'yyyy"年"m"月"d"日"' },
  { ids: [32], format: 'h"时"mm"分"' },
  { ids: [33], format: 'h"时"mm"分"ss"秒"' },
  { ids: [34, 55], format: '上午/下午h"时"mm"分"' },
  { ids: [35, 56], format: '上午/下午h"时"mm"分"ss"秒"' },
]
  .flatMap(({ ids, format }) => ids.map(id => `<numFmt numFmtId="${id}" formatCode='${format}'/>`))
  .join('')

/** Puts the formats before the file's own in a style part: the later of two counts. */
function addFormats(text: string): string {
  const list = /<(?:\w+:)?numFmts(?:\s[^<>]*)?(?<!\/)>/
  if (list.test(text)) return text.replace(list, `$&${formats}`)
  return text.replace(/<(?:\w+:)?styleSheet(?:\s[^<>]*)?>/, `$&<numFmts>${formats}</numFmts>`)
}

const rowsOfSheet = 1_048_576
const columnsOfSheet = 16_384

/** Null when a cell stands outside of what a sheet can hold. */
function listCells(rows: LibraryRows, date1904: boolean): ParsedCell[] | null {
  const cells: ParsedCell[] = []
  for (const rowKey of Object.keys(rows)) {
    const row = Number(rowKey)
    if (!(row >= 0 && row < rowsOfSheet)) return null
    const columns = rows[rowKey]!
    for (const columnKey of Object.keys(columns)) {
      const column = Number(columnKey)
      const cell = columns[columnKey]!
      if (!(column >= 0 && column < columnsOfSheet)) return null
      const formula = cell.f ?? null
      const value = cellValue(cell)
      if (value !== null || formula !== null)
        cells.push({ row, column, value, formula, shown: showDate(cell, date1904) })
    }
  }
  return cells
}

function cellValue(cell: XLSX.CellObject): ParsedCell['value'] {
  if (cell.t === 'z') return null
  // Excel has added error codes that the library does not know.
  if (cell.t === 'e') return XLSX.utils.format_cell(cell) || '#ERROR!'
  return cell.v === undefined ? '' : (showOther(cell) ?? (cell.v as string | number | boolean))
}

/** The shown text where the format makes another figure of the number: 251000元, 25.1万, 12%, thousands. */
function showOther({ t, v, z }: XLSX.CellObject): string | null {
  if (t !== 'n' || typeof z !== 'string' || !/[元万亿千百%‰]|,(?=\s*(?:;|$|"))/.test(z)) return null
  if (!Number.isFinite(v) || XLSX.SSF.is_date(z)) return null
  try {
    return String(XLSX.SSF.format(z, v))
  } catch {
    return z
  }
}

function showDate({ t, v, z }: XLSX.CellObject, date1904: boolean): string | null {
  if (t !== 'n' || typeof z !== 'string' || z === 'General' || !Number.isFinite(v)) return null
  if (!XLSX.SSF.is_date(z.replace(/general/gi, ''))) return null
  try {
    return String(XLSX.SSF.format(z, v, { date1904 }))
  } catch {
    return ''
  }
}

function toMerge({ s: start, e: end }: XLSX.Range): Merge {
  return { row: start.r, column: start.c, rows: end.r - start.r + 1, columns: end.c - start.c + 1 }
}

function toLibrarySheet({ rows, merges, widths = [] }: SheetToWrite): object {
  const height = merges.reduce((most, merge) => Math.max(most, merge.row + merge.rows), rows.length)
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const width = merges.reduce((most, merge) => Math.max(most, merge.column + merge.columns), widest)
  return {
    '!data': Array.from({ length: height }, (_, row) => (rows[row] ?? []).map(toLibraryCell)),
    ...(width > 0 && { '!ref': XLSX.utils.encode_range(toRange(0, 0, height, width)) }),
    '!merges': merges.map(merge => toRange(merge.row, merge.column, merge.rows, merge.columns)),
    // Excel counts the cell's padding in.
    '!cols': widths.map(characters => ({ width: characters + 0.83203125 })),
  }
}

function toLibraryCell(value: string | number): XLSX.CellObject | undefined {
  return value === '' ? undefined : { t: typeof value === 'string' ? 's' : 'n', v: value }
}

function toRange(row: number, column: number, rows: number, columns: number): XLSX.Range {
  return { s: { r: row, c: column }, e: { r: row + rows - 1, c: column + columns - 1 } }
}
