import type { Grid } from '../document/grid.ts'
import { type TableId, tableIds } from '../editions/index.ts'
import { isConvincing, isTelling } from './evidence.ts'
import { isSubtotalLabel, type LabelMeaning, meaningsOf } from './labels.ts'
import { readValue } from './read-value.ts'

/** A label of a form found in a grid; row and column count from 0. */
export interface LabelHit {
  readonly row: number
  readonly column: number
  readonly raw: string
  readonly meanings: readonly LabelMeaning[]
}

/** A row that holds figures of a table, with the labels left of them. */
export interface DataRow {
  readonly row: number
  readonly labels: readonly LabelHit[]
  /** 小计 beside a label; or the first text of a row that has no label of the form. */
  readonly strange: { readonly raw: string; readonly column: number } | null
}

/** Rows of data under one head. 表二 has a head for each block; a page break repeats the head of 表三. */
export interface Part {
  readonly head: LabelHit[]
  /** Rows that the head takes up. */
  readonly headRows: number[]
  readonly data: DataRow[]
}

/** A stretch of a grid that is one table, or a piece of one. */
export interface Region {
  readonly table: TableId
  readonly grid: Grid
  readonly parts: Part[]
}

/** Finds the tables of a grid by what its rows say, wherever they stand. */
export function findTables(grid: Grid): Region[] {
  const regions: Region[] = []
  let isOpen = false
  for (let row = 0; row < grid.rows.length; row++) {
    const open = isOpen ? regions.at(-1)! : null
    const verdict = judgeRow(grid, row, open)
    if (verdict.kind === 'other') continue
    if (verdict.kind === 'section') {
      isOpen = false
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

type Verdict = { readonly kind: 'section' } | { readonly kind: 'other' } | TableVerdict

type TableVerdict =
  | { readonly kind: 'head'; readonly table: TableId; readonly hits: readonly LabelHit[] }
  | { readonly kind: 'head-rest'; readonly table: TableId }
  | { readonly kind: 'data'; readonly table: TableId; readonly data: DataRow }

/** Two or three tables side by side stay far below. */
const mostFilledCells = 200

function judgeRow(grid: Grid, row: number, open: Region | null): Verdict {
  const cells = grid.rows[row]!
  const hits: LabelHit[] = []
  let filled = 0
  let first = -1
  for (let column = 0; column < cells.length; column++) {
    const raw = cells[column]!
    if (raw === '') continue
    if (isFigure(raw)) {
      filled++
      continue
    }
    if (/^\s*$/.test(raw)) continue
    filled++
    if (first < 0) first = column
    const meanings = meaningsOf(raw)
    if (meanings.length > 0) hits.push({ row, column, raw, meanings })
  }
  if (filled > mostFilledCells) return { kind: 'other' }
  if (hits.some(hit => hit.meanings.some(meaning => meaning.role === 'section')) && filled <= 2)
    return { kind: 'section' }
  const head = headOf(hits, filled, open)
  if (head) return { kind: 'head', ...head }
  const data = dataOf(hits, filled, open)
  if (data)
    return {
      kind: 'data',
      table: data.table,
      data: { row, labels: data.labels, strange: subtotalText(cells) },
    }
  return unlabelled(grid, row, open, filled, first)
}

/** Digits, with or without a sign: no label of a form looks like that. */
export function isFigure(raw: string): boolean {
  const last = raw.charCodeAt(raw.length - 1)
  return last >= 48 && last <= 57 && /^[-+]?[\d.,]+$/.test(raw)
}

/** A head has two columns of one table, or nothing else than words that stand in a head. */
function headOf(hits: readonly LabelHit[], filled: number, open: Region | null) {
  if (hits.length === 0) return null
  let best: { table: TableId; hits: LabelHit[]; columns: number } | null = null
  for (const table of tableIds) {
    const own = hits.filter(hit =>
      hit.meanings.some(meaning => meaning.table === table && isHeadRole(meaning)),
    )
    const columns = own.filter(hit =>
      hit.meanings.some(meaning => meaning.table === table && meaning.role !== 'caption'),
    ).length
    if (
      own.length === 0 ||
      (best && (best.columns > columns || (best.columns === columns && best.table === open?.table)))
    )
      continue
    best = { table, hits: own, columns }
  }
  if (!best) return null
  const isAllHead = best.hits.length === filled
  const startsWithRow = hits[0]!.meanings.some(
    meaning => meaning.role === 'row' || meaning.role === 'row-head',
  )
  if (startsWithRow && best.columns < 2) return null
  if (!isAllHead && best.columns < 2) return null
  // 其他 or 总计 stand in many tables; to begin one of these, a head needs a word that is their own.
  if (best.table !== open?.table && !isAllHead && !best.hits.some(hit => isTelling(hit, best.table)))
    return null
  return { table: best.table, hits: best.hits }
}

function isHeadRole(meaning: LabelMeaning): boolean {
  return (
    meaning.role === 'column' ||
    meaning.role === 'column-head' ||
    meaning.role === 'stub' ||
    meaning.role === 'caption'
  )
}

/** A row of the open table by its label; to begin a table, a label needs something beside it. */
function dataOf(hits: readonly LabelHit[], filled: number, open: Region | null) {
  for (const table of open ? [open.table, ...tableIds] : tableIds) {
    const labels = hits.filter(hit =>
      hit.meanings.some(
        meaning => meaning.table === table && (meaning.role === 'row' || meaning.role === 'row-head'),
      ),
    )
    const isOpen = table === open?.table
    if (labels.length > 0 && (isOpen || (filled > 1 && labels.some(hit => isTelling(hit, table)))))
      return { table, labels }
  }
  return null
}

function subtotalText(cells: readonly string[]): DataRow['strange'] {
  const column = cells.findIndex(raw => raw !== '' && !isFigure(raw) && isSubtotalLabel(raw))
  return column < 0 ? null : { raw: cells[column]!, column }
}

function isFigureOrMark(raw: string): boolean {
  const { state } = readValue(raw, 'count')
  return isFigure(raw) || state === 'number' || state === 'placeholder'
}

/** Rows without a label of the form: the figures of 表四, rows that someone added, broken words of a head. */
function unlabelled(grid: Grid, row: number, open: Region | null, filled: number, first: number): Verdict {
  const part = open?.parts.at(-1)
  if (!open || !part || part.head.length === 0) return { kind: 'other' }
  const cells = grid.rows[row]!
  if (open.table === 'reviewLitigation') {
    const figures = cells.filter(raw => raw.trim() !== '' && isFigureOrMark(raw)).length
    const isBare = filled >= 2 && figures * 2 > filled
    return isBare
      ? { kind: 'data', table: open.table, data: { row, labels: [], strange: null } }
      : { kind: 'other' }
  }
  const strange = first < 0 ? null : { raw: cells[first]!, column: first }
  const figures = cells.filter((raw, column) => column > first && isFigure(raw)).length
  if (strange === null || figures === 0) {
    const isInHead = part.data.length === 0 && filled > 0 && cells.length > 1
    return isInHead ? { kind: 'head-rest', table: open.table } : { kind: 'other' }
  }
  const above = part.data.at(-1)?.row ?? part.headRows.at(-1)
  if (above !== row - 1 && !isSubtotalLabel(strange.raw)) return { kind: 'other' }
  return { kind: 'data', table: open.table, data: { row, labels: [], strange } }
}
