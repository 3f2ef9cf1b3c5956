/** A cell with its place in the file. */
export interface Cut {
  readonly text: string
  readonly span: readonly [start: number, end: number]
}

/** The cells of a row between vertical lines, with or without those at its ends; `start` is the line's offset. */
export function splitRow(line: string, start: number): Cut[] {
  const first = /^[\s>]*\|?/.exec(line)![0].length
  const cuts: Cut[] = []
  let from = first
  for (let at = first; at <= line.length; at++) {
    if (line[at] === '\\') {
      at++
      continue
    }
    if (at < line.length && line[at] !== '|') continue
    // Nothing but blanks behind the last vertical line is no cell.
    if (at >= line.length && from > first && line.slice(from).trim() === '') break
    cuts.push(place(cellText(line, from, Math.min(at, line.length)), start))
    from = at + 1
  }
  return cuts
}

export function splitTabs(line: string, start: number): Cut[] {
  let from = 0
  return line.split('\t').map(text => {
    const cut = { text, span: [start + from, start + from + text.length] as const }
    from += text.length + 1
    return cut
  })
}

/**
 * True for the row of dashes between head and body, which is no data. A row of single dashes is one only in its
 * second line; elsewhere they stand for figures.
 */
export function isRule(row: readonly Cut[], index: number): boolean {
  return (
    row.length > 0 &&
    row.every(({ text, span }) => /^:?-[-+]*:?$/.test(text) && text.length === span[1] - span[0]) &&
    (index === 1 || row.some(({ text }) => text.length > 1))
  )
}

interface CellText {
  readonly text: string
  /** In the line, end exclusive. */
  readonly from: number
  readonly to: number
}

/** What a piece of a line says, with blanks and the marks around all of it taken off. */
export function cellText(line: string, start: number, end: number): CellText {
  let [from, to] = [start, end]
  while (from < to && isBlank(line.charCodeAt(from))) from++
  while (to > from && isBlank(line.charCodeAt(to - 1))) to--
  for (let mark = markAround(line.slice(from, to)); mark > 0; mark = markAround(line.slice(from, to))) {
    from += mark
    to -= mark
  }
  return { text: plainText(line.slice(from, to)), from, to }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** The length of the mark that encloses a text and does not stand within it: `**12**`, `` `12` ``. */
function markAround(text: string): number {
  const mark = /^(?:\*{1,3}|_{1,3}|`+)/.exec(text)?.[0]
  if (!mark || text.length <= 2 * mark.length || !text.endsWith(mark)) return 0
  return text.slice(mark.length, -mark.length).includes(mark[0]!) ? 0 : mark.length
}

function plainText(text: string): string {
  if (!/[\\<&]/.test(text)) return text
  return text
    .replace(/[ \t]*<br\s*\/?>[ \t]*/gi, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:nbsp|lt|gt|quot|amp);/g, entity => entities[entity]!)
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
}

function place({ text, from, to }: CellText, start: number): Cut {
  return { text, span: [start + from, start + to] }
}
