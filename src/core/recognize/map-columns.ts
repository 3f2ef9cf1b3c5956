import { editionById, type Line, type TableId } from '../editions/index.ts'
import { isDrift, isSubtotalLabel, type LabelMeaning, labelTextOf, meaningsOf } from './labels.ts'
import type { LabelHit, Part, Region } from './region.ts'

/** A column of a head; `index` is the grid column, from 0. */
export interface HeadColumn {
  /** Id of the form's column; null for a column that the form does not have. */
  readonly id: string | null
  readonly index: number
  /** All that the head writes above the column, and the cell that names it, with its row. */
  readonly text: string
  readonly raw: string
  readonly row: number
  readonly meaning: LabelMeaning | null
  /** True when the text is not the form's, after joining words that were broken over lines. */
  readonly isDrift: boolean
  /** True when the head names the column more than once, so that it cannot be told which is meant. */
  readonly isRepeated: boolean
}

export interface ColumnMap {
  /** By grid column; known ones are of different ids. */
  readonly columns: readonly HeadColumn[]
  /** Grid columns left of them that have a head too, such as 序号. */
  readonly leading: readonly number[]
  /** False when the head's cells do not stand above the figures, so that only their order counts. */
  readonly isPositional: boolean
}

/** The columns that the head of a part names. */
export function mapColumns(region: Region, part: Part): ColumnMap {
  const cells = leafCells(region, part)
  const fragments = new Set(
    cells.filter(cell => !cell.meanings.length).map(cell => labelTextOf(cell.raw).text),
  )
  const byOrder = [...cells.filter(cell => cell.meanings.length > 0)].sort(
    (a, b) => a.row - b.row || a.index - b.index,
  )
  const isPositional = new Set(byOrder.map(cell => cell.index)).size === byOrder.length
  const inForm = formOrder(part, byOrder)
  // Each line of the head is the form's, but wrong spans have moved one line against the other.
  const isShifted =
    inForm?.some(({ cell }, at) => at > 0 && cell.index <= inForm[at - 1]!.cell.index) ?? false
  if (inForm && (isShifted || !isPositional || !part.head.some(isColumnHead))) {
    const named = inForm.map(({ cell, meaning }) => column(cell, meaning, cell.raw, fragments))
    return { columns: named, leading: [], isPositional: isPositional && !isShifted }
  }

  const columns: HeadColumn[] = []
  for (const [index, stack] of groupByColumn(cells)) {
    if (isUnderNoHead(part, index, stack)) return { columns: [], leading: [], isPositional: true }
    const found = nameColumn(region.table, part, index, stack)
    const text = stack.map(cell => cell.raw).join('')
    if (found) columns.push(column(found.cell, found.meaning, text, fragments))
    else if (!stack.every(cell => isFragment(cell.raw, part, fragments))) {
      const cell = stack.at(-1)!
      columns.push({
        id: subtotalId(part, cell),
        index,
        text,
        raw: cell.raw,
        row: cell.row,
        meaning: null,
        isDrift: false,
        isRepeated: false,
      })
    }
  }
  columns.sort((a, b) => a.index - b.index)
  for (const [at, each] of columns.entries())
    if (each.meaning && columns.some(other => other !== each && other.meaning?.id === each.meaning!.id))
      columns[at] = { ...each, id: null, isRepeated: true }
  const firstKnown = columns.findIndex(each => each.meaning)
  if (firstKnown < 0) return { columns: [], leading: [], isPositional: true }
  const leading = columns.slice(0, firstKnown).map(({ index }) => index)
  return { columns: columns.slice(firstKnown), leading, isPositional: true }
}

interface LeafCell {
  readonly row: number
  readonly index: number
  readonly raw: string
  /** Meanings as a column of this table. */
  readonly meanings: readonly LabelMeaning[]
}

/** The cells of a head that are not heads over several columns. */
function leafCells({ table, grid }: Region, part: Part): LeafCell[] {
  return part.headRows.flatMap(row =>
    grid.rows[row]!.flatMap((raw, index): LeafCell[] => {
      if (raw.trim() === '') return []
      const all = meaningsOf(raw).filter(meaning => meaning.table === table)
      if (all.some(({ role }) => role === 'column-head' || role === 'stub' || role === 'caption')) return []
      const meanings = all.filter(({ role }) => role === 'column')
      return [{ row, index, raw, meanings }]
    }),
  )
}

function groupByColumn(cells: readonly LeafCell[]): Map<number, LeafCell[]> {
  const stacks = new Map<number, LeafCell[]>()
  for (const cell of cells) {
    const stack = stacks.get(cell.index)
    if (stack) stack.push(cell)
    else stacks.set(cell.index, [cell])
  }
  return stacks
}

