import type { Block, FlowCell } from '../flow.ts'

/** What a cell, or the document outside of its tables, holds in reading order. */
export interface Story {
  readonly items: Item[]
  /** The text of a paragraph whose end was deleted; it belongs to the next one. */
  carried: string
  /** True in a cell that belongs to the one above it: numbers of lists are not shown there. */
  readonly isCovered: () => boolean
  /** Where the cell stands once its table is laid out. */
  place: CellPlace | null
  /** The story that its items were given to. */
  into: Story | null
}

export interface Item {
  /** A paragraph or table, or what a cell holds that comes out in its place. */
  readonly content: Block | Story
  readonly hasTable: boolean
  /** What it adds to the text of a cell that holds it; null when that is too long to be repeated there. */
  readonly inCell: string | null
}

export interface CellPlace {
  readonly table: Block
  /** From 0, columns of the grid. */
  readonly row: number
  readonly column: number
}

/** The paragraph or table that is being read when something is found that must be named. */
export interface Mark {
  readonly story: Story
  readonly item: number
  /** Of the table that is open, from 0; null outside of its rows. */
  readonly row: number | null
}

/** Tables, their rows and columns, and paragraphs count from 0. */
export type Place =
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number }

export function newStory(isCovered = () => false): Story {
  return { items: [], carried: '', isCovered, place: null, into: null }
}

/** Adds a paragraph. */
export function addText(story: Story, text: string): void {
  story.items.push({ content: { kind: 'paragraph', text, span: null }, hasTable: false, inCell: text })
}

/** The text of a paragraph whose end was deleted stands alone when none follows. */
export function endStory(story: Story): void {
  if (story.carried !== '') addText(story, story.carried)
  story.carried = ''
}

/** Characters to which the text of a table inside a cell is repeated in the cell. */
const mostRepeated = 200

export function isContainer({ items }: Story): boolean {
  return items.some(({ hasTable }) => hasTable)
}

/** The text of a cell. One with tables in it is not blank, but only shows what is short. */
export function cellText(story: Story): string {
  return textWithin(story) ?? ''
}

/** Null when it has tables, and is too long to be repeated. */
export function textWithin(story: Story): string | null {
  const texts = story.items.map(({ inCell }) => inCell)
  return isContainer(story) ? shortText(texts) : texts.filter(Boolean).join('\n')
}

function shortText(texts: readonly (string | null)[]): string | null {
  let length = 0
  for (const text of texts) {
    length += text === null ? Number.POSITIVE_INFINITY : text.length + 1
    if (length > mostRepeated) return null
  }
  return texts.filter(Boolean).join('\n')
}

/** What a table adds to the text of the cell around it. */
export function tableText(rows: readonly (readonly FlowCell[])[]): string | null {
  return shortText(rows.flatMap(cells => cells.map(({ text }) => text)))
}

/** The paragraphs and tables of a story and of the cells that come out with it, in reading order. */
export function blocksOf(story: Story): Block[] {
  const blocks: Block[] = []
  const open = [story.items.values()]
  while (open.length > 0) {
    const { done, value } = open.at(-1)!.next()
    if (done) open.pop()
    else if ('kind' in value.content) blocks.push(value.content)
    else open.push(value.content.items.values())
  }
  return blocks
}

/** The places of marks in the blocks that came out; null for a mark in what did not. */
export function placeFinder(blocks: readonly Block[]): (mark: Mark) => Place | null {
  const numbers = new Map<Block, number>()
  let [tables, paragraphs] = [0, 0]
  for (const block of blocks) numbers.set(block, block.kind === 'table' ? tables++ : paragraphs++)
  return ({ story, item, row }) => {
    let holder = story
    while (holder.into && !holder.place) holder = holder.into
    const cell = holder.place
    const table = cell && numbers.get(cell.table)
    if (cell && table !== undefined && table !== null)
      return { kind: 'cell', table, row: cell.row, column: cell.column }
    const block = story.items[item]?.content
    if (!block || !('kind' in block)) return null
    const number = numbers.get(block)
    if (number === undefined) return null
    if (block.kind === 'paragraph') return { kind: 'paragraph', paragraph: number }
    return { kind: 'cell', table: number, row: Math.min(row ?? 0, block.rows.length - 1), column: 0 }
  }
}
