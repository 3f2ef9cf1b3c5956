import type { Document } from '../../document/document.ts'
import type { Format } from '../../document/format.ts'
import { cellKey, type Grid, type Merge, type SheetNotes } from '../../document/grid.ts'
import { cellAddress } from '../../document/location.ts'
import type { Problem } from '../../document/problem.ts'
import { damagedFile, type Limits, limitExceeded, refused } from '../reader.ts'
import type { ParsedCell, ParsedSheet, ParsedWorkbook } from './parsed-workbook.ts'
import { textOfNumber, writeNumber } from './shown.ts'

/** The sheets of a workbook as grids, hidden ones last; charts and blank sheets give none. */
export function readSheets(
  path: string,
  format: Format,
  { sheets, failed, amount: cellsOfAll }: ParsedWorkbook,
  limits: Limits,
): Document {
  if (cellsOfAll > limits.cells) return refused(path, format, limitExceeded('cells', cellsOfAll, limits))
  const problems: Problem[] = failed.map(name => damagedFile(`sheet ${name} cannot be parsed`))
  const amount = sheets.length + failed.length
  if (amount === 0) problems.push(damagedFile('no sheets'))
  if (amount > limits.sheets) problems.push(limitExceeded('sheets', amount, limits))
  const grids: Grid[] = []
  let cells = 0
  // What is shown is what is published: a hidden copy of a table is not the one to check.
  const shownFirst = [...sheets.filter(sheet => !sheet.isHidden), ...sheets.filter(sheet => sheet.isHidden)]
  for (const sheet of shownFirst.slice(0, limits.sheets)) {
    const area = usedArea(sheet.cells)
    const size = area.height * area.width
    if (size === 0) continue
    if (cells + size > limits.cells) {
      const corner = locateIn(sheet.name)(area.height - 1, area.width - 1)
      problems.push(limitExceeded('cells', cells + size, limits, corner))
      continue
    }
    cells += size
    grids.push(readSheet(sheet, area, problems))
  }
  return { path, format, encoding: null, grids, problems }
}

/** From the sheet's first cell to the last row and the last column that show something. */
interface Area {
  readonly height: number
  readonly width: number
}

function usedArea(cells: readonly ParsedCell[]): Area {
  let [height, width] = [0, 0]
  for (const { row, column, value } of cells) {
    if (value !== null && String(value).trim() === '') continue
    height = Math.max(height, row + 1)
    width = Math.max(width, column + 1)
  }
  return { height, width }
}

function locateIn(sheet: string): Grid['locate'] {
  return (row, column) => ({
    line: row + 1,
    column: column + 1,
    endLine: row + 1,
    endColumn: column + 2,
    address: cellAddress(sheet, row, column),
  })
}

/** The grid of a sheet; what is wrong with its cells goes to `problems`. */
function readSheet(sheet: ParsedSheet, area: Area, problems: Problem[]): Grid {
  const locate = locateIn(sheet.name)
  const merges = clipMerges(sheet.merges, area)
  const covered = coveredCells(merges, area)
  const blank: readonly string[] = Array<string>(area.width).fill('')
  const rows: string[][] = []
  const textFigures = new Set<number>()
  const shownOtherwise: Map<number, { readonly held: string; readonly shown: string }> = new Map()
  const coveredTexts = new Map<number, string>()
  for (const cell of sheet.cells) {
    const { row, column, formula, value } = cell
    if (row >= area.height || column >= area.width) continue
    const { text, held } = textOf(cell)
    if (covered[row * area.width + column]) {
      if (text.trim() !== '') coveredTexts.set(cellKey(row, column), text)
      continue
    }
    rows[row] ??= [...blank]
    rows[row][column] = text
    if (held !== null) shownOtherwise.set(cellKey(row, column), { held, shown: cell.shown!.trim() })
    if (typeof value === 'string' && !cell.isDate && beginsLikeNumber.test(value))
      textFigures.add(cellKey(row, column))
    if (value === null) {
      const data = { formula: `=${formula}` }
      problems.push({ name: 'formula-without-value', location: locate(row, column), data })
    }
    if (cell.isDate)
      problems.push({ name: 'date-cell', location: locate(row, column), data: { shown: text } })
  }
  const padded = Array.from({ length: area.height }, (_, row) => rows[row] ?? blank)
  const notes: SheetNotes = {
    isHidden: sheet.isHidden,
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    textFigures,
    shownOtherwise,
    coveredTexts,
  }
  return { sheet: sheet.name, rows: padded, ragged: false, merges, locate, notes }
}

const beginsLikeNumber = /^\s*[-+－＋]?[\d０-９]/

/** Merges inside the area. They cannot overlap; any that together claim more cells than there are, are left out. */
function clipMerges(merges: readonly Merge[], { height, width }: Area): Merge[] {
  let free = height * width
  const clipped: Merge[] = []
  for (const { row, column, ...size } of merges) {
    const rows = Math.min(size.rows, height - row)
    const columns = Math.min(size.columns, width - column)
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || rows * columns === 1) continue
    free -= rows * columns
    if (free >= 0) clipped.push({ row, column, rows, columns })
  }
  return clipped
}

/** One byte for each cell of the area: 1 where a merge hides it. */
function coveredCells(merges: readonly Merge[], { height, width }: Area): Uint8Array {
  const covered = new Uint8Array(merges.length > 0 ? height * width : 0)
  for (const { row, column, rows, columns } of merges) {
    for (let at = row; at < row + rows; at++)
      covered.fill(1, at * width + column, at * width + column + columns)
    covered[row * width + column] = 0
  }
  return covered
}

/** `held` is the number of a cell that shows another one, or none; null in any other cell. */
function textOf({ value, shown, isDate }: ParsedCell): {
  readonly text: string
  readonly held: string | null
} {
  if (typeof value !== 'number') {
    const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : (value ?? '')
    return { text, held: null }
  }
  const held = writeNumber(value)
  if (isDate) return { text: shown || held, held: null }
  if (shown === null) return { text: held, held: null }
  const { text, isOther } = textOfNumber(held, shown)
  return { text, held: isOther ? held : null }
}
