import { formatExact } from '../constraints/exact.ts'
import type { Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import type { Fact, FactState } from '../model/fact.ts'
import { type Expected, nothingExpected, type Report } from '../model/report.ts'
import { defaultLimits, type Limits, megabyte, readSource, type Source } from '../readers/index.ts'
import { recognize } from '../recognize/index.ts'
import { masked } from '../text/personal-numbers.ts'

/** A report as `gouji parse` prints it. */
export interface ParsedReport {
  readonly path: string
  readonly body: string | null
  readonly year: number | null
  readonly tables: readonly { readonly table: string; readonly edition: string }[]
  readonly facts: readonly ParsedFact[]
}

export interface ParsedFact {
  readonly ref: string
  /** Exact decimal string; null when blank, missing or unreadable. */
  readonly value: string | null
  readonly state: FactState
  readonly raw: string
  /** Null when missing. */
  readonly location: Location | null
}

/** The typed report of a file; without tables when none could be read. */
export async function parseSource(
  source: Source,
  host: Host,
  limits: Limits = defaultLimits,
  expected: Expected = nothingExpected,
): Promise<ParsedReport> {
  const nothing = { path: source.path, body: null, year: null, tables: [], facts: [] }
  if (source.bytes.length > limits.fileSize * megabyte) return nothing
  const read = await readSource(source, host, limits)
  if (read.kind === 'unread') return nothing
  return parsedReport(recognize(read.document, expected).report)
}

export function parsedReport(report: Report): ParsedReport {
  return {
    path: report.path,
    body: report.body,
    year: report.year,
    tables: report.tables.map(table => ({ table: table.id, edition: table.edition.id })),
    facts: report.tables.flatMap(table => table.facts.flatMap(fact => (fact ? [parsedFact(fact)] : []))),
  }
}

function parsedFact({ cell, value, state, raw, place }: Fact): ParsedFact {
  const location = place?.grid.locate(place.row, place.column) ?? null
  return { ref: cell.ref, value: value && formatExact(value), state, raw, location }
}

/** Every cell with its place and text, a line each; control characters and line breaks are written as escapes, personal numbers masked. */
export async function dumpSource(
  source: Source,
  host: Host,
  limits: Limits = defaultLimits,
): Promise<string> {
  const read = await readSource(source, host, limits)
  if (read.kind === 'unread') return ''
  const lines = read.document.grids.flatMap(grid =>
    grid.rows.flatMap((cells, row) =>
      cells.flatMap((raw, column) => {
        if (raw === '') return []
        const { address, line, column: at } = grid.locate(row, column)
        return [`${address ?? `${line}:${at}`}\t${escapeControls(masked(raw))}\n`]
      }),
    ),
  )
  return lines.join('')
}

function escapeControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\\]/g, character => {
    const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }
    return named[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}
