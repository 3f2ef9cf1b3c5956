import type { Encoding } from './decode.ts'

/** Finds where a place of the decoded text stands in the bytes; quickest when asked in rising order. */
export interface ByteIndex {
  /** Line and column as in `LineIndex`. Throws when no character begins there. */
  offset(line: number, column: number): number
}

/** Nothing is encoded again, for GB18030 has several codes for some characters. */
export function createByteIndex(bytes: Uint8Array, encoding: Encoding): ByteIndex {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const starts = isWide ? wideLineStarts(bytes, encoding) : lineStarts(bytes)
  const cursor = { line: 0, column: 0, at: 0 }
  return {
    offset(line, column) {
      const start = starts[line - 1]
      if (start === undefined) throw new RangeError(`no line ${line}`)
      if (isWide) return start + 2 * (column - 1)
      if (cursor.line !== line || cursor.column > column)
        Object.assign(cursor, { line, column: 1, at: start })
      while (cursor.column < column && cursor.at < bytes.length) {
        const length = characterLength(bytes, cursor.at, encoding)
        cursor.column += unitsOf(bytes, cursor.at, length, encoding)
        cursor.at += length
      }
      if (cursor.column !== column) throw new RangeError(`no character at ${line}:${column}`)
      return cursor.at
    },
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** In UTF-8 and GB18030 both bytes stand for nothing else than line ends. */
function lineStarts(bytes: Uint8Array): number[] {
  const starts = [bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) starts.push(at + 1)
  }
  return starts
}

function wideLineStarts(bytes: Uint8Array, encoding: Encoding): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const unitAt = (at: number) => (at + 1 < bytes.length ? view.getUint16(at, encoding === 'utf-16le') : -1)
  const starts = [unitAt(0) === 0xfeff ? 2 : 0]
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = unitAt(at)
    if (unit === lineFeed || (unit === carriageReturn && unitAt(at + 2) !== lineFeed)) starts.push(at + 2)
  }
  return starts
}

/** In bytes; what is no character has been refused before. */
function characterLength(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const first = bytes[at]!
  if (encoding === 'utf-8') return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (first <= 0x80) return 1
  const second = bytes[at + 1]!
  return second >= 0x30 && second <= 0x39 ? 4 : 2
}

/** In UTF-16. */
function unitsOf(bytes: Uint8Array, at: number, length: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return length === 4 ? 2 : 1
  if (length === 1) return 1
  // Four bytes from 90 30 81 30 on are the planes above the first.
  if (length === 4) return bytes[at]! >= 0x90 ? 2 : 1
  const pair = (bytes[at]! << 8) | bytes[at + 1]!
  let units = unitsOfPairs.get(pair)
  if (units === undefined) {
    // A few pairs are characters above the first plane, which ones the platform knows.
    units = new TextDecoder('gb18030').decode(bytes.subarray(at, at + 2)).length
    unitsOfPairs.set(pair, units)
  }
  return units
}

const unitsOfPairs = new Map<number, number>()
