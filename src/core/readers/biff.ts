/** What the records at the start of a BIFF stream say. */
export type BiffStart = 'readable' | 'protected' | 'not-biff'

const records = { start: 0x0809, end: 0x000a, codePage: 0x0042, password: 0x002f } as const
const version8 = 0x0600
/** The code page of BIFF8, whose texts are always UTF-16. */
const unicode = 1200

/**
 * Looks through the records of the workbook itself, before those of its sheets. Some programs name another code page
 * in BIFF8, and the library would use it: it is set right in place.
 */
export function startOfBiff(stream: Uint8Array): BiffStart {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (view.byteLength < 8 || view.getUint16(0, true) !== records.start) return 'not-biff'
  const isVersion8 = view.getUint16(4, true) === version8
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const [record, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (record === records.end) break
    if (record === records.password) return 'protected'
    if (isVersion8 && record === records.codePage && length >= 2 && at + 6 <= view.byteLength)
      view.setUint16(at + 4, unicode, true)
    at += 4 + length
  }
  return 'readable'
}

/**
 * Decodes texts of older workbooks for the library, which brings no code pages of its own.
 * @throws an Error for a text that is not in the code page: a character in its place could hide a digit.
 */
export function decodeCodePage(codePage: number, bytes: ArrayLike<number>): string {
  const label = labelOf(codePage)
  if (label === null) throw new Error(`texts in code page ${codePage}`)
  try {
    return new TextDecoder(label, { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    throw new Error(`a text is not in code page ${codePage}`)
  }
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
  65001: 'utf-8',
}
