import type { Grid, Merge } from '../document/grid.ts'
import { cellAddress, documentStart, type Location } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import { createLineIndex } from '../text/line-index.ts'
import { type Limits, limitExceeded } from './reader.ts'

/** What pages and Word documents are: paragraphs and tables in reading order. Plain data. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly span: Span }
  | { readonly kind: 'table'; readonly rows: readonly (readonly FlowCell[])[] }

/** A cell as it is written, before the cells that others span are filled in. */
export interface FlowCell {
  readonly text: string
  /** How many rows and columns it spans; at least 1. */
  readonly rows: number
  readonly columns: number
  readonly span: Span
  /** What stands in it and is not shown. */
  readonly hidden?: HiddenText | null
}

/** Text that nobody sees: in how many places, and the beginning and place of the first. */
export interface HiddenText {
  readonly count: number
  readonly text: string
  readonly span: Span
}

/** Offsets of a text in the decoded file (UTF-16 units, end exclusive); null where a format has no lines. */
export type Span = readonly [start: number, end: number] | null

/** A block of a text that is a piece of another one, by the offset at which the piece stands there. */
export function moveBlock(block: Block, by: number): Block {
  const move = (span: Span): Span => span && [Math.max(0, span[0] + by), Math.max(0, span[1] + by)]
  if (block.kind === 'paragraph') return { ...block, span: move(block.span) }
  return { ...block, rows: block.rows.map(row => row.map(cell => ({ ...cell, span: move(cell.span) }))) }
}

export function moveHidden(hidden: HiddenText | null, by: number): HiddenText | null {
  return hidden?.span ? { ...hidden, span: [hidden.span[0] + by, hidden.span[1] + by] } : hidden
}

/** Of texts in one place the first is quoted. */
export function joinHidden(first: HiddenText | null, second: HiddenText | null): HiddenText | null {
  return first && second ? { ...first, count: first.count + second.count } : (first ?? second)
}

/**
 * A grid for each table, and one for each run of paragraphs between them. `source` is the decoded text that spans point
 * into; null where the format has no lines. `hidden` is what is not shown outside of the cells.
 */
export function layOutFlow(
  blocks: readonly Block[],
  source: string | null,
  limits: Limits,
  hidden: HiddenText | null = null,
): { readonly grids: readonly Grid[]; readonly problems: readonly Problem[] } {
  const spot: Spot = source === null ? () => null : spotter(source)
  const grids: Grid[] = []
  const problems: Problem[] = []
  if (hidden) {
    const place = spot(hidden.span)
    problems.push(hiddenProblem(hidden, place ? { ...place, address: null } : documentStart, false))
  }
  let [tables, paragraphs, cells] = [0, 0, 0]
  let running: Extract<Block, { kind: 'paragraph' }>[] = []
  const endRun = () => {
    if (running.length > 0) grids.push(textGrid(running, paragraphs - running.length, spot))
    running = []
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      running.push(block)
      paragraphs++
      continue
    }
    endRun()
    tables++
    if (tables > limits.sheets)
      return { grids, problems: [...problems, limitExceeded('sheets', tables, limits)] }
    const laid = layOutTable(block.rows, limits.cells - cells)
    if (laid === null) return { grids, problems: [...problems, limitExceeded('cells', '', limits)] }
    cells += laid.size
    const grid = tableGrid(laid, `表格${tables}`, spot)
    grids.push(grid)
    for (const { row, column, hidden } of laid.hidden)
      problems.push(hiddenProblem(hidden, grid.locate(row, column), true))
  }
  endRun()
  return { grids, problems }
}

/** One for each cell, for its figure may lack a digit and must not be taken for sound. */
function hiddenProblem({ count, text }: HiddenText, location: Location, isInCell: boolean): Problem {
  return { name: 'left-out-text', location, data: { kind: 'hidden', count, text, isInCell } }
}

/** The place of what a span covers; with a piece of its text, of that piece, or null where it cannot be told. */
type Spot = (span: Span, piece?: Piece) => Omit<Location, 'address'> | null

/** Part of the text that a span holds, by offsets in it. */
interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

