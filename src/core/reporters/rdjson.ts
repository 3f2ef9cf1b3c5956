import type { FileResult } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { type Entry, entriesOf } from './entries.ts'
import { entryMessage } from './entry-text.ts'
import { hasTextPlaces } from './has-text-places.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

/** Reviewdog's diagnostic format. Its columns count bytes of UTF-8, from 1, whatever the file is in. */
export const rdjson: Reporter = ({ tool, files }) => {
  const diagnostics = files.flatMap(file => entriesOf(file).map(entry => diagnosticOf(entry, file)))
  return `${jsonText({ source: { name: tool.name }, diagnostics }, 2)}\n`
}

function diagnosticOf(entry: Entry, file: FileResult) {
  const range = rangeOf(entry.location, file)
  const suggestions = suggestionsOf(entry, file)
  return {
    message: entryMessage(entry),
    location: { path: file.path, ...(range && { range }) },
    severity: entry.severity.toUpperCase(),
    code: { value: entry.code },
    ...(suggestions.length > 0 && { suggestions }),
  }
}

/** What `--fix` would write; nothing that a person has to decide. */
function suggestionsOf({ fixes }: Entry, file: FileResult) {
  const edits = fixes.filter(({ kind }) => kind === 'safe').flatMap(fix => fix.edits)
  return edits.flatMap(({ location, text }) => {
    const range = rangeOf(location, file)
    return range?.start.column === undefined ? [] : [{ range, text }]
  })
}

/** Undefined where lines mean nothing; whole lines where their text is not known. */
function rangeOf({ line, column, endLine, endColumn }: Location, file: FileResult) {
  if (!hasTextPlaces(file)) return undefined
  const position = (at: number, unit: number) => {
    const text = file.lines?.[at]
    return text === undefined ? { line: at } : { line: at, column: byteColumn(text, unit) }
  }
  return { start: position(line, column), end: position(endLine, endColumn) }
}

function byteColumn(line: string, column: number): number {
  return new TextEncoder().encode(line.slice(0, column - 1)).length + 1
}
