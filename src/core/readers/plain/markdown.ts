import type { Document } from '../../document/document.ts'
import {
  type Block,
  type FlowCell,
  type HiddenText,
  joinHidden,
  layOutFlow,
  moveBlock,
  moveHidden,
} from '../flow.ts'
import { readPages } from '../pages/read-pages.ts'
import { limitExceeded, refused, type Source, type Surroundings } from '../reader.ts'
import { countCells, decodeSource } from '../text.ts'
import { type Cut, cellText, isRule, splitRow, splitTabs } from './markdown-rows.ts'

/**
 * Text with tables between vertical lines, or in HTML as extractors write them: a table each, and a row of one cell
 * for any other line. Null when it has no such table, for then it is text of another kind.
 */
export async function readMarkdown(source: Source, surroundings: Surroundings): Promise<Document | null> {
  const decoded = decodeSource(source, 'md')
  if (decoded.kind === 'refused') return decoded.document
  const { text, encoding } = decoded
  const { path, bytes } = source
  const { limits } = surroundings
  if (countCells(text, '|\t', limits) > limits.cells)
    return refused(path, 'md', limitExceeded('cells', '', limits))
  const pieces = cutUp(text)
  const pages = pieces.filter(piece => piece.kind === 'html').map(({ start, end }) => text.slice(start, end))
  if (pages.length === 0 && !pieces.some(piece => piece.kind === 'table')) return null
  const read =
    pages.length > 0
      ? await readPages(pages, bytes.length, surroundings)
      : { kind: 'read' as const, pages: [] }
  if (read.kind === 'failed') return refused(path, 'md', read.problem)
  let page = 0
  let hidden: HiddenText | null = null
  const blocks = pieces.flatMap(piece => {
    if (piece.kind !== 'html') return piece.blocks
    const content = read.pages[page++]!
    hidden = joinHidden(hidden, moveHidden(content.hidden, piece.start))
    return content.blocks.map(block => moveBlock(block, piece.start))
  })
  return { path, format: 'md', encoding, ...layOutFlow(blocks, text, limits, hidden) }
}

type Piece =
  | { readonly kind: 'html'; readonly start: number; readonly end: number }
  | { readonly kind: 'table' | 'text'; readonly blocks: readonly Block[] }

/** A line without its end; offsets in the file. */
interface Line {
  readonly text: string
  readonly start: number
}

function cutUp(text: string): Piece[] {
  const pieces: Piece[] = []
  let run: Line[] = []
  const endRun = () => {
    if (run.length > 0) pieces.push(pieceOf(run))
    run = []
  }
  let htmlEnd = 0
  for (const line of linesOf(text)) {
    if (line.start < htmlEnd) continue
    if (startsTable(line.text)) {
      endRun()
      htmlEnd = endOfTables(text, line.start)
      pieces.push({ kind: 'html', start: line.start, end: htmlEnd })
      continue
    }
    const kind = kindOf(line)
    if (run.length > 0 && kind !== kindOf(run[0]!)) endRun()
    if (kind === 'prose') {
      const block = paragraphOf(line)
      if (block) pieces.push({ kind: 'text', blocks: [block] })
    } else run.push(line)
  }
  endRun()
  return pieces
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { text: text.slice(start, index), start }
    start = index + lineEnd.length
  }
  yield { text: text.slice(start), start }
}

/** A tag that is only spoken of does not begin a line, and is not closed on it. */
function startsTable(line: string): boolean {
  return (
    /<table[\s>]/i.test(line) &&
    (/^\s*</.test(line) || /<\/table[\s>]/i.test(line)) &&
    !/^[\s>]*\|/.test(line)
  )
}

/** The end of the line on which the last of the tables closes that are open; of the text when one never does. */
function endOfTables(text: string, start: number): number {
  const tags = /<(\/?)table[\s/>]|\r|\n/gi
  tags.lastIndex = start
  let open = 0
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[1] === undefined) {
      if (open <= 0) return tag.index
    } else open += tag[1] === '' ? 1 : -1
  }
  return text.length
}

type LineKind = 'piped' | 'tabbed' | 'prose'

function kindOf({ text }: Line): LineKind {
  if (/^[\s>]*\|/.test(text)) return 'piped'
  if (/[^\\]\|/.test(text)) return 'piped'
  return text.trim().includes('\t') ? 'tabbed' : 'prose'
}

function pieceOf(run: readonly Line[]): Piece {
  if (kindOf(run[0]!) === 'tabbed') {
    return { kind: 'text', blocks: [tableOf(run.map(line => splitTabs(line.text, line.start)))] }
  }
  const rows = run.map(line => splitRow(line.text, line.start))
  const hasRule = rows.some((row, index) => isRule(row, index))
  const startsPiped = run.filter(({ text }) => /^[\s>]*\|/.test(text)).length
  // A sentence may hold a vertical line; a table has a rule under its head, or one before each of its rows.
  if (!hasRule && startsPiped < run.length)
    return { kind: 'text', blocks: run.flatMap(line => paragraphOf(line) ?? []) }
  const table = tableOf(rows.filter((row, index) => !isRule(row, index)))
  return { kind: hasRule || run.length > 1 ? 'table' : 'text', blocks: [table] }
}

function tableOf(rows: readonly (readonly Cut[])[]): Block {
  const cellOf = ({ text, span }: Cut): FlowCell => ({ text, rows: 1, columns: 1, span })
  return { kind: 'table', rows: rows.map(row => row.map(cellOf)) }
}

/** Without the marks of headings, quotations and lists; null for a blank line. */
function paragraphOf({ text, start }: Line): Block | null {
  const marks = /^[\s>]*(?:#{1,6}\s+|[-*+]\s+)?/.exec(text)![0].length
  if (text.trim() === '') return null
  const cell = cellText(text, marks, text.length)
  return { kind: 'paragraph', text: cell.text, span: [start + cell.from, start + cell.to] }
}
