import type { Document } from '../../document/document.ts'
import type { Format } from '../../document/format.ts'
import type { Grid } from '../../document/grid.ts'
import type { Location } from '../../document/location.ts'
import type { Problem } from '../../document/problem.ts'
import { createLineIndex } from '../../text/line-index.ts'
import { type Parsed, parse } from '../parsers.ts'
import { limitExceeded, refused, type Source, type Surroundings } from '../reader.ts'
import { countCells, decodeSource } from '../text.ts'
import type { QuotedText } from './quoted-records.ts'

type Separator = '\t' | ',' | ';'

/** Comma, semicolon or tab separated text, also pasted from a page. The whole file is one grid of records. */
export async function readDelimited(
  source: Source,
  format: Format,
  surroundings: Surroundings,
): Promise<Document> {
  const { limits } = surroundings
  const decoded = decodeSource(source, format)
  if (decoded.kind === 'refused') return decoded.document
  const { text, encoding } = decoded
  const { path } = source
  const problems: Problem[] = []
  const separator = chooseSeparator(text, format)
  const cells = countCells(text, separator, limits)
  // Those inside quotation marks count too, so that it cannot be said how many there are.
  if (cells > limits.cells)
    return refused(path, format, limitExceeded('cells', text.includes('"') ? '' : cells, limits))
  if (!text.includes('"')) return { path, format, encoding, grids: [splitPlain(text, separator)], problems }
  const split = await splitQuoted({ text, separator }, surroundings)
  if (split.kind === 'failed') return refused(path, format, split.problem)
  if (split.result === null)
    problems.push({ name: 'unclosed-quote', location: unclosedQuote(text, separator), data: {} })
  return { path, format, encoding, grids: [split.result ?? splitPlain(text, separator)], problems }
}

/**
 * The separator that stands in the most lines. Pasted text keeps its tabs even where its sentences hold more
 * commas, so there two lines with a tab decide.
 */
function chooseSeparator(text: string, format: Format): Separator {
  const tabs = linesWith(text, '\t')
  if (format !== 'csv' && tabs >= 2) return '\t'
  const commas = linesWith(text, ',')
  const semicolons = linesWith(text, ';')
  if (tabs > commas && tabs > semicolons) return '\t'
  return semicolons > commas ? ';' : ','
}

function linesWith(text: string, separator: Separator): number {
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  let count = 0
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at)) {
    count++
    at = text.indexOf(lineEnd, at)
    if (at < 0) break
  }
  return count
}

/** Without a quotation mark no cell can hold a separator or a line end, and splitting is exact. */
function splitPlain(text: string, separator: Separator): Grid {
  const rows = splitLines(text).map(line => line.split(separator))
  return {
    sheet: null,
    rows,
    ragged: true,
    merges: [],
    separator,
    locate(row, column) {
      const from = startOf(row, column)
      const length = rows[row]![column]?.length
      return length === undefined
        ? oneLine(row + 1, from - 1, from - 1)
        : oneLine(row + 1, from, from + length)
    },
    locatePart(row, column, start, end) {
      const from = startOf(row, column)
      return oneLine(row + 1, from + start, from + end)
    },
  }

  function startOf(row: number, column: number): number {
    const cells = rows[row]!
    let start = 1
    for (let index = 0; index < column && index < cells.length; index++) start += cells[index]!.length + 1
    return start
  }
}

