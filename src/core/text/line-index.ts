/** Turns offsets (UTF-16 units, from 0) into lines and columns (both from 1). The only place that counts lines. */
export interface LineIndex {
  position(offset: number): { readonly line: number; readonly column: number }
  /** The other way round. */
  offset(line: number, column: number): number
  /** The text of a line, without its end. */
  line(number: number): string
}

/** A line ends with CRLF, LF or a lone CR. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text)
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1
  return {
    position(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - starts[low]! + 1 }
    },
    offset,
    line: number => text.slice(offset(number, 1), offset(number + 1, 1)).replace(/\r\n$|[\n\r]$/, ''),
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  const newline = /\r\n|\n|\r/g
  while (newline.exec(text)) starts.push(newline.lastIndex)
  return starts
}
