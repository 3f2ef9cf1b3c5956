import * as XLSX from 'xlsx'
import type { Merge } from '../../document/grid.ts'
import { decodeCodePage, decodeFormat, inspectBiff } from './biff.ts'
import {
  columnsOfSheet,
  type ParsedCell,
  type ParsedSheet,
  type ParsedWorkbook,
  rowsOfSheet,
} from './parsed-workbook.ts'
import { builtInFormats, decodePart, repairPart } from './repair-parts.ts'
import { showInsertedPoint } from './shown.ts'
import { expectWholeSheets } from './worksheets.ts'

export interface SheetToWrite {
  readonly name: string
  readonly rows: readonly (readonly (string | number)[])[]
  readonly merges: readonly Merge[]
  /** Of the columns from the left, in characters. */
  readonly widths?: readonly number[]
}

/** What the library is given: never a whole zip container, which it would inflate without a bound. */
export type WorkbookInput = WorkbookParts | WorkbookBytes

export interface WorkbookParts {
  /** The inflated parts of a container, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly mostCells: number
}

export interface WorkbookBytes {
  /** An OLE container. */
  readonly bytes: Uint8Array
  readonly mostCells: number
}

/**
 * Null when a password protects the workbook.
 * @throws an Error when the input is no workbook.
 */
export function parseWorkbook(input: WorkbookInput): ParsedWorkbook | null {
  const { book, texts } = quietly(() =>
    'parts' in input ? parseParts(input.parts) : { book: parseOle(input.bytes), texts: null },
  )
  if (book === null) return null
  if (new Set(book.SheetNames).size < book.SheetNames.length) throw new Error('two sheets have the same name')
  const hidden = new Set(book.Workbook?.Sheets?.flatMap(({ name, Hidden }) => (Hidden ? [name] : [])))
  const sheets: ParsedSheet[] = []
  const failed: string[] = []
  let amount = 0
  for (const name of book.SheetNames) {
    // The library passes over a sheet that makes it throw, and looks names up on a plain object.
    const sheet = book.Sheets[name] as LibrarySheet | undefined
    if (sheet?.['!type'] !== undefined) continue
    const cells = sheet?.['!data'] && listCells(sheet['!data'], book)
    amount += cells ? cells.length : 0
    if (!cells) failed.push(name)
    else if (amount <= input.mostCells)
      sheets.push({
        name,
        cells,
        merges: (sheet['!merges'] ?? []).map(toMerge),
        isHidden: hidden.has(name),
        hiddenRows: hiddenLines(sheet['!rows'], 'hpt'),
        hiddenColumns: hiddenLines(sheet['!cols'], 'width'),
      })
  }
  if (texts && failed.length === 0) expectWholeSheets(texts, amount)
  return { sheets, failed, amount }
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

interface LibraryBook extends XLSX.WorkBook {
  /** In which number formats still are. */
  readonly codePage?: number
}

type LibraryRows = Readonly<Record<string, Readonly<Record<string, XLSX.CellObject>>>>

interface LibrarySheet {
  /** Missing for charts and dialogs; sparse. */
  readonly '!data'?: LibraryRows
  /** Only for what is not a table. */
  readonly '!type'?: string
  readonly '!merges'?: readonly XLSX.Range[]
  /** Sparse. */
  readonly '!rows'?: LibraryLines
  readonly '!cols'?: LibraryLines
}

type LibraryLines = Readonly<Record<string, { hidden?: boolean; hpt?: number; width?: number } | undefined>>

/** Runs the library without what it prints. It may throw anything, `undefined` too. */
function quietly<Result>(run: () => Result): Result {
  const { console } = globalThis as unknown as { console: { error: unknown } }
  const error = console.error
  console.error = () => {}
  try {
    return run()
  } catch (thrown) {
    // Its own complaints are plain errors; a TypeError is a stumble over damage and tells a reader nothing, and so does
    // a complaint about something that is not there.
    if (thrown instanceof Error && thrown.name === 'Error' && !/undefined|NaN/.test(thrown.message))
      throw thrown
    throw new Error('cannot be parsed', { cause: thrown })
  } finally {
    console.error = error
  }
}

/** Exported by the library, but absent from its typings. */
const { parse_zip: parseContainer, parse_xlscfb: parseOleStream } = XLSX as unknown as {
  readonly parse_zip: ParseContainer
  readonly parse_xlscfb: ParseContainer
}
type ParseContainer = (container: object, options: object) => XLSX.WorkBook

const options = {
  dense: true,
  nodim: true,
  cellHTML: false,
  cellText: false,
  cellFormula: true,
  cellNF: true,
}

function parseParts(parts: ReadonlyMap<string, Uint8Array>): {
  readonly book: LibraryBook
  /** The parts, decoded. */
  readonly texts: ReadonlyMap<string, string>
} {
  const container: object = XLSX.CFB.utils.cfb_new()
  const texts = new Map<string, string>()
  let hides = false
  for (const [name, part] of parts) {
    const text = decodePart(part)
    const repaired = repairPart(part, text)
    texts.set(name, text)
    hides ||= repaired.hides
    // `unsafe` spares a search for the name before each.
    XLSX.CFB.utils.cfb_add(container, name, repaired.bytes, { unsafe: true })
  }
  const book = parseContainer(container, {
    ...options,
    // Else a formula without a result is dropped.
    sheetStubs: true,
    // Else it does not tell what is hidden.
    cellStyles: hides,
  })
  return { book, texts }
}

/** Null when a password protects it. */
function parseOle(bytes: Uint8Array): LibraryBook | null {
  // What says that it is of version 0 the library would take for a zip container.
  const version = bytes[26] ?? 0
  if (!containerVersions.has(version)) throw new Error(`OLE container of version ${version}`)
  const container = XLSX.CFB.read(bytes, { type: 'array' })
  const stream = XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book')
  if (!stream?.content) throw new Error('no workbook in it')
  const found: ArrayLike<number> = stream.content
  const content = found instanceof Uint8Array ? found : Uint8Array.from(found)
  if (content.length < stream.size) throw new Error('cut short')
  const biff = inspectBiff(content)
  if (biff.kind === 'protected') return null
  if (biff.kind === 'damaged') throw new Error(biff.detail)
  setCodePages({ utils: { decode: decodeCodePage } })
  forgetFormats()
  for (const { ids, format } of builtInFormats) for (const id of ids) XLSX.SSF.load(format, id)
  // The stream alone: the others, of which the library reads some, hold no cells.
  const book = parseOleStream(content, { ...options, cellStyles: true, type: 'buffer' })
  return { ...book, codePage: biff.codePage }
}

const containerVersions: ReadonlySet<number> = new Set([3, 4])

const setCodePages = XLSX.set_cptable as (table: object) => void

/** The library keeps the formats of the OLE container before; its reader of zip containers begins with forgetting. */
function forgetFormats(): void {
  try {
    parseContainer(XLSX.CFB.utils.cfb_new(), {})
  } catch {}
}

/** Null when a cell stands outside of what a sheet can hold. */
function listCells(rows: LibraryRows, book: LibraryBook): ParsedCell[] | null {
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
        cells.push({ row, column, value, formula, ...shownBy(cell, book) })
    }
  }
  return cells
}