/** A cell that is the label; else words broken over the rows of the head; else another writing of the label. */
function nameColumn(table: TableId, part: Part, index: number, stack: readonly LeafCell[]) {
  const joined = stack.map(cell => cell.raw).join('')
  const whole = { ...stack[0]!, raw: joined, meanings: columnMeanings(joined, table) }
  const official = [...stack, whole].find(cell =>
    cell.meanings.some(meaning => !isDrift(cell.raw, meaning.official)),
  )
  const cell = official ?? [...stack, whole].find(each => each.meanings.length > 0)
  if (!cell) return null
  const meaning = underHead(part, index, cell.meanings)
  return meaning && { cell, meaning }
}

/** True for a label that stands under several heads of the form and here under none: whose it is cannot be told. */
function isUnderNoHead(part: Part, index: number, stack: readonly LeafCell[]): boolean {
  const cell = stack.find(each => each.meanings.length > 0)
  return cell !== undefined && underHead(part, index, cell.meanings) === null
}

function columnMeanings(raw: string, table: TableId): readonly LabelMeaning[] {
  return meaningsOf(raw).filter(meaning => meaning.table === table && meaning.role === 'column')
}

/** Of columns with one label, the one whose head stands nearest to the left; null when that does not tell. */
function underHead(part: Part, index: number, meanings: readonly LabelMeaning[]): LabelMeaning | null {
  const ids = new Set(meanings.map(meaning => meaning.id))
  if (ids.size === 1) return meanings[0]!
  let best: LabelMeaning | null = null
  let bestColumn = -1
  for (const meaning of meanings) {
    const head = lineOf(meaning)?.heads.at(-1)
    for (const hit of part.head) {
      const isItsHead = hit.meanings.some(other => other.role === 'column-head' && other.id === head)
      if (isItsHead && hit.column <= index && hit.column > bestColumn) {
        best = meaning
        bestColumn = hit.column
      }
    }
  }
  return best
}

/**
 * The columns of the form, in its order, when the labels and the heads that are there are exactly its own. Copied from
 * a page, heads lose the cells they span: each line of the head then lists what the form prints in that line.
 */
function formOrder(
  part: Part,
  cells: readonly LeafCell[],
): { cell: LeafCell; meaning: LabelMeaning }[] | null {
  const first = cells[0]?.meanings[0]
  const columns = first ? columnsOf(first).filter(line => !line.isSubtotal) : []
  if (columns.length !== cells.length) return null
  const heads = [...new Set(columns.flatMap(line => line.heads))]
  const places = part.head
    .filter(isColumnHead)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(hit => ({
      row: hit.row,
      at: heads.indexOf(hit.meanings.find(({ role }) => role === 'column-head')!.id),
    }))
  if (places.some(({ row, at }, index) => places[index - 1]?.row === row && places[index - 1]!.at > at))
    return null
  const byLine = [...columns].sort((a, b) => a.heads.length - b.heads.length || a.order - b.order)
  const found = byLine.flatMap((line, at) => {
    const meaning = cells[at]!.meanings.find(each => each.id === line.id)
    return meaning ? [{ line, cell: cells[at]!, meaning }] : []
  })
  if (found.length !== columns.length) return null
  return found.sort((a, b) => a.line.order - b.line.order)
}

function isColumnHead(hit: LabelHit): boolean {
  return hit.meanings.some(({ role }) => role === 'column-head')
}

function column(
  cell: LeafCell,
  meaning: LabelMeaning,
  text: string,
  fragments: ReadonlySet<string>,
): HeadColumn {
  const found = labelTextOf(cell.raw).text
  const official = labelTextOf(meaning.official).text
  const isBroken =
    (official.startsWith(found) && fragments.has(official.slice(found.length))) ||
    (official.endsWith(found) && fragments.has(official.slice(0, -found.length)))
  return {
    id: meaning.id,
    index: cell.index,
    text,
    raw: cell.raw,
    row: cell.row,
    meaning,
    isDrift: isDrift(cell.raw, meaning.official) && !isBroken,
    isRepeated: false,
  }
}

/** True for a piece of a label that was broken off: the other piece is a label's beginning. */
function isFragment(raw: string, part: Part, fragments: ReadonlySet<string>): boolean {
  const { text } = labelTextOf(raw)
  if (!fragments.has(text)) return false
  return part.head.some(hit =>
    hit.meanings.some(({ official }) => labelTextOf(official).text === labelTextOf(hit.raw).text + text),
  )
}

/** 小计 under a head that can have a subtotal. */
function subtotalId(part: Part, cell: LeafCell): string | null {
  if (!isSubtotalLabel(cell.raw)) return null
  const heads = part.head.filter(hit => hit.column <= cell.index && isColumnHead(hit))
  const nearest = heads.sort((a, b) => b.column - a.column)[0]
  const head = nearest?.meanings.find(({ role }) => role === 'column-head')
  const subtotal = head && columnsOf(head).find(line => line.isSubtotal && line.label === head.id)
  return subtotal?.id ?? null
}

function lineOf(meaning: LabelMeaning): Line | undefined {
  return columnsOf(meaning).find(line => line.id === meaning.id)
}

/** The columns of the table that a label belongs to, in the newest edition that has it. */
function columnsOf({ table, editions }: LabelMeaning): readonly Line[] {
  return editionById(editions.at(-1)!)!.tables[table].columns
}
