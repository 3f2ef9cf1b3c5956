import { cellKey, type Grid, type Merge } from '../document/grid.ts'
import { columnLetters } from '../document/location.ts'
import { columnsOfSheet, rowsOfSheet } from '../readers/workbooks/parsed-workbook.ts'
import { displayWidth } from '../text/width.ts'
import { linesOf } from './lines.ts'
import { declaration } from './parts.ts'
import { encodeString } from './xml.ts'

/** A sheet of the copy: a grid, or all running text of a document. */
export interface MadeSheet {
  readonly name: string
  readonly grids: readonly { readonly grid: Grid; readonly top: number }[]
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Characters that a cell holds. */
const longestText = 32_767

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

/** The part of a sheet; `onCut` is called for each cell that does not fit. */
export function writeSheet({ grids }: MadeSheet, onCut: () => void): string {
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
      const isInside = column < columnsOfSheet && top + row < rowsOfSheet
      if (!isInside || whole.length > longestText) onCut()
      if (!isInside) return ''
      const written = whole.slice(0, longestText)
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
    if (top + row >= rowsOfSheet || (!isHidden && cells.every(cell => cell === ''))) return []
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
    if (rows * columns < 2 || column + columns > columnsOfSheet || row + rows > rowsOfSheet) return false
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

const decimals = Array.from({ length: mostDecimals }, (_, at) => at + 1)

const styleOf = (format: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="center"${alignment}/></xf>`

/** Style 1 breaks long texts over lines; behind it those of fixed decimals. */
export const madeStyles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="${mostDecimals}">` +
  `${decimals.map(count => `<numFmt numFmtId="${163 + count}" formatCode="0.${'0'.repeat(count)}"/>`).join('')}</numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${mostDecimals + 2}">${styleOf(0, '')}${styleOf(0, ' wrapText="1"')}${decimals.map(count => styleOf(163 + count, '')).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
