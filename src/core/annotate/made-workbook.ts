import type { Document } from '../document/document.ts'
import { hasLines } from '../document/format.ts'
import { cellKey, type Grid, type Merge } from '../document/grid.ts'
import { columnLetters, type Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import { displayWidth } from '../text/width.ts'
import { newZip } from './copy-zip.ts'
import { linesOf } from './lines.ts'
import { declaration, packages, typesName } from './parts.ts'
import type { SheetCell } from './workbook-cells.ts'
import { freeSheetName } from './workbook-part.ts'
import { encodeString, encodeText } from './xml.ts'

export interface MadeWorkbook {
  readonly bytes: Uint8Array
  /** Cells whose text did not fit in whole. */
  readonly cut: number
  /** The cell that holds what stands at a place of the document; null for what is about no cell. */
  cellOf(location: Location, isCell: boolean): SheetCell | null
}

/** A sheet of the copy: a grid, or all running text of a document. */
interface MadeSheet {
  readonly name: string
  readonly grids: readonly { readonly grid: Grid; readonly top: number }[]
}

/** What no sheet of a file is called by its own name. */
const textSheet = '原文'

/** The most of a workbook: characters of a cell, rows and columns of a sheet. */
const bounds = { text: 32_767, rows: 1_048_576, columns: 16_384 }

/** A plain workbook with a sheet for each table and one for running text; figures are numbers, texts as they were read. */
export function makeWorkbook(document: Document, host: Host): MadeWorkbook {
  const sheets = sheetsOf(document)
  let cut = 0
  const written = sheets.map(sheet => writeSheet(sheet, () => cut++))
  const encoder = new TextEncoder()
  const parts = Object.entries(partsOf(sheets, written))
  const entries = parts.map(([name, text]) => ({ name, content: encoder.encode(text) }))
  return { bytes: newZip(entries, host), cut, cellOf: finder(document, sheets) }
}

function sheetsOf({ grids }: Document): MadeSheet[] {
  const sheets: { name: string; grids: { grid: Grid; top: number }[] }[] = []
  let text: (typeof sheets)[number] | null = null
  for (const grid of grids) {
    const taken = sheets.map(({ name }) => name)
    if (grid.sheet !== null) {
      sheets.push({ name: freeSheetName(allowedName(grid.sheet), taken), grids: [{ grid, top: 0 }] })
      continue
    }
    if (!text) {
      text = { name: freeSheetName(textSheet, taken), grids: [] }
      sheets.push(text)
    }
    const last = text.grids.at(-1)
    text.grids.push({ grid, top: last ? last.top + last.grid.rows.length + 1 : 0 })
  }
  return sheets.length > 0 ? sheets : [{ name: textSheet, grids: [] }]
}

/** A name as Excel takes it; other programs take more. */
function allowedName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\\0-\x1f]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 28)
      .trim() || '_'
  )
}

function finder({ format }: Document, sheets: readonly MadeSheet[]): MadeWorkbook['cellOf'] {
  const cells = new Map<string, SheetCell>()
  const starts: { readonly location: Location; readonly cell: SheetCell }[] = []
  for (const { name, grids } of sheets)
    for (const { grid, top } of grids)
      for (const [row, texts] of grid.rows.entries())
        for (let column = 0; column < texts.length; column++) {
          const location = grid.locate(row, column)
          const cell = { sheet: name, row: top + row, column }
          const key = keyOf(location)
          if (!cells.has(key)) cells.set(key, cell)
          starts.push({ location, cell })
        }
  return (location, isCell) => {
    const isWhole = location.line === 1 && location.column === 1 && location.endColumn === 1
    if (isWhole && !isCell && location.address === null) return null
    return cells.get(keyOf(location)) ?? (hasLines(format) ? cellAround(location, starts) : null)
  }
}

function keyOf({ address, line, column }: Location): string {
  return `${line}:${column} ${address ?? ''}`
}

/** The cell that a place stands in. */
function cellAround(
  { line, column }: Location,
  starts: readonly { readonly location: Location; readonly cell: SheetCell }[],
): SheetCell | null {
  const around = starts.find(
    ({ location: { line: first, column: from, endLine: last, endColumn: to } }) =>
      (first < line || (first === line && from <= column)) && (line < last || (line === last && column < to)),
  )
  return around?.cell ?? null
}

/** Fixed decimals that a figure may be written with, `0.0000`; style 2 shows one, the next two. */
const mostDecimals = 6

/** The style in which a number is shown with the same characters, null for what is no such number: programs keep fifteen figures. */
function numberStyle(text: string, usual: number): number | null {
  const match = /^-?(?:0|[1-9]\d{0,10})(?:\.(\d+))?$/.exec(text)
  if (!match || text.replace(/^[-0.]+|\./g, '').length > 15 || /^-0(?:\.0*)?$/.test(text)) return null
  const decimals = match[1]
  if (!decimals?.endsWith('0')) return usual
  return decimals.length <= mostDecimals ? decimals.length + 1 : null
}

function writeSheet({ grids }: MadeSheet, onCut: () => void): string {
  const widths = widthsOf(grids.map(({ grid }) => grid))
  const rows = grids.flatMap(({ grid, top }) => writeRows(grid, top, widths, onCut))
  const merges = grids.flatMap(({ grid, top }) =>
    allowedMerges(grid).map(merge => `<mergeCell ref="${areaOf(merge, top)}"/>`),
  )
  const hidden = grids[0]?.grid.notes?.hiddenColumns
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}.71" customWidth="1"${hidden?.has(at) ? ' hidden="1"' : ''}/>`,
  )
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