function spotter(source: string): Spot {
  let lines: ReturnType<typeof createLineIndex> | undefined
  return (whole, piece) => {
    const span = whole && piece ? spanOfPiece(source, whole, piece) : whole
    if (span === null) return null
    lines ??= createLineIndex(source)
    const end = lines.position(span[1])
    return { ...lines.position(span[0]), endLine: end.line, endColumn: end.column }
  }
}

/** Null where marks or other blanks stand within the piece, or where it stands there more often than in the text. */
function spanOfPiece(
  source: string,
  [from, to]: readonly [number, number],
  { text, start, end }: Piece,
): Span {
  const piece = text.slice(start, end)
  const inSource = occurrences(source.slice(from, to), piece)
  const inText = occurrences(text, piece)
  const at = inSource[inText.indexOf(start)]
  return at === undefined || inSource.length !== inText.length ? null : [from + at, from + at + piece.length]
}

function occurrences(text: string, piece: string): readonly number[] {
  const found: number[] = []
  if (piece === '') return found
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) found.push(at)
  return found
}

/** Paragraphs count from 0, those of tables left out. */
function textGrid(
  paragraphs: readonly { readonly text: string; readonly span: Span }[],
  first: number,
  spot: Spot,
): Grid {
  return {
    sheet: null,
    rows: paragraphs.map(({ text }) => [text]),
    ragged: true,
    merges: [],
    locate(row) {
      const place = spot(paragraphs[row]?.span ?? null)
      if (place) return { ...place, address: null }
      const line = first + row + 1
      return { line, column: 1, endLine: line, endColumn: 2, address: `段落${line}` }
    },
    locatePart(row, _, start, end) {
      const { text, span } = paragraphs[row]!
      const place = spot(span, { text, start, end })
      return place && { ...place, address: null }
    },
  }
}

interface LaidTable {
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  /** Of each row, by grid column, the span of the cell that stands there. */
  readonly spans: readonly ReadonlyMap<number, Span>[]
  readonly hidden: readonly { readonly row: number; readonly column: number; readonly hidden: HiddenText }[]
  /** Cells of the grid. */
  readonly size: number
}

/** Fills the spans in, the way browsers do; null when the table takes more than `most` cells. */
function layOutTable(source: readonly (readonly FlowCell[])[], most: number): LaidTable | null {
  // Undefined where nothing stands yet.
  const rows = source.map((): (string | undefined)[] => [])
  const spans = source.map(() => new Map<number, Span>())
  const merges: Merge[] = []
  const lost: { row: number; column: number; hidden: HiddenText }[] = []
  let size = 0
  for (const [row, cells] of source.entries()) {
    const own = rows[row]!
    let column = 0
    for (const cell of cells) {
      while (own[column] !== undefined) column++
      const height = Math.min(cell.rows, source.length - row)
      let width = 1
      // A cell that would reach over another one, which hangs down from above, ends before it.
      while (width < cell.columns && own[column + width] === undefined) width++
      size += height * width
      if (size > most) return null
      for (const covered of rows.slice(row, row + height))
        for (let at = column; at < column + width; at++) covered[at] = ''
      own[column] = cell.text
      spans[row]!.set(column, cell.span)
      if (cell.hidden) lost.push({ row, column, hidden: cell.hidden })
      if (height * width > 1) merges.push({ row, column, rows: height, columns: width })
      column += width
    }
  }
  return { rows: rows.map(cells => Array.from(cells, text => text ?? '')), merges, spans, hidden: lost, size }
}

function tableGrid({ rows, merges, spans }: LaidTable, name: string, spot: Spot): Grid {
  return {
    sheet: name,
    rows,
    ragged: true,
    merges,
    locate(row, column) {
      const address = cellAddress(name, row, column)
      const place = spot(spanAt(spans[row], column))
      if (place) return { ...place, address }
      return { line: row + 1, column: column + 1, endLine: row + 1, endColumn: column + 2, address }
    },
  }
}

/** The span of a cell; the end of the last one before it where none stands. */
function spanAt(spans: ReadonlyMap<number, Span> | undefined, column: number): Span {
  const own = spans?.get(column)
  if (own !== undefined || !spans) return own ?? null
  const before = [...spans].filter(([at]) => at < column).at(-1)?.[1]
  return before ? [before[1], before[1]] : ([...spans][0]?.[1] ?? null)
}
