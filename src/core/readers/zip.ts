import type { Host } from '../host.ts'
import { type Limits, megabyte } from './reader.ts'

/** What a zip file was found to be. Sizes are in bytes, inflated. */
export type ZipResult =
  | { readonly kind: 'ok'; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'too-large'; readonly size: number }
  /** Inflates to so many times its packed size. */
  | { readonly kind: 'too-packed'; readonly ratio: number }

export interface ZipOptions {
  /** Bounds on the wanted entries together. */
  readonly limits: Limits
  readonly wanted: (name: string) => boolean
}

/** Inflates the wanted entries, all or none. Of two entries with one name nobody knows which one counts. */
export function readZip(bytes: Uint8Array, host: Host, options: ZipOptions): ZipResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) {
    const begun = view.byteLength >= 4 && view.getUint32(0, true) === signatures.entry
    return begun ? damaged('no central directory: the file is cut short') : { kind: 'not-a-zip' }
  }
  const entries = listEntries(view, end)
  if (typeof entries === 'string') return damaged(entries)
  const wanted = entries.filter(entry => options.wanted(entry.name))
  if (wanted.some(entry => entry.encrypted)) return { kind: 'encrypted' }
  if (new Set(wanted.map(entry => entry.name)).size < wanted.length)
    return damaged('two entries have the same name')
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0)
  if (size > options.limits.inflatedSize * megabyte) return { kind: 'too-large', size }
  const packed = wanted.reduce((sum, entry) => sum + entry.packedSize, 0)
  const ratio = Math.floor(size / Math.max(1, packed))
  if (size > freelyInflated && ratio > options.limits.inflatedRatio) return { kind: 'too-packed', ratio }

  const parts = new Map<string, Uint8Array>()
  for (const entry of wanted) {
    const part = readEntry(view, entry, host)
    if (typeof part === 'string') return damaged(`${entry.name}: ${part}`)
    parts.set(entry.name, part)
  }
  return { kind: 'ok', parts }
}

/** In bytes, inflated. */
export function sizeOfParts(parts: ReadonlyMap<string, Uint8Array>): number {
  let bytes = 0
  for (const part of parts.values()) bytes += part.length
  return bytes
}

/** The names of all entries, in the order of the directory; none when it is damaged. */
export function listZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const entries = end === null ? [] : listEntries(view, end)
  return typeof entries === 'string' ? [] : entries.map(entry => entry.name)
}

/** The directory of a container and the bytes of its comment, for a copy of it; or what is wrong with it. */
export function readDirectory(
  bytes: Uint8Array,
): { readonly entries: readonly ZipEntry[]; readonly comment: Uint8Array } | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return 'no central directory'
  const entries = listEntries(view, end)
  if (typeof entries === 'string') return entries
  const start = end + lengths.end
  const comment = slice(view, start, Math.min(view.byteLength, start + view.getUint16(end + 20, true)))
  return { entries, comment }
}

/** Bytes below which it does not matter how well they were packed. */
const freelyInflated = 8 * megabyte

/** An entry of the central directory. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Of the local header, from the start of the file. */
  readonly offset: number
  /** Where its record in the directory begins. */
  readonly record: number
}

