import { crc32, deflateRawSync } from 'node:zlib'

/** An entry, with what its headers say when that is not the truth. */
export interface EntryToWrite {
  readonly name: string
  readonly content: string | Uint8Array
  /** 8 is deflated, 0 stored. */
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly packedSize?: number
  readonly offset?: number
  readonly checksum?: number
  readonly extra?: Uint8Array
}

/** A zip file made by hand, so that every byte of it can be wrong on purpose. */
export function writeZip(entries: readonly EntryToWrite[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(content) : content
    const extra = Buffer.from(entry.extra ?? [])
    const shared = [
      u16(entry.flags ?? 0),
      u16(method),
      u32(0),
      u32(entry.checksum ?? crc32(content)),
      u32(entry.packedSize ?? packed.length),
      u32(entry.size ?? content.length),
      u16(name.length),
    ]
    const file = Buffer.concat([u32(0x04034b50), u16(20), ...shared, u16(0), name, packed])
    directory.push(
      u32(0x02014b50),
      u16(20),
      u16(20),
      ...shared,
      u16(extra.length),
      u16(0),
      u16(0),
      u16(0),
      u32(0),
    )
    directory.push(u32(entry.offset ?? offset), name, extra)
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const count = u16(entries.length)
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(central.length), u32(offset), u16(0)]
  return Uint8Array.from(Buffer.concat([...files, central, ...end]))
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
