import type { Edit } from '../diagnostics/diagnostic.ts'
import { compareLocation } from '../document/location.ts'
import { createByteIndex } from '../text/byte-index.ts'
import type { Encoding } from '../text/decode.ts'

/** The edits of one file by place, those that are the same taken once. */
export function orderEdits(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => compareLocation(a.location, b.location))
  return sorted.filter((edit, index) => {
    const before = sorted[index - 1]
    return !before || compareLocation(before.location, edit.location) !== 0 || before.text !== edit.text
  })
}

/**
 * A file with edits made, in its own encoding; no other byte changes. Throws when edits overlap, or their text is not
 * ASCII, which every encoding writes alike.
 */
export function applyEdits(bytes: Uint8Array, encoding: Encoding, edits: readonly Edit[]): Uint8Array {
  const index = createByteIndex(bytes, encoding)
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { location, text } of orderEdits(edits)) {
    const start = index.offset(location.line, location.column)
    if (start < at) throw new RangeError(`overlapping edits at ${location.line}:${location.column}`)
    pieces.push(bytes.subarray(at, start), encodeAscii(text, encoding))
    at = index.offset(location.endLine, location.endColumn)
  }
  pieces.push(bytes.subarray(at))
  return join(pieces)
}

function encodeAscii(text: string, encoding: Encoding): Uint8Array {
  if (/[^\x20-\x7e]/.test(text)) throw new RangeError(`not ASCII: ${text}`)
  const codes = Array.from(text, character => character.charCodeAt(0))
  if (encoding === 'utf-16le') return Uint8Array.from(codes.flatMap(code => [code, 0]))
  if (encoding === 'utf-16be') return Uint8Array.from(codes.flatMap(code => [0, code]))
  return Uint8Array.from(codes)
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
