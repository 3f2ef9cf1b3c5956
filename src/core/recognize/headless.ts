import { compareExact, sumExact } from '../constraints/exact.ts'
import type { Grid } from '../document/grid.ts'
import type { Problem } from '../document/problem.ts'
import { type Line, latestEdition, type Table, type TableId } from '../editions/index.ts'
import type { Draft, Piece } from './draft.ts'
import { isFigureOrMark } from './judge-row.ts'
import { meaningsOf } from './labels.ts'
import type { ColumnMap } from './map-columns.ts'
import { readValue } from './read-value.ts'
import type { DataRow, Part, Region } from './region.ts'

/**
 * 表四 without its head: below its title, the one row that has as many figures as the form has columns, and nothing
 * else. Two such rows could be of two years.
 */
export function findBareCases(grids: readonly Grid[]): Region | null {
  const columns = columnsInOrder('reviewLitigation')
  const found: Region[] = []
  let isBelowTitle = false
  for (const grid of grids) {
    for (const [row, cells] of grid.rows.entries()) {
      const filled = cells.filter(raw => raw.trim() !== '')
      const section = filled.length > 2 ? undefined : filled.flatMap(meaningsOf).find(isSection)
      if (section) isBelowTitle = section.table === 'reviewLitigation'
      else if (isBelowTitle && filled.length === columns.length && filled.every(isFigureOrMark)) {
        const part: Part = { head: [], headRows: [], data: [{ row, labels: [], strange: null }] }
        found.push({ table: 'reviewLitigation', grid, parts: [part], continues: null })
      }
    }
  }
  return found.length === 1 ? found[0]! : null
}

function isSection({ role }: { readonly role: string }): boolean {
  return role === 'section'
}

/**
 * Gives pieces whose head is lost, or names fewer columns than there are figures, the columns of the form in its
 * order: the bare row of 表四, and rows of 表三 whose own totals show that order.
 */
export function supplyHeads(id: TableId, pieces: readonly Piece[]): Piece[] {
  const columns = columnsInOrder(id)
  const lacking = pieces.filter(({ map }) => map.columns.length < columns.length)
  const isShown =
    id === 'reviewLitigation'
      ? lacking.every(({ part }) => part.head.length === 0)
      : id === 'requests' && showOrder(lacking, columns.length)
  if (lacking.length === 0 || !isShown) return [...pieces]
  const map: ColumnMap = {
    columns: columns.map((line, index) => ({
      id: line.id,
      index,
      text: '',
      raw: '',
      row: 0,
      meaning: null,
      isDrift: false,
      isRepeated: false,
    })),
    leading: [],
    isPositional: false,
  }
  return pieces.map(piece => (lacking.includes(piece) ? { ...piece, map, isHeadless: true } : piece))
}

function columnsInOrder(id: TableId): readonly Line[] {
  return latestEdition.tables[id].columns.filter(line => !line.isSubtotal)
}

/** Rows that say nothing or one thing by chance. */
const fewestRows = 3

/** True when the last figure of nearly every row is the sum of the others: then no figure is lost, and it is 总计. */
function showOrder(pieces: readonly Piece[], columns: number): boolean {
  let [held, failed] = [0, 0]
  for (const { region, part } of pieces)
    for (const data of part.data) {
      const figures = figuresOf(region.grid, data)
      if (figures.length !== columns || figures.every(raw => raw === '0')) continue
      if (isSumOfOthers(figures)) held++
      else failed++
    }
  return held >= fewestRows && held >= 4 * failed
}

function figuresOf(grid: Grid, { row, labels }: DataRow): string[] {
  const behind = grid.rows[row]!.slice((labels.at(-1)?.column ?? -1) + 1)
  return behind.map(raw => raw.trim()).filter(raw => raw !== '')
}

function isSumOfOthers(figures: readonly string[]): boolean {
  const values = figures.map(raw => readValue(raw, 'count').value)
  if (values.includes(null)) return false
  const others = values.slice(0, -1).map(value => ({ weight: 1, value: value! }))
  return compareExact(sumExact(others), values.at(-1)!) === 0
}

/** Says that figures were taken in the order of the form. */
export function reportHeadless({ pieces }: Draft, form: Table, problems: Problem[]): void {
  const first = pieces.find(piece => piece.isHeadless && piece.part.data.length > 0)
  if (!first) return
  const { row, labels } = first.part.data[0]!
  const cells = first.region.grid.rows[row]!
  const column = labels[0]?.column ?? cells.findIndex(raw => raw.trim() !== '')
  problems.push({
    name: 'headless-table',
    location: first.region.grid.locate(row, Math.max(0, column)),
    data: { table: form.name, columns: columnsInOrder(form.id).length },
  })
}
