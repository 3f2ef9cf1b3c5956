import type { Grid } from '../document/grid.ts'
import { isConvincing } from './evidence.ts'
import { judgeRow, type TableVerdict } from './judge-row.ts'
import type { LabelHit, Part, Region } from './region.ts'

/** Finds the tables of a grid by what its rows say, wherever they stand. */
export function findTables(grid: Grid): Region[] {
  const regions: Region[] = []
  let isOpen = false
  for (let row = 0; row < grid.rows.length; row++) {
    const open: Region | null = isOpen ? regions.at(-1)! : null
    const verdict = judgeRow(grid, row, open)
    if (verdict.kind === 'other') continue
    if (verdict.kind === 'section') {
      // The title of the open table, printed again on its next page, does not end it.
      isOpen &&= open?.table === verdict.table
      continue
    }
    const part = partFor(verdict, open)
    if (part) add(part, verdict, row)
    else {
      const region: Region = { table: verdict.table, grid, parts: [] }
      regions.push(region)
      isOpen = true
      add(newPart(region), verdict, row)
    }
  }
  for (const region of regions) addBlankRow(region)
  return regions.filter(isConvincing)
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
