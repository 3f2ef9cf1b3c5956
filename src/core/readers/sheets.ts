import type { Document } from '../document/document.ts'
import type { Format } from '../document/format.ts'
import type { Grid, Merge } from '../document/grid.ts'
import { cellAddress } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import { damagedFile, type Limits, limitExceeded } from './reader.ts'
import type { ParsedCell, ParsedSheet, ParsedWorkbook } from './sheetjs.ts'

/** The sheets of a workbook as grids, hidden ones included; charts and blank sheets give none. */
export function readSheets(
  path: string,
  format: Format,
  { sheets, failed }: ParsedWorkbook,
  limits: Limits,
): Document {
  const problems: Problem[] = failed.map(name => damagedFile(`sheet ${name} cannot be parsed`))
  const amount = sheets.length + failed.length
  if (amount === 0) problems.push(damagedFile('no sheets'))
  if (amount > limits.sheets) problems.push(limitExceeded('sheets', amount, limits))
  const grids: Grid[] = []
  let cells = 0
  for (const sheet of sheets.slice(0, limits.sheets)) {
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
  for (const cell of sheet.cells) {
    const { row, column, formula, shown } = cell
    if (row >= area.height || column >= area.width || covered[row * area.width + column]) continue
    const text = textOf(cell)
    rows[row] ??= [...blank]
    rows[row][column] = text
    if (cell.value === null) {
      const data = { formula: `=${formula}` }
      problems.push({ name: 'formula-without-value', location: locate(row, column), data })
    }
    if (shown !== null)
      problems.push({ name: 'date-cell', location: locate(row, column), data: { shown: text } })
  }
  const padded = Array.from({ length: area.height }, (_, row) => rows[row] ?? blank)
  return { sheet: sheet.name, rows: padded, ragged: false, merges, locate }
}

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

function textOf({ value, shown }: ParsedCell): string {
  if (shown) return shown
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value ?? ''
}

/** All digits, never an exponent; fractions to 15 digits like Excel, which hides the noise of binary fractions. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '#NUM!'
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value))
  const [digits, exponent] = Math.abs(value).toExponential(14).split('e') as [string, string]
  const point = Number(exponent) + 1
  const figures = digits.replace('.', '').padStart(15 - Math.min(point, 0), '0')
  const whole = figures.slice(0, Math.max(point, 0)).padEnd(point, '0') || '0'
  const fraction = figures.slice(Math.max(point, 0)).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}
