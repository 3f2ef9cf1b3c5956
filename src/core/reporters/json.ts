import type { Cause, Diagnostic, FileResult, Fix, Related } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import type { Reporter } from './reporter.ts'

/** Version 1 of the JSON output, a file on a line. Keys may be added, none removed. */
export const json: Reporter = ({ tool, summary, files, skipped }) => {
  const { relations } = summary
  const head = {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files: summary.files,
      skipped: summary.skipped,
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      relations: { held: relations.held, failed: relations.failed, unknown: relations.unknown },
    },
  }
  const lines = files.map(file => `\n    ${escapeInvisible(JSON.stringify(fileEntry(file)))}`)
  const end = files.length > 0 ? '\n  ]' : ']'
  const names = skipped.map(
    ({ path, reason }) => `\n    ${escapeInvisible(JSON.stringify({ path, reason }))}`,
  )
  const passed = `${names.join(',')}${names.length > 0 ? '\n  ]' : ']'}`
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "skipped": [${passed},\n  "files": [${lines.join(',')}${end}\n}\n`
}

function fileEntry({ path, format, encoding, body, year, tables, diagnostics, causes }: FileResult) {
  return {
    path,
    format,
    encoding,
    body,
    year,
    tables: tables.map(({ table, edition, cells }) => ({ table, edition, cells })),
    diagnostics: diagnostics.map(diagnosticEntry),
    causes: causes.map(causeEntry),
  }
}

function diagnosticEntry(diagnostic: Diagnostic) {
  const { code, name, severity, message, ref, location, related, data, notes, fixes } = diagnostic
  return {
    code,
    name,
    severity,
    message,
    ref,
    location: locationEntry(location),
    related: related.map(relatedEntry),
    data,
    notes,
    fixes: fixes.map(fixEntry),
  }
}

function fixEntry({ title, kind, edits }: Fix) {
  return {
    title,
    kind,
    edits: edits.map(({ location, text }) => ({ location: locationEntry(location), text })),
  }
}

function causeEntry({ severity, message, ref, location, diagnostics, suspects, complete, notes }: Cause) {
  return {
    severity,
    message,
    ref,
    location: locationEntry(location),
    diagnostics,
    suspects: suspects.map(explanation =>
      explanation.map(({ ref, location, actual, expected }) => ({
        ref,
        location: location && locationEntry(location),
        actual,
        expected,
      })),
    ),
    complete,
    notes,
  }
}

function relatedEntry({ ref, location, message }: Related) {
  return { ref, location: locationEntry(location), message }
}

function locationEntry({ line, column, endLine, endColumn, address }: Location): Location {
  return { line, column, endLine, endColumn, address }
}

/** What JSON allows inside strings and a terminal would obey or hide. */
export function escapeInvisible(text: string): string {
  return text.replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
