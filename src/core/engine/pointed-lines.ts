import type { Cause, Diagnostic, FileResult } from '../diagnostics/diagnostic.ts'
import { type Format, hasLines } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import { decode } from '../text/decode.ts'
import { createLineIndex } from '../text/line-index.ts'
import { masked } from '../text/personal-numbers.ts'

/** The lines that anything said of a file points into, by number; null where its places are no lines. */
export function pointedLines(
  bytes: Uint8Array,
  format: Format,
  diagnostics: readonly Diagnostic[],
  causes: readonly Cause[],
): FileResult['lines'] {
  const decoded = hasLines(format) ? decode(bytes) : null
  if (!decoded) return null
  const index = createLineIndex(decoded.text)
  const lines: Record<number, string> = {}
  for (const { line, endLine } of [...diagnostics.flatMap(placesOf), ...causes.flatMap(placesOfCause)])
    for (let at = line; at <= endLine; at++) lines[at] ??= masked(index.line(at))
  return lines
}

function placesOf({ location, related, fixes }: Diagnostic): Location[] {
  const edits = fixes.flatMap(fix => fix.edits)
  return [location, ...[...related, ...edits].map(each => each.location)]
}

function placesOfCause({ location, suspects }: Cause): Location[] {
  return [location, ...suspects.flat().flatMap(suspect => suspect.location ?? [])]
}
