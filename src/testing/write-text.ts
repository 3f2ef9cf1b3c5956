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

let twoByteCodes: Map<string, number> | undefined

/** The one- and two-byte part of GB18030, which is GBK; the platform can decode it, not encode. */
function gb18030(text: string): Uint8Array {
  twoByteCodes ??= readTwoByteCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = twoByteCodes.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair === undefined) throw new Error(`no two-byte code for ${character}`)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return Uint8Array.from(bytes)
}

function readTwoByteCodes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd') codes.set(text, (lead << 8) | trail)
    }
  }
  return codes
}
