import type {
  BodyResult,
  Cause,
  Diagnostic,
  FileResult,
  Fix,
  Related,
  Result,
  Waived,
} from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { isJudged } from './is-judged.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

/** Version 1 of the JSON output, a file on a line. Keys may be added, none removed. */
export const json: Reporter = result => {
  const { files, bodies, skipped } = result
  const lines = files.map(file => `\n    ${jsonText(fileEntry(file))}`)
  const end = files.length > 0 ? '\n  ]' : ']'
  const names = skipped.map(({ path, reason }) => `\n    ${jsonText({ path, reason })}`)
  const passed = `${names.join(',')}${names.length > 0 ? '\n  ]' : ']'}`
  const standings = bodies.map(body => `\n    ${jsonText(bodyEntry(body))}`).join(',')
  const overview = bodies.length > 0 ? `  "bodies": [${standings}\n  ],\n` : ''
  return `${JSON.stringify(headEntry(result), null, 2).slice(0, -2)},\n  "skipped": [${passed},\n${overview}  "files": [${lines.join(',')}${end}\n}\n`
}

export function headEntry({ tool, summary }: Result) {
  const { relations } = summary
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files: summary.files,
      skipped: summary.skipped,
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      waived: summary.waived,
      relations: { held: relations.held, failed: relations.failed, unknown: relations.unknown },
      ...(isJudged(summary.between) ? { between: summary.between } : {}),
    },
  }
}

export function fileEntry({
  path,
  role,
  format,
  encoding,
  body,
  year,
  tables,
  diagnostics,
  causes,
  waived,
  off,
}: FileResult) {
  return {
    path,
    role,
    format,
    encoding,
    body,
    year,
    tables: tables.map(({ table, edition, cells }) => ({ table, edition, cells })),
    diagnostics: diagnostics.map(diagnosticEntry),
    causes: causes.map(causeEntry),
    waived: waived.map(waivedEntry),
    ...(off.length > 0 ? { off } : {}),
  }
}

function bodyEntry({
  body,
  years,
  files,
  missing,
  errors,
  warnings,
  infos,
  waived,
  causes,
  off,
}: BodyResult) {
  return {
    body,
    years,
    files,
    missing,
    errors,
    warnings,
    infos,
    waived,
    causes: causes.map(({ code, severity, count }) => ({ code, severity, count })),
    ...(off.length > 0 ? { off } : {}),
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

function waivedEntry({ diagnostic, by, reasons }: Waived) {
  return {
    by,
    reasons: reasons.map(({ reason, who, until }) => ({ reason, who, until })),
    diagnostic: diagnosticEntry(diagnostic),
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

function relatedEntry({ ref, path, location, message }: Related) {
  return { ref, ...(path !== null ? { path } : {}), location: locationEntry(location), message }
}

function locationEntry({ line, column, endLine, endColumn, address }: Location): Location {
  return { line, column, endLine, endColumn, address }
}