export const signatures = { entry: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const
export const lengths = { entry: 30, directory: 46, end: 22, longestComment: 0xffff } as const

/** A 32-bit field whose value stands in the zip64 extra field instead. */
const elsewhere = 0xffffffff

function damaged(detail: string): ZipResult {
  return { kind: 'damaged', detail }
}

/** The offset of the record that closes the file, or null. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - lengths.end
  for (let at = last; at >= 0 && at >= last - lengths.longestComment; at--) {
    if (view.getUint32(at, true) === signatures.end) return at
  }
  return null
}

/** The entries of the central directory, or what is wrong with it. */
function listEntries(view: DataView, end: number): ZipEntry[] | string {
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === elsewhere) return 'zip64 directory'
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + lengths.directory > end || view.getUint32(at, true) !== signatures.directory)
      return `central directory broken at entry ${index + 1} of ${count}`
    const nameAt = at + lengths.directory
    const extraAt = nameAt + view.getUint16(at + 28, true)
    const commentAt = extraAt + view.getUint16(at + 30, true)
    const next = commentAt + view.getUint16(at + 32, true)
    if (next > end) return `central directory broken at entry ${index + 1} of ${count}`
    const name = decoder.decode(slice(view, nameAt, extraAt)).replaceAll('\\', '/')
    // The order in which the zip64 extra field holds those that are elsewhere.
    const sizes = [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]
    const [size, packedSize, offset] = sizes.includes(elsewhere)
      ? readZip64(view, extraAt, commentAt, sizes)
      : sizes
    if (size === undefined || packedSize === undefined || offset === undefined)
      return `${name}: sizes missing`
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    const method = view.getUint16(at + 10, true)
    const checksum = view.getUint32(at + 16, true)
    entries.push({ name, encrypted, method, checksum, packedSize, size, offset, record: at })
    at = next
  }
  return entries
}

const decoder = new TextDecoder('utf-8')

function slice(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start)
}

/**
 * Replaces the sizes that are elsewhere; none at all when the extra field lacks one. Apache POI's streaming writer
 * puts them there in every file, however small.
 */
function readZip64(view: DataView, start: number, end: number, sizes: readonly number[]): readonly number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const fieldEnd = Math.min(end, at + 4 + view.getUint16(at + 2, true))
    let valueAt = at + 4
    const found: number[] = []
    for (const size of sizes) {
      if (size === elsewhere && valueAt + 8 > fieldEnd) return []
      found.push(size === elsewhere ? Number(view.getBigUint64(valueAt, true)) : size)
      if (size === elsewhere) valueAt += 8
    }
    return found
  }
  return []
}

/** The content of an entry, or what is wrong with it. */
function readEntry(view: DataView, entry: ZipEntry, host: Host): Uint8Array | string {
  const { offset, packedSize, size } = entry
  if (offset + lengths.entry > view.byteLength || view.getUint32(offset, true) !== signatures.entry)
    return 'no local header'
  const start = offset + lengths.entry + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > view.byteLength) return 'cut short'
  const packed = slice(view, start, start + packedSize)
  const content = unpack(packed, entry, host)
  if (typeof content === 'string') return content
  if (content.length !== size) return `${content.length} bytes instead of ${size}`
  return checksumOf(content) === entry.checksum ? content : 'checksum does not match'
}

function unpack(packed: Uint8Array, { method, size }: ZipEntry, host: Host): Uint8Array | string {
  if (method === 0) return packed
  if (method !== 8) return `compression method ${method}`
  try {
    return host.inflateRaw(packed, size + 64)
  } catch {
    return 'cannot be inflated to its declared size'
  }
}

/** CRC-32: without it a flipped bit may turn a digit into another one unseen. */
export function checksumOf(bytes: Uint8Array): number {
  const [first, second, third, fourth] = checksumTables as [Int32Array, Int32Array, Int32Array, Int32Array]
  const whole = bytes.length - (bytes.length % 4)
  let sum = -1
  for (let at = 0; at < whole; at += 4) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    sum = fourth[sum & 0xff]! ^ third[(sum >>> 8) & 0xff]! ^ second[(sum >>> 16) & 0xff]! ^ first[sum >>> 24]!
  }
  for (let at = whole; at < bytes.length; at++) sum = (sum >>> 8) ^ first[(sum ^ bytes[at]!) & 0xff]!
  return ~sum >>> 0
}

/** What a byte contributes when 0, 1, 2 or 3 more follow it: four bytes a step take a third of the time of one. */
const checksumTables: readonly Int32Array[] = (() => {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
    return rest
  })
  const shift = (table: Int32Array) => table.map(rest => (rest >>> 8) ^ first[rest & 0xff]!)
  const second = shift(first)
  const third = shift(second)
  return [first, second, third, shift(third)]
})()
