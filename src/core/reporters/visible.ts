import type { Related } from '../diagnostics/diagnostic.ts'
import { type Format, hasLines } from '../document/format.ts'
import type { Location } from '../document/location.ts'

/**
 * A text from a file on one line of a terminal: line breaks become spaces; what would move the cursor, switch
 * colours or turn the direction of writing is spelled out, and so is `##[`, which build servers obey anywhere in a line.
 */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, spelledOut)
    .replace(/(?<=#)#(?=\[|vso\[)/g, spelledOut)
}

function spelledOut(character: string): string {
  const code = character.charCodeAt(0).toString(16)
  return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`
}

/** A path that may begin a line: build servers take a line beginning with `::` or `##` for a command. */
export function visiblePath(path: string): string {
  return visible(path).replace(/^(?=\s*(?:::|##))/, './')
}

/** `path:line:col`, or `path:表三!C12` where lines mean nothing. */
export function visiblePlace(path: string, location: Location, format: Format | null): string {
  return `${visiblePath(path)}:${visiblePosition(location, format)}`
}

/** A place inside a file that has been named already: `line:col` or `表三!C12`. */
export function visiblePosition({ address, line, column }: Location, format: Format | null): string {
  return address === null || hasLines(format) ? `${line}:${column}` : visible(address)
}

/** The place of something related: in the file that has been named, or in another one. */
export function visibleRelated({ path, ...related }: Related, format: Format | null): string {
  if (path === null) return visiblePosition(related.location, format)
  return visiblePlace(path, related.location, related.format)
}
