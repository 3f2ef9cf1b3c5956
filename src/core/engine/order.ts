import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Document } from '../document/document.ts'
import { hasLines } from '../document/format.ts'
import { compareLocation, type Location } from '../document/location.ts'

const none: readonly Diagnostic[] = []

/** By sheet or table in the order of the document, where a place is no line of the file; then by place, then by code. */
export function inOrder(
  diagnostics: readonly Diagnostic[],
  { format, grids }: Document,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return none
  if (diagnostics.length === 1) return diagnostics
  const starts = (hasLines(format) ? [] : grids).map(grid => grid.locate(0, 0))
  const rankOf = ({ location }: Diagnostic) =>
    starts.reduce((last, start, index) => (isFrom(start, location) ? index : last), -1)
  const ranks = new Map(diagnostics.map(diagnostic => [diagnostic, rankOf(diagnostic)]))
  return [...diagnostics].sort(
    (a, b) =>
      ranks.get(a)! - ranks.get(b)! ||
      compareLocation(a.location, b.location) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

/** True for a place in the sheet or after the paragraph, so that the last such start is that of its grid. */
function isFrom(start: Location, location: Location): boolean {
  return sheetOf(start) === sheetOf(location) && (isInSheet(start) || start.line <= location.line)
}

/** The sheet as addresses write it; `段落` for paragraphs beside tables; null where a place has lines. */
function sheetOf({ address }: Location): string | null {
  if (address === null) return null
  return isInSheet({ address }) ? address.slice(0, address.lastIndexOf('!')) : address.replace(/\d+$/, '')
}

function isInSheet({ address }: Pick<Location, 'address'>): boolean {
  return address?.includes('!') === true
}