function writeRows(grid: Grid, top: number, widths: readonly number[], onCut: () => void): string[] {
  const isBroad = widths.length > 1
  const merges = new Map(grid.merges.map(merge => [cellKey(merge.row, merge.column), merge]))
  return grid.rows.flatMap((texts, row) => {
    // A title may stand over the columns beside it.
    const isAlone = isBroad && texts.filter(text => text !== '').length === 1
    let lines = 1
    const cells = texts.map((text, column) => {
      const whole = grid.notes?.coveredTexts.get(cellKey(row, column)) ?? text
      if (whole === '') return ''
      const isInside = column < bounds.columns && top + row < bounds.rows
      if (!isInside || whole.length > bounds.text) onCut()
      if (!isInside) return ''
      const written = whole.slice(0, bounds.text)
      const isLong = !isAlone || written.includes('\n')
      const merge = merges.get(cellKey(row, column))
      if (isLong && (merge?.rows ?? 1) === 1) {
        const wide = widths
          .slice(column, column + (merge?.columns ?? 1))
          .reduce((sum, width) => sum + width, 0)
        lines = Math.max(lines, linesOf(written, wide || undefined))
      }
      const isText = grid.notes?.textFigures.has(cellKey(row, column)) === true
      return writeCell(`${columnLetters(column)}${top + row + 1}`, written, isLong ? 1 : 0, isText)
    })
    const isHidden = grid.notes?.hiddenRows.has(row) === true
    if (top + row >= bounds.rows || (!isHidden && cells.every(cell => cell === ''))) return []
    const height = lines > 1 ? ` ht="${Math.min(409, lines * 15)}"` : ''
    return [`<row r="${top + row + 1}"${isHidden ? ' hidden="1"' : ''}${height}>${cells.join('')}</row>`]
  })
}

function writeCell(address: string, text: string, style: number, isText: boolean): string {
  const number = isText ? null : numberStyle(text, style)
  if (number !== null) return `<c r="${address}" s="${number}"><v>${text}</v></c>`
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeString(text)}</t></is></c>`
}

/** Merges that do not overlap, which pages may ask for and Excel takes for damage. */
function allowedMerges({ merges }: Grid): Merge[] {
  const taken = new Set<number>()
  return merges.filter(({ row, column, rows, columns }) => {
    if (rows * columns < 2 || column + columns > bounds.columns || row + rows > bounds.rows) return false
    const keys: number[] = []
    for (let y = row; y < row + rows; y++)
      for (let x = column; x < column + columns; x++) keys.push(cellKey(y, x))
    if (keys.some(key => taken.has(key))) return false
    for (const key of keys) taken.add(key)
    return true
  })
}

function areaOf({ row, column, rows, columns }: Merge, top: number): string {
  const last = `${columnLetters(column + columns - 1)}${top + row + rows}`
  return `${columnLetters(column)}${top + row + 1}:${last}`
}

/** In characters, by what stands in the rows of tables; a column of prose alone is as wide as a page. */
function widthsOf(grids: readonly Grid[]): number[] {
  const widths: number[] = []
  for (const { rows, merges } of grids) {
    const wide = new Set(
      merges.filter(({ columns }) => columns > 1).map(({ row, column }) => cellKey(row, column)),
    )
    for (const [row, texts] of rows.entries()) {
      if (texts.filter(text => text !== '').length < 2) continue
      for (const [column, text] of texts.slice(0, 200).entries()) {
        const width = wide.has(cellKey(row, column)) ? 0 : displayWidth(text.slice(0, 100))
        widths[column] = Math.max(widths[column] ?? 9, Math.min(28, width + 2))
      }
    }
  }
  return widths.length > 0 ? widths : [100]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function partsOf(sheets: readonly MadeSheet[], written: readonly string[]): Readonly<Record<string, string>> {
  const sheetLines = sheets.map(({ name, grids }, at) => {
    const state = grids.some(({ grid }) => grid.notes?.isHidden) ? ' state="hidden"' : ''
    return `<sheet name="${encodeText(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${documents}/${type}" Target="${target}"/>`
  const relations = (...lines: readonly string[]) =>
    `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${content}.${kind}+xml"/>`
  const sheetNames = sheets.map((_, at) => `worksheets/sheet${at + 1}`)
  return {
    [typesName]:
      `${declaration}<Types xmlns="${packages}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${type('workbook', 'sheet.main')}${sheetNames.map(name => type(name, 'worksheet')).join('')}${type('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}"><bookViews><workbookView/></bookViews>` +
      `<sheets>${sheetLines.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheetNames.map((name, at) => relation(at + 1, 'worksheet', `${name}.xml`)),
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': plainStyles,
    ...Object.fromEntries(sheetNames.map((name, at) => [`xl/${name}.xml`, written[at]!])),
  }
}

const decimals = Array.from({ length: mostDecimals }, (_, at) => at + 1)

const styleOf = (format: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="center"${alignment}/></xf>`

/** Style 1 breaks long texts over lines; behind it those of fixed decimals. */
const plainStyles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="${mostDecimals}">` +
  `${decimals.map(count => `<numFmt numFmtId="${163 + count}" formatCode="0.${'0'.repeat(count)}"/>`).join('')}</numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${mostDecimals + 2}">${styleOf(0, '')}${styleOf(0, ' wrapText="1"')}${decimals.map(count => styleOf(163 + count, '')).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
