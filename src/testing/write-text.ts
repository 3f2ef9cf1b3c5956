export interface TextStyle {
  readonly separator: ',' | '\t' | ';'
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be-bom' | 'gb18030'
  /** `broken` also breaks long labels over lines inside their quotation marks, as exported heads do. */
  readonly quotes: 'where-needed' | 'all' | 'broken'
}

export const plainStyle: TextStyle = {
  separator: ',',
  lineEnd: '\n',
  encoding: 'utf-8',
  quotes: 'where-needed',
}

/** Rows of cells as the bytes of a delimited text file. */
export function writeText(rows: readonly (readonly string[])[], style: TextStyle): Uint8Array {
  const { separator, lineEnd, quotes } = style
  const write = (text: string) => {
    const broken =
      quotes === 'broken' && /[\u4e00-\u9fff]{6}/.test(text)
        ? `${text.slice(0, 4)}${lineEnd}${text.slice(4)}`
        : text
    const needs = quotes === 'all' || broken.includes(separator) || /["\r\n]/.test(broken)
    return needs ? `"${broken.replaceAll('"', '""')}"` : broken
  }
  return encode(rows.map(row => row.map(write).join(separator) + lineEnd).join(''), style.encoding)
}

export function encode(text: string, encoding: TextStyle['encoding']): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`)
    case 'utf-16le':
      return utf16(text, true)
    case 'utf-16le-bom':
      return utf16(`\ufeff${text}`, true)
    case 'utf-16be-bom':
      return utf16(`\ufeff${text}`, false)
    case 'gb18030':
      return gb18030(text)
  }
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian)
  return new Uint8Array(view.buffer)
}

let codes: ReadonlyMap<string, readonly number[]> | undefined

/** The platform can decode it, not encode. */
function gb18030(text: string): Uint8Array {
  codes ??= readCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code >= 0x10000) bytes.push(...fourBytes(code - 0x10000 + firstAbove))
    else bytes.push(...codes.get(character)!)
  }
  return Uint8Array.from(bytes)
}

/** The bytes of the characters of the first plane; of those with two codes the shorter one. */
function readCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  const read = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) read([lead, trail])
  for (let number = 0; number < mostBelow; number++) read(fourBytes(number))
  return codes
}

/** Numbered from 0, in the order of the bytes. */
function fourBytes(number: number): number[] {
  return [
    0x81 + Math.floor(number / 12600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ]
}

/** How many four-byte codes the first plane has, and the number of the first one above it. */
const mostBelow = 39_420
const firstAbove = 189_000
