import type { Merge } from '../../document/grid.ts'
import { readXml, type XmlElement } from '../saxes.ts'
import { type SpecialStyles, watchStyles } from './opendocument-styles.ts'
import { createCellText } from './opendocument-text.ts'
import type { ParsedCell, ParsedSheet, ParsedWorkbook } from './parsed-workbook.ts'

/** The parts of an OpenDocument spreadsheet. */
export interface OpenDocument {
  readonly content: Uint8Array
  /** Null when the file has none. */
  readonly styles: Uint8Array | null
  /** Repeated ones included; beyond them the rest is counted and left out. */
  readonly mostCells: number
  /** Elements inside each other that are followed. */
  readonly nesting: number
}

/**
 * Null when elements stand deeper inside each other than allowed.
 * @throws an Error when a part is not well-formed.
 */
export function parseOpenDocument({
  content,
  styles,
  mostCells,
  nesting,
}: OpenDocument): ParsedWorkbook | null {
  const style = watchStyles()
  const body = watchBody(style, mostCells)
  if (styles && !readXml(styles, 'styles.xml', nesting, style)) return null
  const isRead = readXml(content, 'content.xml', nesting, {
    open(element) {
      style.open(element)
      body.open(element)
    },
    text: body.text,
    close: body.close,
  })
  return isRead ? body.result() : null
}

function watchBody(styles: SpecialStyles, mostCells: number) {
  const sheets: ParsedSheet[] = []
  const text = createCellText(styles.aside)
  let amount = 0
  let sheet: OpenSheet | null = null
  let cell: OpenCell | null = null
  /** The elements that are open, from the outermost; empty names for those of other vocabularies. */
  const path: string[] = []
  /** Tables stand inside each other in subtables; only those of the spreadsheet are sheets. */
  let tables = 0

  function open(element: XmlElement): void {
    const name = element.space === tableSpace ? element.name : ''
    path.push(name)
    if (name === 'table') {
      tables++
      if (tables === 1) sheet = openSheet(element, styles.hidden)
    }
    if (!sheet || tables > 1) return
    if (cell) text.open(element)
    else if (name === 'table-column') openColumns(sheet, element)
    else if (name === 'table-row') openRow(sheet, element)
    else if (isCell(name)) {
      cell = openCell(element)
      text.start()
    }
  }

  function close(): void {
    const name = path.pop()!
    if (name === 'table') tables--
    if (!sheet || tables > 1) return
    if (tables === 0) {
      if (sheets.some(({ name }) => name === sheet!.name)) throw new Error('two sheets have the same name')
      sheets.push(sheet)
      sheet = null
      cell = null
    } else if (cell && isCell(name)) {
      const made = closeCell(cell, text.end(), sheet)
      if (made) {
        amount += cell.repeats * sheet.rowRepeats
        if (amount <= mostCells) repeatCell(made, cell.repeats, sheet)
      }
      sheet.column += cell.repeats
      cell = null
    } else if (cell) text.close()
    else if (name === 'table-row') sheet.row += sheet.rowRepeats
  }

  return {
    open,
    close,
    text(part: string) {
      if (cell && tables === 1) text.add(part)
    },
    result: (): ParsedWorkbook => ({ sheets, failed: [], amount }),
  }
}

const tableSpace = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'

function isCell(name: string): boolean {
  return name === 'table-cell' || name === 'covered-table-cell'
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

function openSheet({ attribute }: XmlElement, hiddenStyles: ReadonlySet<string>): OpenSheet {
  return {
    name: attribute('name') ?? '',
    cells: [],
    merges: [],
    isHidden: hiddenStyles.has(attribute('style-name') ?? ''),
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

function openColumns(sheet: OpenSheet, element: XmlElement): void {
  const repeats = countOf(element, 'number-columns-repeated')
  if (isHidden(element))
    for (let at = 0; at < Math.min(repeats, hiddenAtOnce); at++)
      sheet.hiddenColumns.push(sheet.columnDeclared + at)
  sheet.columnDeclared += repeats
}

function openRow(sheet: OpenSheet, element: XmlElement): void {
  sheet.rowRepeats = countOf(element, 'number-rows-repeated')
  sheet.column = 0
  if (isHidden(element))
    for (let at = 0; at < Math.min(sheet.rowRepeats, hiddenAtOnce); at++)
      sheet.hiddenRows.push(sheet.row + at)
}

function isHidden({ attribute }: XmlElement): boolean {
  const visibility = attribute('visibility')
  return visibility === 'collapse' || visibility === 'filter'
}

/** What the start of a cell says; null where it says nothing. */
interface OpenCell {
  readonly repeats: number
  readonly rows: number
  readonly columns: number
  readonly formula: string | null
  readonly type: string | null
  /** By the name that goes with the type, written out: `12.6`, `2024-03-01`, `true`. */
  readonly value: string | null
}

function openCell(element: XmlElement): OpenCell {
  const { attribute } = element
  const type = attribute('value-type') ?? null
  const key = valueKeys[type ?? 'string'] ?? 'value'
  return {
    repeats: countOf(element, 'number-columns-repeated'),
    rows: countOf(element, 'number-rows-spanned'),
    columns: countOf(element, 'number-columns-spanned'),
    formula: attribute('formula') ?? null,
    type,
    value: attribute(key) ?? null,
  }
}

const valueKeys: Readonly<Record<string, string>> = {
  string: 'string-value',
  boolean: 'boolean-value',
  date: 'date-value',
  time: 'time-value',
}

function countOf({ attribute }: XmlElement, name: string): number {
  const count = Number(attribute(name) ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, 2 ** 31) : 1
}

/** Null for a cell without value and formula. */
function closeCell(
  { rows, columns, type, value, ...cell }: OpenCell,
  text: string | null,
  { row, column, merges }: OpenSheet,
): ParsedCell | null {
  if (rows * columns > 1) merges.push({ row, column, rows, columns })
  const formula = cell.formula === null ? null : readable(cell.formula)
  const stored = storedValue(type, value, text)
  if (stored === null && formula === null) return null
  const isDate = type === 'date' || type === 'time'
  const shown = typeof stored === 'number' ? text : null
  return { row, column, value: stored, formula, isDate, shown }
}

/** `of:=SUM([.A1:.B1])` as spreadsheets show it, without the equals sign. */
function readable(formula: string): string {
  return formula
    .replace(/^(?:[a-z]+:)?=/, '')
    .replace(/\[\.?|\]/g, '')
    .replaceAll(':.', ':')
}

/** Null where nothing is stored. The text of an error stands beside a value that says nothing. */
function storedValue(type: string | null, value: string | null, text: string | null): ParsedCell['value'] {
  if (value === null) return text
  if (text !== null && /^(?:#|Err:)/.test(text) && Number(value) === 0) return text
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return /\d/.test(value) ? Number(value) : Number.NaN
    case 'boolean':
      return value === 'true'
    case 'date':
    case 'time':
      return text || value
    default:
      // What is set off stands in the text alone.
      return text !== null && withoutBlanks(text) === withoutBlanks(value) ? text : value
  }
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '')
}

function repeatCell(cell: ParsedCell, repeats: number, sheet: OpenSheet): void {
  for (let row = cell.row; row < cell.row + sheet.rowRepeats; row++)
    for (let column = cell.column; column < cell.column + repeats; column++)
      sheet.cells.push({ ...cell, row, column })
}