function splitLines(text: string): string[] {
  let lines: string[]
  if (!text.includes('\r')) lines = text.split('\n')
  else lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Characters beyond which splitting takes more than a moment: many short records cost most. */
const harmless = 128 * 1024

/** Records as csv-parse reads them; null when a quotation mark is never closed. */
async function splitQuoted(input: QuotedText, surroundings: Surroundings): Promise<Parsed<Grid | null>> {
  if (input.text.length <= harmless) {
    const { parseEnds, parseRows } = await import('./quoted-records.ts')
    const rows = parseRows(input)
    // Where records end costs half as much again to ask for, and most files have nothing to point at.
    return { kind: 'parsed', result: rows && quotedGrid(input, rows, () => parseEnds(input)) }
  }
  const parsed = await parse('records', input, Number.POSITIVE_INFINITY, surroundings)
  if (parsed.kind === 'failed') return parsed
  const { result } = parsed
  return { kind: 'parsed', result: result && quotedGrid(input, result.rows, () => result.ends) }
}

function quotedGrid(
  { text, separator }: QuotedText,
  rows: Grid['rows'],
  endsOf: () => readonly number[],
): Grid {
  const places = lazily(() => ({ starts: recordStarts(text, endsOf()), lines: createLineIndex(text) }))
  return {
    sheet: null,
    rows,
    ragged: true,
    merges: [],
    separator,
    locate(row, column): Location {
      const field = fieldAt(row, column)
      return between(field.start, field.end)
    },
    locatePart(row, column, start, end) {
      const field = fieldAt(row, column)
      // Where a quotation mark is written twice the offsets are others.
      if (text.slice(field.start, field.end) !== rows[row]![column]) return null
      return between(field.start + start, field.start + end)
    },
  }

  function fieldAt(row: number, column: number): Field {
    let field = scanField(text, places().starts[row]!, separator)
    for (let index = 0; index < column; index++) {
      if (text[field.next - 1] !== separator || field.next > text.length)
        return { ...field, start: field.end }
      field = scanField(text, field.next, separator)
    }
    return field
  }

  function between(start: number, end: number): Location {
    const { lines } = places()
    const to = lines.position(end)
    return { ...lines.position(start), endLine: to.line, endColumn: to.column, address: null }
  }
}

interface Field {
  /** Offsets of the cell's text, inside its quotation marks. */
  readonly start: number
  readonly end: number
  /** Where the next field or record begins; beyond the text after its last field. */
  readonly next: number
  readonly isClosed: boolean
}

/** Finds where the field that begins at an offset ends, in the way that csv-parse reads it. */
function scanField(text: string, start: number, separator: string): Field {
  if (text[start] === '"') {
    let close = text.indexOf('"', start + 1)
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    if (close < 0) return { start: start + 1, end: text.length, next: text.length + 1, isClosed: false }
    const after = close + 1
    if (isEnd(text, after, separator))
      return { start: start + 1, end: close, next: after + endLength(text, after), isClosed: true }
    return plainField(text, start, after, separator)
  }
  return plainField(text, start, start, separator)
}

function plainField(text: string, start: number, from: number, separator: string): Field {
  let end = from
  while (!isEnd(text, end, separator)) end++
  return { start, end, next: end + endLength(text, end), isClosed: true }
}

function isEnd(text: string, offset: number, separator: string): boolean {
  const character = text[offset]
  return character === undefined || character === separator || character === '\n' || character === '\r'
}

function endLength(text: string, offset: number): number {
  return text[offset] === '\r' && text[offset + 1] === '\n' ? 2 : 1
}

function unclosedQuote(text: string, separator: Separator): Location {
  let field = scanField(text, 0, separator)
  while (field.isClosed && field.next <= text.length) field = scanField(text, field.next, separator)
  const { line, column } = createLineIndex(text).position(Math.max(0, field.start - 1))
  return oneLine(line, column, column + 1)
}

/** Offsets in UTF-16 units at which the records begin, from those in UTF-8 bytes at which they end. */
function recordStarts(text: string, ends: readonly number[]): number[] {
  const starts: number[] = [0]
  let offset = 0
  let bytes = 0
  for (const end of ends) {
    while (bytes < end && offset < text.length) {
      const code = text.charCodeAt(offset++)
      // A surrogate pair takes four bytes, two for each half.
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
    }
    starts.push(offset)
  }
  return starts
}

function oneLine(line: number, column: number, endColumn: number): Location {
  return { line, column, endLine: line, endColumn, address: null }
}

function lazily<Value>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}
