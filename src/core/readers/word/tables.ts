import type { Block, FlowCell } from '../flow.ts'
import {
  type CellPlace,
  cellText,
  endStory,
  isContainer,
  newStory,
  type Story,
  tableText,
  textWithin,
} from './story.ts'

/** A table that is being read. */
export interface OpenTable {
  readonly rows: OpenRow[]
}

export interface OpenRow {
  readonly cells: OpenCell[]
  /** Columns of the grid left blank before its first cell. */
  before: number
  isDeleted: boolean
}

export interface OpenCell {
  readonly story: Story
  /** Columns of the grid. */
  columns: number
  /** Its part in a cell over several rows. */
  merge: 'start' | 'further' | null
  /** True when it belongs to the cell left of it, the way old files write that. */
  isAppended: boolean
  isDeleted: boolean
}

/** More columns than Word allows in a table are none. */
export const mostColumns = 63

export function newCell(): OpenCell {
  const cell: OpenCell = {
    story: newStory(() => cell.merge === 'further'),
    columns: 1,
    merge: null,
    isAppended: false,
    isDeleted: false,
  }
  return cell
}

/**
 * Gives a table that has ended to the story around it. One that only arranges other tables on the page gives its content
 * in its place; else the content of cells that hold tables follows the table.
 */
export function endTable({ rows }: OpenTable, around: Story, isNested: boolean): void {
  const kept = rows.filter(row => !row.isDeleted && row.cells.length > 0)
  for (const { cells } of kept) for (const { story } of cells) endStory(story)
  const stories = kept.flatMap(({ cells }) => cells.map(({ story }) => story))
  const containers = stories.filter(isContainer)
  const isOneCell = isNested && stories.length === 1
  const isList = containers.length > 0 && kept.every(({ cells }) => cells.length === 1)
  const isFrame =
    containers.length > 0 && stories.every(story => isContainer(story) || cellText(story).trim() === '')
  if (stories.length === 0) return
  if (isOneCell || isList || isFrame) {
    for (const story of stories) give(story, around, textWithin(story))
    return
  }
  const laid = layOutRows(kept)
  const block: Block = { kind: 'table', rows: laid.map(cells => cells.map(({ flow }) => flow)) }
  around.items.push({ content: block, hasTable: true, inCell: tableText(block.rows) })
  for (const [row, cells] of laid.entries())
    for (const { column, story } of cells)
      if (story && !isContainer(story)) story.place = { table: block, row, column } satisfies CellPlace
  // Their text is in the table's already.
  for (const story of containers) give(story, around, '')
}

function give(story: Story, around: Story, inCell: string | null): void {
  around.items.push({ content: story, hasTable: isContainer(story), inCell })
  story.into = around
}

interface LaidCell {
  readonly flow: Growing
  /** In the grid, from 0. */
  readonly column: number
  /** Null for columns left blank. */
  readonly story: Story | null
}

type Growing = { -readonly [Key in keyof FlowCell]: FlowCell[Key] }

/**
 * Cells over several rows are written once a row, the first with the text. A further one belongs to the one above it in
 * the same columns; where there is none, or it holds something, it is a cell of its own.
 */
function layOutRows(rows: readonly OpenRow[]): LaidCell[][] {
  // By their first column, the cells that the next row may go on with.
  let above = new Map<number, Growing>()
  return rows.map(row => {
    const laid: LaidCell[] = []
    const below = new Map<number, Growing>()
    for (let column = 0; column < row.before; column++)
      laid.push({ flow: { text: '', rows: 1, columns: 1, span: null }, column, story: null })
    let column = row.before
    // The cell to the left, unless it belongs to the one above it.
    let left: Growing | null = null
    for (const { story, columns, merge, isAppended } of row.cells) {
      const text = cellText(story)
      const isEmpty = text.trim() === '' && !isContainer(story)
      const over = above.get(column)
      if (isAppended && isEmpty && left) left.columns += columns
      else if (merge === 'further' && isEmpty && over?.columns === columns) {
        over.rows++
        below.set(column, over)
        left = null
      } else {
        const flow: Growing = { text, rows: 1, columns, span: null }
        left = flow
        laid.push({ flow, column, story })
        if (merge !== null) below.set(column, flow)
      }
      column += columns
    }
    above = below
    return laid
  })
}
