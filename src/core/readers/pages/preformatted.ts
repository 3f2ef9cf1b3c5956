import type { PlacedText, Run } from './run.ts'
import type { Item, PageCell, PageTable } from './tables.ts'

/** Each line is a paragraph. */
export function addPreformatted(
  run: Run,
  text: string,
  source: string,
  [start, end]: readonly [number, number],
  endParagraph: () => void,
): void {
  const lines = text.split('\n')
  const places = placesOfLines(source, start, end)
  // The line end right after the tag is no part of the text.
  if (places.length === lines.length + 1) places.shift()
  for (const [index, line] of lines.entries()) {
    if (index > 0) endParagraph()
    if (line !== '')
      run.addWhole(line, ...((places.length === lines.length && places[index]) || [start, end]))
  }
}

function placesOfLines(source: string, start: number, end: number): (readonly [number, number])[] {
  const places: [number, number][] = []
  let from = start
  for (const { index, 0: lineEnd } of source.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    places.push([from, start + index])
    from = start + index + lineEnd.length
  }
  places.push([from, end])
  return places
}

/** Lines with tabs are rows of a table, and those between them rows of one cell. */
export function splitTabs(lines: readonly Item[], source: string): Item[] {
  const hasTabs = lines.some(line => line.kind === 'paragraph' && line.text.includes('\t'))
  if (!hasTabs || lines.some(({ kind }) => kind === 'table')) return [...lines]
  const rows = lines.flatMap(line => (line.kind === 'paragraph' ? [cellsOfLine(line, source)] : []))
  return [closeRows(rows)]
}

function cellsOfLine({ text, span: [start, end] }: PlacedText, source: string): PageCell[] {
  const isExact = source.slice(start, end) === text
  let from = start
  return text.split('\t').map(cell => {
    const span = isExact ? ([from, from + cell.length] as const) : ([start, end] as const)
    from += cell.length + 1
    return { text: cell, rows: 1, columns: 1, span, items: [], holdsTables: false, length: cell.length }
  })
}

function closeRows(rows: readonly (readonly PageCell[])[]): PageTable {
  const length = rows.flat().reduce((sum, cell) => sum + cell.length, 0)
  return { kind: 'table', rows, length, losesText: false }
}
