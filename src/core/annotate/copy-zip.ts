import type { Host } from '../host.ts'
import { checksumOf, lengths, readDirectory, signatures, type ZipEntry } from '../readers/zip.ts'

/** An entry that takes the place of one with its name, or is new. */
export interface NewEntry {
  readonly name: string
  readonly content: Uint8Array
}

/**
 * The container with some entries changed, by the names that its directory gives, and others added at its end. All
 * others keep their packed bytes, dates and order; only what stands behind an entry moves into its header.
 * @throws an Error when the container is damaged.
 */
export function copyZip(
  bytes: Uint8Array,
  changed: ReadonlyMap<string, Uint8Array>,
  added: readonly NewEntry[],
  host: Host,
): Uint8Array {
  const directory = readDirectory(bytes)
  if (typeof directory === 'string') throw new Error(directory)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const output = collect()
  const records = new Map<ZipEntry, Uint8Array>()
  const inFileOrder = [...directory.entries].sort((a, b) => a.offset - b.offset)
  for (const entry of inFileOrder) {
    const content = changed.get(entry.name)
    const body = content ? pack(content, host) : packedBody(view, entry)
    const offset = output.size()
    output.add(...localHeader(view, entry, body), body.bytes)
    records.set(entry, directoryRecord(view, entry, body, offset))
  }
  const ownRecords = added.map(({ name, content }) => {
    const body = pack(content, host)
    const offset = output.size()
    const fields = newFields(name, body)
    output.add(u32(signatures.entry), fields, u16(0), ascii(name), body.bytes)
    return [u32(signatures.directory), u16(20), fields, zeros(12), u32(offset), ascii(name)]
  })
  const start = output.size()
  output.add(...directory.entries.map(entry => records.get(entry)!), ...ownRecords.flat())
  const size = output.size() - start
  const count = u16(directory.entries.length + added.length)
  const { comment } = directory
  output.add(u32(signatures.end), zeros(4), count, count, u32(size), u32(start), u16(comment.length), comment)
  return output.bytes()
}

/** A container of these entries alone. */
export function newZip(entries: readonly NewEntry[], host: Host): Uint8Array {
  return copyZip(emptyZip, new Map(), entries, host)
}

interface Body {
  readonly bytes: Uint8Array
  readonly method: number
  readonly checksum: number
  readonly size: number
}

function pack(content: Uint8Array, host: Host): Body {
  return { bytes: host.deflateRaw(content), method: 8, checksum: checksumOf(content), size: content.length }
}

function packedBody(view: DataView, entry: ZipEntry): Body {
  const { offset, packedSize, method, checksum, size } = entry
  const isThere = offset + lengths.entry <= view.byteLength
  if (!isThere || view.getUint32(offset, true) !== signatures.entry) throw new Error('no local header')
  const start = offset + lengths.entry + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > view.byteLength) throw new Error('cut short')
  return { bytes: slice(view, start, start + packedSize), method, checksum, size }
}

function localHeader(view: DataView, { offset }: ZipEntry, body: Body): Uint8Array[] {
  const nameAt = offset + lengths.entry
  const extraAt = nameAt + view.getUint16(offset + 26, true)
  const extraEnd = extraAt + view.getUint16(offset + 28, true)
  const extra = withoutZip64(slice(view, extraAt, extraEnd))
  const header = slice(view, offset, nameAt).slice()
  writeFields(header, 6, body)
  new DataView(header.buffer).setUint16(28, extra.length, true)
  return [header, slice(view, nameAt, extraAt), extra]
}

function directoryRecord(view: DataView, { record }: ZipEntry, body: Body, offset: number): Uint8Array {
  const nameAt = record + lengths.directory
  const extraAt = nameAt + view.getUint16(record + 28, true)
  const commentAt = extraAt + view.getUint16(record + 30, true)
  const end = commentAt + view.getUint16(record + 32, true)
  const extra = withoutZip64(slice(view, extraAt, commentAt))
  const header = slice(view, record, nameAt).slice()
  writeFields(header, 8, body)
  const fields = new DataView(header.buffer)
  fields.setUint16(30, extra.length, true)
  fields.setUint32(42, offset, true)
  return join([header, slice(view, nameAt, extraAt), extra, slice(view, commentAt, end)])
}

/** Flags without that of sizes that stand behind the entry, method, checksum and sizes; the date stays. */
function writeFields(header: Uint8Array, at: number, { bytes, method, checksum, size }: Body): void {
  const view = new DataView(header.buffer)
  if (method === 8) view.setUint16(at - 2, Math.max(20, view.getUint16(at - 2, true)), true)
  view.setUint16(at, view.getUint16(at, true) & ~8, true)
  view.setUint16(at + 2, method, true)
  view.setUint32(at + 8, checksum, true)
  view.setUint32(at + 12, bytes.length, true)
  view.setUint32(at + 16, size, true)
}

/** Extra fields without that of sizes above 4 GB, which are none here. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  const kept: Uint8Array[] = []
  for (let at = 0; at < extra.length; ) {
    const end = at + 4 <= extra.length ? at + 4 + view.getUint16(at + 2, true) : extra.length
    if (at + 4 > extra.length || view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, end))
    at = end
  }
  return join(kept)
}

/** From the version needed to the length of the name. Without a clock every entry is of 1 January 1980. */
function newFields(name: string, { bytes, method, checksum, size }: Body): Uint8Array {
  const date = [u16(0), u16(0x21)]
  const sizes = [u32(checksum), u32(bytes.length), u32(size)]
  return join([u16(20), u16(0), u16(method), ...date, ...sizes, u16(name.length)])
}

function slice(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, Math.max(0, end - start))
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length)
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

const emptyZip = join([u32(signatures.end), zeros(lengths.end - 4)])

function collect() {
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    add(...more: readonly Uint8Array[]): void {
      for (const piece of more) {
        pieces.push(piece)
        size += piece.length
      }
    },
    size: () => size,
    bytes: () => join(pieces),
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
