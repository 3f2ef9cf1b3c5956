import type { Merge } from '../document/grid.ts'
import { decodePart } from './decode-part.ts'
import { createCellText } from './opendocument-text.ts'
import type { ParsedCell, ParsedSheet, ParsedWorkbook } from './parsed-workbook.ts'
import { type Attributes, readXml } from './xml.ts'

/** The parts of an OpenDocument spreadsheet. */
export interface OpenDocument {
  readonly content: Uint8Array
  /** Null when the file has none. */
  readonly styles: Uint8Array | null
  /** Cells that may be made of repeated ones; beyond them the rest is counted and left out. */
  readonly mostCells: number
}

export interface ParsedOpenDocument extends ParsedWorkbook {
  /** Cells with content, the repeated ones included. */
  readonly cells: number
}

/** @throws an Error when a part is not well-formed. */
export function parseOpenDocument({ content, styles, mostCells }: OpenDocument): ParsedOpenDocument {
  const hiddenStyles = new Set<string>()
  if (styles) readXml(decodePart(styles), watchStyles(hiddenStyles))
  const sheets: ParsedSheet[] = []
  let amount = 0
  let sheet: OpenSheet | null = null
  let cell: OpenCell | null = null
  const text = createCellText()
  const style = watchStyles(hiddenStyles)
  /** Tables stand inside each other in subtables and drawings; only those of the spreadsheet are sheets. */
  let tables = 0

  readXml(decodePart(content), {
    open(name, attributes) {
      style.open(name, attributes)
      if (name === 'table:table') {
        tables++
        if (tables === 1) sheet = openSheet(attributes, hiddenStyles)
      }
      if (tables !== 1 || !sheet) return
      if (cell) text.open(name, attributes)
      else if (name === 'table:table-column') openColumns(sheet, attributes)
      else if (name === 'table:table-row') openRow(sheet, attributes)
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cell = openCell(attributes)
        text.start()
      }
    },
    text: part => cell && tables === 1 && text.add(part),
    close(name) {
      if (name === 'table:table' && tables-- === 1 && sheet) {
        sheets.push(sheet)
        sheet = null
      }
      if (tables !== 1 || !sheet) return
      if (name === 'table:table-row') sheet.row += sheet.rowRepeats
      else if (cell && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        const made = closeCell(cell, text.end(), sheet)
        if (made) {
          amount += cell.repeats * sheet.rowRepeats
          if (amount <= mostCells) repeatCell(made, cell, sheet)
        }
        sheet.column += cell.repeats
        cell = null
      } else if (cell) text.close(name)
    },
  })
  return { sheets, failed: [], cells: amount }
}

/** Collects the styles of sheets that are not displayed. */
function watchStyles(hidden: Set<string>) {
  let style = ''
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'style:style')
        style = attributes['style:family'] === 'table' ? (attributes['style:name'] ?? '') : ''
      if (name === 'style:table-properties' && attributes['table:display'] === 'false') hidden.add(style)
    },
    text() {},
    close() {},
  }
}

interface OpenSheet extends ParsedSheet {
  readonly cells: ParsedCell[]
  readonly merges: Merge[]
  readonly hiddenRows: number[]
  readonly hiddenColumns: number[]
  /** The next row, column, and column declared; the repeats of the row that is open. */
  row: number
  column: number
  columnDeclared: number
  rowRepeats: number
}

function openSheet(attributes: Attributes, hiddenStyles: ReadonlySet<string>): OpenSheet {
  return {
    name: attributes['table:name'] ?? '',
    cells: [],
    merges: [],
    isHidden: hiddenStyles.has(attributes['table:style-name'] ?? ''),
    hiddenRows: [],
    hiddenColumns: [],
    row: 0,
    column: 0,
    columnDeclared: 0,
    rowRepeats: 1,
  }
}

/** Rows and columns without content are hidden in thousands at the end of a sheet; no table reaches that far. */
const hiddenAtOnce = 4096

function openColumns(sheet: OpenSheet, attributes: Attributes): void {
  const repeats = countOf(attributes['table:number-columns-repeated'])
  if (isHidden(attributes))
    for (let at = 0; at < Math.min(repeats, hiddenAtOnce); at++)
      sheet.hiddenColumns.push(sheet.columnDeclared + at)
  sheet.columnDeclared += repeats
}

function openRow(sheet: OpenSheet, attributes: Attributes): void {
  sheet.rowRepeats = countOf(attributes['table:number-rows-repeated'])
  sheet.column = 0
  if (isHidden(attributes))
    for (let at = 0; at < Math.min(sheet.rowRepeats, hiddenAtOnce); at++)
      sheet.hiddenRows.push(sheet.row + at)
}

function isHidden(attributes: Attributes): boolean {
  const visibility = attributes['table:visibility']
  return visibility === 'collapse' || visibility === 'filter'
}

interface OpenCell {
  readonly attributes: Attributes
  readonly repeats: number
}

function openCell(attributes: Attributes): OpenCell {
  return { attributes, repeats: countOf(attributes['table:number-columns-repeated']) }
}

function countOf(attribute: string | undefined): number {
  const count = Number(attribute ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, 2 ** 31) : 1
}

/** Null for a cell without value and formula. */
function closeCell({ attributes }: OpenCell, text: string | null, sheet: OpenSheet): ParsedCell | null {
  const rows = countOf(attributes['table:number-rows-spanned'])
  const columns = countOf(attributes['table:number-columns-spanned'])
  const { row, column } = sheet
  if (rows * columns > 1) sheet.merges.push({ row, column, rows, columns })
  const formula = attributes['table:formula'] === undefined ? null : readable(attributes['table:formula'])
  const value = storedValue(attributes, text)
  if (value === null && formula === null) return null
  const type = attributes['office:value-type']
  const isDate = type === 'date' || type === 'time'
  const isNumber = typeof value === 'number'
  return { row, column, value, formula, isDate, shown: isDate || isNumber ? text : null }
}

/** `of:=SUM([.A1:.B1])` as spreadsheets show it, without the equals sign. */
function readable(formula: string): string {
  return formula
    .replace(/^(?:[a-z]+:)?=/, '')
    .replace(/\[\.?|\]/g, '')
    .replaceAll(':.', ':')
}

/** Null where nothing is stored. */
function storedValue(attributes: Attributes, text: string | null): ParsedCell['value'] {
  if (attributes['calcext:value-type'] === 'error') return text || '#ERROR!'
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = attributes['office:value']
      return value === undefined ? text : /\d/.test(value) ? Number(value) : Number.NaN
    }
    case 'date':
      return text || (attributes['office:date-value'] ?? '')
    case 'time':
      return text || (attributes['office:time-value'] ?? '')
    case 'boolean': {
      const value = attributes['office:boolean-value']
      return value === undefined ? text : value === 'true'
    }
    default:
      return attributes['office:string-value'] ?? text
  }
}

function repeatCell(cell: ParsedCell, { repeats }: OpenCell, sheet: OpenSheet): void {
  for (let row = cell.row; row < cell.row + sheet.rowRepeats; row++)
    for (let column = cell.column; column < cell.column + repeats; column++)
      sheet.cells.push({ ...cell, row, column })
}
