import type { Document } from '../document/document.ts'
import type { Format } from '../document/format.ts'
import { documentStart } from '../document/location.ts'
import { type Decoded, decode } from '../text/decode.ts'
import { type Limits, refused, type Source } from './reader.ts'

/** The text of a file, or the document that says why there is none. */
export function decodeSource(
  { path, bytes }: Source,
  format: Format,
): ({ readonly kind: 'decoded' } & Decoded) | { readonly kind: 'refused'; readonly document: Document } {
  const decoded = decode(bytes)
  if (decoded) return { kind: 'decoded', ...decoded }
  const data = { tried: 'UTF-8, UTF-16, GB18030' }
  const problem = { name: 'undecodable-text', location: documentStart, data } as const
  return { kind: 'refused', document: refused(path, format, problem) }
}

/** How many cells a text can hold, before it is split: each ends at a separator or with its line. */
export function countCells(text: string, separators: string, limits: Limits): number {
  // None is shorter than what ends it.
  if (text.length <= limits.cells) return 0
  let cells = /[\r\n]$/.test(text.slice(-1)) ? 0 : 1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\n' || separators.includes(character)) cells++
    else if (character === '\r' && text[at + 1] !== '\n') cells++
  }
  return cells
}
