import type { Block, FlowCell, HiddenText } from '../flow.ts'
import type { PlacedText } from './run.ts'

/** What stands in a page, or in a cell of it, in reading order. */
export type Item = Paragraph | PageTable

export interface Paragraph extends PlacedText {
  readonly kind: 'paragraph'
  /** True for a picture, which stands between paragraphs. */
  readonly hasPicture?: boolean
}

/** A table of more than one cell; one of a single cell is just a frame around what is in it. */
export interface PageTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly PageCell[])[]
  /** Characters in it, those of tables inside of it included. */
  readonly length: number
  /** Whether a cell of it holds text that is not shown. */
  readonly losesText: boolean
}

export interface PageCell extends FlowCell {
  readonly items: Item[]
  /** Whether tables of more than one cell are among them. */
  readonly holdsTables: boolean
  readonly length: number
}

/** Characters of a nested table up to which it is text of the cell around it as well. */
const smallTable = 200

/** `inside` is the place between the cell's tags. */
export function closeCell(
  items: Item[],
  size: { readonly rows: number; readonly columns: number },
  inside: readonly [start: number, end: number],
  hidden: HiddenText | null,
): PageCell {
  const length = items.reduce((sum, item) => sum + ('length' in item ? item.length : item.text.length), 0)
  const holdsTables = items.some(({ kind }) => kind === 'table')
  const isLeft = holdsTables && (length > smallTable || items.some(losesText) || hidden)
  const text = isLeft ? '' : items.flatMap(textsOf).join('\n')
  const { rows, columns } = size
  return { text, rows, columns, span: spanOf(text, items, inside), hidden, items, holdsTables, length }
}

/** A cell around a table does not repeat figures that may lack a digit. */
function losesText(item: Item): boolean {
  return item.kind === 'table' && item.losesText
}

/** From the first to the last character of the cell's text. */
function spanOf(text: string, items: readonly Item[], inside: readonly [number, number]) {
  const spans = items.flatMap(item => (item.kind === 'paragraph' ? [item.span] : []))
  const [first, last] = [spans[0], spans.at(-1)]
  // What is left to the tables in a cell does not stand in the cell.
  if (text === '' && items.length > 0) return [inside[0], inside[0]] as const
  return first && last ? ([first[0], last[1]] as const) : inside
}

function textsOf(item: Item): string[] {
  if (item.kind === 'paragraph') return [item.text]
  return item.rows.flat().flatMap(({ text }) => (text.trim() === '' ? [] : [text]))
}

/** A row as it was read, with the number of the row group it belongs to. */
export interface OpenRow {
  readonly group: number
  readonly cells: PageCell[]
}

/** What a table comes to: nothing, the content of its only cell, or a table. */
export function closeTable(rows: readonly OpenRow[]): Item[] {
  const cells = rows.flatMap(row => row.cells)
  if (cells.length === 0) return []
  if (cells.length === 1) return cells[0]!.items
  // A cell ends with its group; 0 rows are all that the group has left.
  const ends = new Map(rows.map(({ group }, index) => [group, index + 1]))
  const clipped = rows.map(({ group, cells }, index) => {
    const left = ends.get(group)! - index
    return cells.map(cell => ({ ...cell, rows: cell.rows === 0 ? left : Math.min(cell.rows, left) }))
  })
  const length = cells.reduce((sum, cell) => sum + cell.length, 0)
  return [{ kind: 'table', rows: clipped, length, losesText: cells.some(({ hidden }) => hidden) }]
}

/** Tables that hold tables lay a page out: what is in their cells is read by itself, after what else they say. */
export function listBlocks(items: readonly Item[]): Block[] {
  const blocks: Block[] = []
  const pending = [items[Symbol.iterator]()]
  for (let top = pending.at(-1); top; top = pending.at(-1)) {
    const { done, value: item } = top.next()
    if (done) pending.pop()
    else if (item.kind === 'paragraph') {
      if (item.text.trim() !== '' || item.hasPicture) blocks.push(item)
    } else {
      if (saysSomething(item)) blocks.push({ kind: 'table', rows: item.rows.map(row => row.map(toFlowCell)) })
      const inside = item.rows.flat().flatMap(cell => (cell.holdsTables ? cell.items : []))
      if (inside.length > 0) pending.push(inside[Symbol.iterator]())
    }
  }
  return blocks
}

/** True for a table that does not just hold others; also when it is blank. */
function saysSomething({ rows }: PageTable): boolean {
  const cells = rows.flat()
  const plain = cells.filter(cell => !cell.holdsTables)
  return plain.length === cells.length || plain.some(({ text, hidden }) => text.trim() !== '' || hidden)
}

function toFlowCell({ text, rows, columns, span, hidden }: PageCell): FlowCell {
  return { text, rows, columns, span, ...(hidden && { hidden }) }
}
