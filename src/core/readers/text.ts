import type { Document } from '../document/document.ts'
import type { Format } from '../document/format.ts'
import { documentStart } from '../document/location.ts'
import { type Decoded, decode } from '../text/decode.ts'
import { refused, type Source } from './reader.ts'

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
