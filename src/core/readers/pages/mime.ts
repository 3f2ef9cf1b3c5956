/** A part of a mail or web archive that holds no other parts. */
export interface MimePart {
  /** In small letters; `text/plain` when the part does not say. */
  readonly type: string
  /** As it was before it was written down for mail. */
  content(): Uint8Array
}

/**
 * All parts in the order of the file, however they are nested: a line that is the mark of any multipart above ends a
 * part. One look at each line, so that no file takes long.
 */
export function listParts(bytes: Uint8Array): MimePart[] {
  const marks = new Set<string>()
  const parts: MimePart[] = []
  let at = 0
  let isPart = true
  while (at < bytes.length) {
    if (isPart) {
      const headers = readHeaders(bytes, at)
      at = headers.end
      // Headers that go on to the end of the file head nothing.
      if (at >= bytes.length) break
      const type = headers.fields.get('content-type') ?? 'text/plain'
      const boundary = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(type)
      if (boundary) marks.add(boundary[1] ?? boundary[2]!)
      const name = type.split(';', 1)[0]!.trim().toLowerCase()
      // A mail within a mail begins with headers of its own.
      if (name === 'message/rfc822') continue
      const { end, next, isLast } = findMark(bytes, at, marks)
      if (!name.startsWith('multipart/')) parts.push(partOf(name, headers.fields, bytes.subarray(at, end)))
      at = next
      isPart = !isLast
    } else {
      const { next, isLast } = findMark(bytes, at, marks)
      at = next
      isPart = !isLast
    }
  }
  return parts
}

const lineFeed = 0x0a
const hyphen = 0x2d

function endOfLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(lineFeed, at)
  return end < 0 ? bytes.length : end
}

function lineAt(bytes: Uint8Array, at: number, end: number): string {
  let line = ''
  for (const byte of bytes.subarray(at, Math.min(end, at + longestLine))) line += String.fromCharCode(byte)
  return line.trimEnd()
}

/** Of a header, in bytes; what is longer is no part of what is asked for. */
const longestLine = 2000

/** Names in small letters; of two headers with one name the first counts. */
function readHeaders(bytes: Uint8Array, start: number) {
  const fields = new Map<string, string>()
  let last = ''
  let at = start
  while (at < bytes.length) {
    const end = endOfLine(bytes, at)
    const line = lineAt(bytes, at, end)
    at = end + 1
    if (line === '') break
    const isContinued = /^[ \t]/.test(line)
    const colon = line.indexOf(':')
    if (!isContinued) last = colon < 0 ? '' : line.slice(0, colon).toLowerCase()
    if (!wanted.has(last)) continue
    const before = fields.get(last)
    if (isContinued && before !== undefined && before.length < longestLine)
      fields.set(last, `${before}${line}`)
    else if (!isContinued && before === undefined) fields.set(last, line.slice(colon + 1).trim())
  }
  return { fields, end: Math.min(at, bytes.length) }
}

const wanted: ReadonlySet<string> = new Set(['content-type', 'content-transfer-encoding'])

/** The next line that is a mark: `--` and its name, and `--` again after the last part. */
function findMark(bytes: Uint8Array, start: number, marks: ReadonlySet<string>) {
  for (let at = start; at < bytes.length; ) {
    const end = endOfLine(bytes, at)
    if (bytes[at] === hyphen && bytes[at + 1] === hyphen && end - at < longestLine) {
      const name = lineAt(bytes, at + 2, end)
      const isLast = name.endsWith('--') && marks.has(name.slice(0, -2))
      if (isLast || marks.has(name)) return { end: at, next: end + 1, isLast }
    }
    at = end + 1
  }
  return { end: bytes.length, next: bytes.length, isLast: true }
}

function partOf(type: string, fields: ReadonlyMap<string, string>, body: Uint8Array): MimePart {
  const encoding = (fields.get('content-transfer-encoding') ?? '').toLowerCase()
  if (encoding === 'base64') return { type, content: () => fromBase64(body) }
  if (encoding === 'quoted-printable') return { type, content: () => fromQuotedPrintable(body) }
  return { type, content: () => body }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** By byte; 255 for what is no digit, such as line ends. */
const base64Values = Uint8Array.from({ length: 256 }, (_, byte) => digits.indexOf(String.fromCharCode(byte)))

function fromBase64(body: Uint8Array): Uint8Array {
  const content = new Uint8Array(Math.ceil((body.length * 3) / 4))
  let [length, bits, held] = [0, 0, 0]
  for (const byte of body) {
    const value = base64Values[byte]!
    if (value === 255) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    content[length++] = held >> bits
  }
  return content.subarray(0, length)
}

/** `=D7` is a byte, and `=` at the end of a line a line that goes on; anything else stands for itself. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const content = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!
    if (byte !== 0x3d) {
      content[length++] = byte
      continue
    }
    const code = String.fromCharCode(body[at + 1] ?? 0, body[at + 2] ?? 0)
    if (/^[\da-f]{2}$/i.test(code)) {
      content[length++] = Number.parseInt(code, 16)
      at += 2
    } else if (code === '\r\n') at += 2
    else if (code.startsWith('\n')) at++
    else content[length++] = byte
  }
  return content.subarray(0, length)
}
