import type { Grid } from '../document/grid.ts'
import { type TableId, tableIds } from '../editions/index.ts'
import { isTelling } from './evidence.ts'
import { isSubtotalLabel, type LabelMeaning, meaningsOf } from './labels.ts'
import { readValue } from './read-value.ts'
import type { DataRow, LabelHit, Region } from './region.ts'

/** What a row is, seen by itself and by the table that is open above it. */
export type Verdict =
  | { readonly kind: 'section'; readonly table: TableId }
  | { readonly kind: 'other' }
  | TableVerdict

export type TableVerdict =
  | { readonly kind: 'head'; readonly table: TableId; readonly hits: readonly LabelHit[] }
  | { readonly kind: 'head-rest'; readonly table: TableId }
  | { readonly kind: 'data'; readonly table: TableId; readonly data: DataRow }

/** Two or three tables side by side stay far below. */
const mostFilledCells = 200

export function judgeRow(grid: Grid, row: number, open: Region | null): Verdict {
  const cells = grid.rows[row]!
  const hits: LabelHit[] = []
  let filled = 0
  for (let column = 0; column < cells.length; column++) {
    const raw = cells[column]!
    if (raw === '') continue
    if (isFigure(raw)) {
      filled++
      continue
    }
    if (/^\s*$/.test(raw)) continue
    filled++
    const meanings = meaningsOf(raw)
    if (meanings.length > 0) hits.push({ row, column, raw, meanings })
  }
  if (filled > mostFilledCells) return { kind: 'other' }
  const section = hits.flatMap(hit => hit.meanings).find(({ role }) => role === 'section')
  if (section && filled <= 2) return { kind: 'section', table: section.table }
  const head = headOf(hits, filled, open)
  if (head) return { kind: 'head', ...head }
  const data = dataOf(hits, filled, open)
  if (data)
    return {
      kind: 'data',
      table: data.table,
      data: { row, labels: data.labels, strange: subtotalText(cells) },
    }
  return unlabelled(grid, row, open, filled)
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
  const begins = best.table !== open?.table
  if (begins && !isAllHead && !best.hits.some(isTelling) && !isTopOfCases(best.hits)) return null
  return { table: best.table, hits: best.hits }
}

/** 行政复议 and 行政诉讼 side by side, also with another word in the row: the first line of 表四. */
function isTopOfCases(hits: readonly LabelHit[]): boolean {
  const heads = hits.filter(hit => hit.meanings.some(({ role }) => role === 'column-head'))
  return heads.length > 1 && heads.length === hits.length
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
    if (labels.length > 0 && (isOpen || (filled > 1 && labels.some(isTelling)))) return { table, labels }
  }
  return null
}

function subtotalText(cells: readonly string[]): DataRow['strange'] {
  const column = cells.findIndex(raw => raw !== '' && !isFigure(raw) && isSubtotalLabel(raw))
  return column < 0 ? null : { raw: cells[column]!, column }
}

/** True for a number in any writing, and for what stands in its place. */
export function isFigureOrMark(raw: string): boolean {
  const { state } = readValue(raw, 'count')
  return isFigure(raw) || state === 'number' || state === 'placeholder'
}

/** In any writing, for a row that someone added may hold `２` or `251000元`. */
function isNumber(raw: string): boolean {
  return (
    isFigure(raw) ||
    (/\d|[０-９]/.test(raw) &&
      (readValue(raw, 'count').state === 'number' || readValue(raw, 'money').state === 'number'))
  )
}

/** Rows without a label of the form: the figures of 表四, rows that someone added, broken words of a head. */
function unlabelled(grid: Grid, row: number, open: Region | null, filled: number): Verdict {
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
  const first = cells.findIndex(raw => !/^\s*$/.test(raw) && !isNumber(raw))
  const figures = cells.filter((raw, column) => column > first && isNumber(raw)).length
  const isInHead = part.data.length === 0 && filled > 0 && cells.length > 1
  if (figures === 0 || (first < 0 && (isInHead || figures < 2)))
    return isInHead ? { kind: 'head-rest', table: open.table } : { kind: 'other' }
  const strange = first < 0 ? { raw: '', column: -1 } : { raw: cells[first]!, column: first }
  const above = part.data.at(-1)?.row ?? part.headRows.at(-1)
  if (above !== row - 1 && !isSubtotalLabel(strange.raw)) return { kind: 'other' }
  return { kind: 'data', table: open.table, data: { row, labels: [], strange } }
}
