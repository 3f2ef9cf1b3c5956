import type { Block, Cell, Table } from './edition.ts'
import { isGroup, type Node } from './form.ts'

/** A cell of the printed form; rows and columns count from 0. */
export interface PrintedCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  /** The figure that goes here; null for captions, heads and labels. */
  readonly cell: Cell | null
}

export interface PrintedTable {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly PrintedCell[]
}

/** The table as the form prints it, with merged heads and labels. */
export function printTable(table: Table): PrintedTable {
  const columns = Math.max(...table.blocks.map(({ form }) => form.stubWidth + countLeaves(form.columns)))
  const cells: PrintedCell[] = []
  let row = 0
  for (const block of table.blocks) row = printBlock(table, block, row, columns, cells)
  return { rows: row, columns, cells }
}

/** The texts of a printed table in rows; a cell's text stands in its top left corner, the rest of it is empty. */
export function printedRows(printed: PrintedTable, figure: (cell: Cell) => string): string[][] {
  const rows = Array.from({ length: printed.rows }, () => Array.from({ length: printed.columns }, () => ''))
  for (const { row, column, text, cell } of printed.cells) rows[row]![column] = cell ? figure(cell) : text
  return rows
}

function printBlock(table: Table, block: Block, top: number, width: number, cells: PrintedCell[]): number {
  const { form } = block
  let row = top
  if (form.caption)
    cells.push({ row: row++, column: 0, rows: 1, columns: width, text: form.caption, cell: null })

  const headTop = row
  const leaves = countLeaves(form.columns)
  // What the block has fewer than the widest one goes to its last column.
  const spare = width - form.stubWidth - leaves
  if (form.columnsHead)
    cells.push({
      row: row++,
      column: form.stubWidth,
      rows: 1,
      columns: leaves,
      text: form.columnsHead,
      cell: null,
    })
  const depth = depthOf(form.columns)
  printHeads(form.columns, row, form.stubWidth, depth, spare, cells)
  row += depth
  if (form.stubHead)
    cells.push({
      row: headTop,
      column: 0,
      rows: row - headTop,
      columns: form.stubWidth,
      text: form.stubHead,
      cell: null,
    })

  const columns = block.columns.filter(line => !line.isSubtotal)
  printLabels(form.rows, row, 0, form.stubWidth, cells)
  for (const line of block.rows) {
    if (line.isSubtotal) continue
    for (const [index, column] of columns.entries()) {
      const extra = index === columns.length - 1 ? spare : 0
      const cell = table.cell(line.id, column.id)!
      cells.push({ row, column: form.stubWidth + index, rows: 1, columns: 1 + extra, text: '', cell })
    }
    row++
  }
  return row
}

function printHeads(
  nodes: readonly Node[],
  row: number,
  left: number,
  depth: number,
  spare: number,
  cells: PrintedCell[],
): void {
  let column = left
  for (const [index, node] of nodes.entries()) {
    const columns = countLeaves([node]) + (index === nodes.length - 1 ? spare : 0)
    const rows = isGroup(node) ? 1 : depth
    cells.push({ row, column, rows, columns, text: node.label, cell: null })
    if (isGroup(node)) printHeads(node.items, row + 1, column, depth - 1, 0, cells)
    column += columns
  }
}

function printLabels(
  nodes: readonly Node[],
  top: number,
  column: number,
  width: number,
  cells: PrintedCell[],
): void {
  let row = top
  for (const node of nodes) {
    const rows = countLeaves([node])
    const columns = isGroup(node) ? 1 : width - column
    if (columns > 0) cells.push({ row, column, rows, columns, text: node.label, cell: null })
    if (isGroup(node)) printLabels(node.items, row, column + 1, width, cells)
    row += rows
  }
}

function countLeaves(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + (isGroup(node) ? countLeaves(node.items) : 1), 0)
}

function depthOf(nodes: readonly Node[]): number {
  return Math.max(...nodes.map(node => (isGroup(node) ? 1 + depthOf(node.items) : 1)))
}
