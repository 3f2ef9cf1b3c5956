/**
 * Columns that a text takes in a terminal with a Chinese font: 2 for East Asian wide and full-width characters,
 * 0 for combining and invisible ones, 1 for the rest. Ambiguous characters (“ ” … ①) count 1, so nothing is
 * aligned to the right of one.
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character.codePointAt(0)!)
  return width
}

export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Cuts a text to at most `width` columns and marks the cut with `..`. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 2
  for (const character of text) {
    used += characterWidth(character.codePointAt(0)!)
    if (used > width) break
    kept += character
  }
  return `${kept}..`
}

function characterWidth(code: number): number {
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 0 : 1
  if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(String.fromCodePoint(code))) return 0
  for (const [first, last] of wideRanges) if (code >= first && code <= last) return 2
  return 1
}

/** Unicode East_Asian_Width W and F, in ranges coarse enough for the scripts that reports are written in. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]