function cellValue(cell: XLSX.CellObject): ParsedCell['value'] {
  if (cell.t === 'z') return null
  // Excel has added error codes that the library does not know.
  if (cell.t === 'e') return XLSX.utils.format_cell(cell) || '#ERROR!'
  return cell.v === undefined ? '' : (cell.v as string | number | boolean)
}

/** What the format of a number shows. */
function shownBy({ t, v, z }: XLSX.CellObject, book: LibraryBook): Pick<ParsedCell, 'shown' | 'isDate'> {
  if (t !== 'n' || typeof z !== 'string' || z === 'General' || !Number.isFinite(v)) return plain
  const isDate = XLSX.SSF.is_date(z.replace(/general/gi, ''))
  if (!isDate && z === '0' && Number.isInteger(v)) return plain
  const format = book.codePage === undefined ? z : decodeFormat(book.codePage, z)
  try {
    const date1904 = book.Workbook?.WBProps?.date1904 === true
    const shown = showInsertedPoint(format, v as number) ?? String(XLSX.SSF.format(format, v, { date1904 }))
    return { isDate, shown }
  } catch {
    return { isDate, shown: null }
  }
}

const plain = { shown: null, isDate: false } as const

/** Hidden rows or columns; a height or width of 0 hides too. */
function hiddenLines(lines: LibraryLines | undefined, size: 'hpt' | 'width'): number[] {
  if (!lines) return []
  return Object.keys(lines).flatMap(key =>
    lines[key]?.hidden || lines[key]?.[size] === 0 ? [Number(key)] : [],
  )
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
