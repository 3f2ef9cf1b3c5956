export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface Decoded {
  /** The text without its byte order mark. */
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Bytes to text, strictly: byte order mark, else UTF-16 by its zero bytes, else UTF-8, else GB18030 (which
 * contains GBK and GB2312). Null when no encoding fits without loss: a replacement character would hide a digit.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const encoding of candidates(bytes)) {
    const text = decodeAs(bytes, encoding)
    if (text !== null && !text.includes('\0')) return { text, encoding }
  }
  return null
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8']
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  if (!bytes.includes(0)) return ['utf-8', 'gb18030']
  return utf16(bytes)
}

/**
 * ASCII digits and separators leave one zero byte each: at odd offsets in little-endian, at even ones in big-endian.
 * A zero byte here and there is no UTF-16, and no text either.
 */
function utf16(bytes: Uint8Array): readonly Encoding[] {
  let [even, odd] = [0, 0]
  for (let offset = 0; offset < bytes.length; offset++)
    if (bytes[offset] === 0) {
      if (offset % 2 === 0) even++
      else odd++
    }
  // 一 (4E 00) and the wide blank (30 00) have theirs on the other side, but there are more digits than that.
  if (Math.max(even, odd) < 2 * Math.min(even, odd) || (even + odd) * 50 < bytes.length) return []
  return odd > even ? ['utf-16le'] : ['utf-16be']
}

const decoders = new Map<Encoding, TextDecoder>()

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  let decoder = decoders.get(encoding)
  if (!decoder) {
    decoder = new TextDecoder(encoding, { fatal: true })
    decoders.set(encoding, decoder)
  }
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
