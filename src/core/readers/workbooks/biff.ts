import { isAsideFont, type Piece, setOffRuns } from './biff-runs.ts'

/** What the records of a BIFF stream say. */
export type Biff =
  | { readonly kind: 'readable'; readonly codePage: number }
  | { readonly kind: 'protected' }
  | { readonly kind: 'damaged'; readonly detail: string }

const records = {
  start: 0x0809,
  end: 0x000a,
  codePage: 0x0042,
  password: 0x002f,
  font: 0x0031,
  strings: 0x00fc,
  continuation: 0x003c,
} as const
const version8 = 0x0600
/** The code page of BIFF8, whose texts are always UTF-16. */
const unicode = 1200

/**
 * Goes over the records of the workbook and its sheets, for the library takes a stream that is cut off for one that is
 * shorter. Some programs name another code page in BIFF8, and the library would use it: it is set right in place, as are
 * texts of which a part is raised, lowered or struck through.
 */
export function inspectBiff(stream: Uint8Array): Biff {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (view.byteLength < 8 || view.getUint16(0, true) !== records.start) return damaged('no BIFF records')
  const isVersion8 = view.getUint16(4, true) === version8
  let codePage = isVersion8 ? unicode : 1252
  // The workbook and its sheets stand one after the other; charts stand inside sheets.
  let open = 0
  let last = 0
  const asideFonts: boolean[] = []
  const strings: Piece[] = []
  for (let at = 0; at < view.byteLength; ) {
    if (at + 4 > view.byteLength) break
    const [record, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (open === 0 && record !== records.start) break
    if (at + 4 + length > view.byteLength) return cutShort
    if (record === records.start) open++
    if (record === records.end) open--
    if (record === records.password) return { kind: 'protected' }
    if (record === records.codePage) {
      if (length < 2) return cutShort
      if (isVersion8) view.setUint16(at + 4, unicode, true)
      codePage = view.getUint16(at + 4, true)
    }
    const piece = { at: at + 4, end: at + 4 + length }
    if (record === records.font) asideFonts.push(isAsideFont(view, piece))
    if (record === records.strings) strings.length = 0
    if (record === records.strings || (record === records.continuation && last === records.strings))
      strings.push(piece)
    if (record !== records.continuation) last = record
    at = piece.end
  }
  if (isVersion8) setOffRuns(view, strings, asideFonts)
  return open > 0 ? cutShort : { kind: 'readable', codePage }
}

function damaged(detail: string): Biff {
  return { kind: 'damaged', detail }
}

const cutShort = damaged('cut short')

/**
 * Decodes texts of older workbooks for the library, which brings no code pages of its own.
 * @throws an Error for a text that is not in the code page: a character in its place could hide a digit.
 */
export function decodeCodePage(codePage: number, bytes: ArrayLike<number>): string {
  const decoder = decoderOf(codePage)
  // The library asks for each byte of a number format alone, followed by 0: see `decodeFormat`.
  if (bytes.length === 2 && bytes[1] === 0 && codePage !== unicode) return String.fromCharCode(bytes[0]!)
  try {
    return decoder.decode(bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes))
  } catch {
    throw new Error(`a text is not in code page ${codePage}`)
  }
}

const decoders = new Map<number, TextDecoder>()

function decoderOf(codePage: number): TextDecoder {
  let decoder = decoders.get(codePage)
  if (!decoder) {
    const label = labelOf(codePage)
    if (label === null) throw new Error(`texts in code page ${codePage}`)
    decoder = new TextDecoder(label, { fatal: true })
    decoders.set(codePage, decoder)
  }
  return decoder
}

/** A number format whose characters are the bytes of its text. */
export function decodeFormat(codePage: number, format: string): string {
  if (codePage === unicode || !/[\x80-\xff]/.test(format) || /[^\0-\xff]/.test(format)) return format
  return decodeCodePage(
    codePage,
    Array.from(format, character => character.charCodeAt(0)),
  )
}

function labelOf(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  return labels[codePage] ?? null
}

const labels: Readonly<Record<number, string>> = {
  367: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  10008: 'gb18030',
  20127: 'windows-1252',
  20936: 'gb18030',
  28591: 'windows-1252',
  52936: 'gb18030',
  54936: 'gb18030',
  // As Excel writes 10000 and 1252.
  32768: 'macintosh',
  32769: 'windows-1252',
  65001: 'utf-8',
}
