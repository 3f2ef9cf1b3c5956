import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { CFB } from 'xlsx'
import { join, mutateBytes, pick } from './mutate-bytes.mjs'
import { mutateText } from './mutate-text.mjs'

/** Changes inside containers, packed again so that checksums hold and the readers behind them are reached. */

const [utf8, strict] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })]

/** As text where it is text. */
function mutatePart(bytes, draw, others) {
  if (draw(5) === 0) return mutateBytes(bytes, draw, others)
  let text
  try {
    text = strict.decode(bytes)
  } catch {
    return mutateBytes(bytes, draw, others)
  }
  return utf8.encode(mutateText(text, draw))
}

/** The parts of a sound zip file, as { name, content }. */
export function unzip(bytes) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = []
  let at = view.readUInt32LE(end + 16)
  for (let left = view.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packedSize, nameLength] = [
      view.readUInt16LE(at + 10),
      view.readUInt32LE(at + 20),
      view.readUInt16LE(at + 28),
    ]
    const local = view.readUInt32LE(at + 42)
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    const packed = view.subarray(start, start + packedSize)
    const name = view.toString('utf8', at + 46, at + 46 + nameLength)
    parts.push({ name, content: new Uint8Array(method === 8 ? inflateRawSync(packed) : packed) })
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return parts
}

/** Parts may carry a field of their header as it is to be written, however wrong. */
export function zip(parts) {
  const [files, directory] = [[], []]
  let offset = 0
  for (const { name, content, stored = false, ...fields } of parts) {
    const nameBytes = Buffer.from(name)
    const packed = stored ? Buffer.from(content) : deflateRawSync(content, { level: 1 })
    const header = {
      flags: 0x800,
      method: stored ? 0 : 8,
      checksum: crc32(content),
      packedSize: packed.length,
      size: content.length,
      offset,
      ...fields,
    }
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(header.flags & 0xffff, 2)
    shared.writeUInt16LE(header.method & 0xffff, 4)
    shared.writeUInt32LE(header.checksum >>> 0, 10)
    shared.writeUInt32LE(header.packedSize >>> 0, 14)
    shared.writeUInt32LE(header.size >>> 0, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(header.offset >>> 0, 10)
    const file = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, nameBytes, packed])
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, rest, nameBytes)
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...files, central, end]))
}

export function mutateZip(bytes, draw, others) {
  const parts = unzip(bytes)
  // Most parts say little; those with the cells are drawn most often.
  const big = parts
    .map((part, index) => [part.content.length, index])
    .sort((a, b) => b[0] - a[0])
    .slice(0, 3)
  const at = draw(3) === 0 ? draw(parts.length) : pick(big, draw)[1]
  const part = parts[at]
  switch (draw(12)) {
    case 0: {
      const field = pick(['flags', 'method', 'checksum', 'packedSize', 'size', 'offset'], draw)
      parts[at] = { ...part, [field]: pick([0, 1, 8, 99, 0xffff, 0xffffffff, draw(100_000)], draw) }
      break
    }
    case 1:
      parts.splice(at, 1)
      break
    case 2:
      parts[at] = {
        ...part,
        name: pick(
          [
            `../${part.name}`,
            `/${part.name}`,
            part.name.toUpperCase(),
            '__proto__',
            mutateText(part.name, draw).slice(0, 200),
          ],
          draw,
        ),
      }
      break
    case 3: {
      const other = pick(parts, draw)
      parts.splice(draw(parts.length), 0, { ...other, content: part.content })
      break
    }
    default:
      parts[at] = { ...part, content: mutatePart(part.content, draw, others), stored: draw(8) === 0 }
  }
  return zip(parts)
}

/** The streams of an old binary file: bytes anywhere, or the records of a workbook. */
export function mutateOle(bytes, draw, others) {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const streams = file.FileIndex.filter(entry => entry.type === 2 && entry.content?.length > 0)
  const big = streams.reduce((most, entry) => (entry.content.length > most.content.length ? entry : most))
  const stream = draw(4) === 0 ? pick(streams, draw) : big
  const content = Uint8Array.from(stream.content)
  stream.content = Buffer.from(
    draw(2) === 0 ? mutateRecords(content, draw) : mutateBytes(content, draw, others),
  )
  stream.size = stream.content.length
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

/** BIFF: each record is its type and its length, 16 bits each, and that many bytes. */
function mutateRecords(bytes, draw) {
  const records = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    records.push(bytes.slice(at, end))
    at = end
  }
  for (let times = 1 + draw(3); times > 0; times--) {
    const at = draw(records.length)
    const record = records[at]
    switch (draw(6)) {
      case 0:
        records.splice(at, 1)
        break
      case 1:
        records.splice(at, 0, record)
        break
      case 2:
        records.splice(draw(records.length), 0, ...records.splice(at, 1))
        break
      case 3:
        // Its length tells the truth of what is left.
        if (record.length > 4) records[at] = withLength(record.slice(0, 4 + draw(record.length - 4)))
        break
      case 4:
        if (record.length > 4) records[at] = join(record.subarray(0, 4), mutateBytes(record.slice(4), draw))
        break
      default:
        if (record.length > 4)
          records[at] = withLength(join(record.subarray(0, 4), mutateBytes(record.slice(4), draw)))
    }
    if (records.length === 0) break
  }
  return join(...records)
}

function withLength(record) {
  if (record.length >= 4 && record.length - 4 <= 0xffff) {
    record[2] = (record.length - 4) & 0xff
    record[3] = (record.length - 4) >> 8
  }
  return record
}

/** The bodies of mail: decoded, changed, and encoded as they were. */
export function mutateMail(bytes, draw) {
  const text = Buffer.from(bytes).toString('latin1')
  const bodies = encodedBodies(text)
  if (bodies.length === 0 || draw(3) === 0) return Buffer.from(mutateText(text, draw), 'latin1')
  const { start, end, isBase64, content } = pick(bodies, draw)
  const changed = Buffer.from(mutatePart(new Uint8Array(content), draw, []))
  const written = isBase64 ? changed.toString('base64').replace(/.{76}/g, '$&\r\n') : toQuoted(changed)
  return Buffer.from(`${text.slice(0, start)}${written}${text.slice(end)}`, 'latin1')
}

/** The encoded bodies of mail as bytes, however broken. */
export function mailBodies(bytes) {
  return encodedBodies(Buffer.from(bytes).toString('latin1')).map(body => body.content)
}

function encodedBodies(text) {
  const heads = text.matchAll(/^Content-Transfer-Encoding: *(base64|quoted-printable)[\s\S]*?\r?\n\r?\n/gim)
  return [...heads].map(match => {
    const start = match.index + match[0].length
    const boundary = text.indexOf('\n--', start)
    const end = boundary < 0 ? text.length : boundary
    const body = text.slice(start, end)
    const isBase64 = match[1].toLowerCase() === 'base64'
    return { start, end, isBase64, content: isBase64 ? Buffer.from(body, 'base64') : fromQuoted(body) }
  })
}

function fromQuoted(text) {
  const joined = text.replace(/=\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}

export function toQuoted(bytes) {
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/)
  const encode = line =>
    line.replace(
      /[^\x20-\x3c\x3e-\x7e]/g,
      found => `=${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
  return lines.map(line => encode(line).replace(/(?:=[\dA-F]{2}|[^=]){70}(?=.)/g, '$&=\r\n')).join('\r\n')
}
