import type { Grid } from '../document/grid.ts'
import { editionById, type TableId } from '../editions/index.ts'
import { isConvincing } from './evidence.ts'
import { findBareCases } from './headless.ts'
import { judgeRow, type TableVerdict } from './judge-row.ts'
import { type DataRow, type LabelHit, type Part, type Region, widthOf } from './region.ts'

/**
 * Finds the tables of a document by what its rows say, wherever they stand. A table that a page break cuts may go on
 * in the next grid, when nothing but page marks and titles stands between.
 */
export function findTables(grids: readonly Grid[]): Region[] {
  const regions: Region[] = []
  let open: Region | null = null
  for (const grid of grids) {
    if (open && !mayGoOn(open, grid)) open = null
    for (let row = 0; row < grid.rows.length; row++) {
      const verdict = judgeRow(grid, row, open)
      if (verdict.kind === 'other') continue
      if (verdict.kind === 'section') {
        // The title of the open table, printed again on its next page, does not end it.
        if (open?.table !== verdict.table) open = null
        continue
      }
      const isSameGrid: boolean = open?.grid === grid
      // Words of the open table among the text between its pieces.
      if (open && !isSameGrid && grid.sheet === null && verdict.kind !== 'head') continue
      const part = isSameGrid ? partFor(verdict, open) : null
      if (part) add(part, verdict, row)
      else {
        const before: Region | null = open && goesOn(open, verdict) ? open : null
        open = { table: verdict.table, grid, parts: [], continues: before }
        regions.push(open)
        add(newPart(open), verdict, row)
      }
    }
  }
  for (const region of regions) addBlankRow(region)
  const convincing = keepConvincing(regions)
  if (convincing.length === 0 || convincing.some(({ table }) => table === 'reviewLitigation'))
    return convincing
  const bare = findBareCases(grids)
  return bare ? [...convincing, bare] : convincing
}

/** Pieces of one table convince together: the head may stand in a grid of its own. */
function keepConvincing(regions: readonly Region[]): Region[] {
  const kept = new Set<Region>()
  for (const region of regions) {
    const { continues } = region
    const isHeadApart = continues?.parts.every(part => part.data.length === 0) ?? false
    const whole = isHeadApart ? { ...region, parts: [...continues!.parts, ...region.parts] } : region
    if (!isConvincing(whole) && !(continues && kept.has(continues))) continue
    if (continues) kept.add(continues)
    kept.add(region)
  }
  return [...kept]
}

/** Longer lines are text of the report, not the marks and titles that a page begins and ends with. */
const longestMark = 40

/** True for running text that is nothing but page marks, for a table of a page, and for a sheet as wide as the open one. */
function mayGoOn(open: Region, grid: Grid): boolean {
  if (grid.sheet === null) return grid.rows.every(cells => cells.join('').trim().length <= longestMark)
  return open.grid.sheet !== null && (grid.ragged || widthOf(open.grid) === widthOf(grid))
}

/** True for a row without a head that the form prints below the last row of the open table, or below its head. */
function goesOn({ table, parts }: Region, verdict: TableVerdict): boolean {
  if (verdict.table !== table || verdict.kind !== 'data') return false
  const last = parts.at(-1)!.data.at(-1)
  return last === undefined || orderOf(table, verdict.data) > orderOf(table, last)
}

/** The place of a row in the form, from its last label; -1 when that does not tell. */
function orderOf(table: TableId, { labels }: DataRow): number {
  const meaning = labels.at(-1)?.meanings.find(each => each.table === table && each.role.startsWith('row'))
  if (!meaning) return -1
  const { rows } = editionById(meaning.editions.at(-1)!)!.tables[table]
  return rows.findIndex(({ id, heads }) => id === meaning.id || heads.includes(meaning.id))
}

/** 表四 has no labels: its figures may be a row of blanks below the head, in a sheet even beyond what is used of it. */
function addBlankRow({ table, parts, grid }: Region): void {
  const part = parts.at(-1)!
  if (table !== 'reviewLitigation' || part.data.length > 0) return
  const row = part.headRows.at(-1)! + 1
  const cells = grid.rows[row]
  const width = lastColumn(part.head) + 1
  const isBlank = cells ? cells.length >= width && cells.every(raw => raw.trim() === '') : !grid.ragged
  if (isBlank) part.data.push({ row, labels: [], strange: null })
}

/** The part of the open table that a row goes on with; null when the row begins another table or copy. */
function partFor(verdict: TableVerdict, open: Region | null): Part | null {
  if (open?.table !== verdict.table) return null
  const last = open.parts.at(-1)!
  if (verdict.kind !== 'head' || last.data.length === 0) return last
  // Each block of 表二 has a head of its own. In the other tables a head that stands again begins a second copy
  // or goes on after a page break, which the labels of the rows below it will tell.
  return verdict.table === 'activeDisclosure' ? newPart(open) : null
}

function newPart(region: Region): Part {
  const part: Part = { head: [], headRows: [], data: [] }
  region.parts.push(part)
  return part
}

/** Beyond them it is no head, and no table of this form. */
const mostHeadRows = 12
/** The row of 表四 is one; a second says that it is something else, and more say no more. */
const mostBareRows = 20

function add(part: Part, verdict: TableVerdict, row: number): void {
  if (verdict.kind === 'data') {
    if (verdict.data.labels.length > 0 || verdict.data.strange || part.data.length < mostBareRows)
      part.data.push(verdict.data)
  } else if (part.headRows.length < mostHeadRows) {
    part.headRows.push(row)
    if (verdict.kind === 'head') for (const hit of verdict.hits) part.head.push(hit)
  }
}

function lastColumn(hits: readonly LabelHit[]): number {
  return hits.reduce((last, hit) => Math.max(last, hit.column), -1)
}
