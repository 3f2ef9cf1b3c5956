import type { Excerpt } from '../diagnostics/diagnostic.ts'
import { cutToWidth, displayWidth, padToWidth } from '../text/width.ts'
import { visible } from './visible.ts'

/** The three lines of an excerpt. Each begins with a bar, so that none begins with text from a file. */
export interface ExcerptLines {
  readonly heads: string
  readonly row: string
  readonly marks: string
}

interface Column {
  readonly head: string
  readonly raw: string
  readonly mark: string
  readonly width: number
}

/** Columns of the terminal that a label and a cell take at most; fewer in a narrow one. */
const widest = { label: 24, cell: 28 }
const cut: Column = { head: '..', raw: '..', mark: '', width: 2 }

/** The row under its heads with `^` under the focused cell; cells far from that are left out until it fits. */
export function layOutExcerpt({ label, cells, focus: ref }: Excerpt, width: number): ExcerptLines {
  const labelLimit = Math.min(widest.label, Math.floor(width / 3))
  const cellLimit = Math.min(widest.cell, width - labelLimit - '|  | .. |  | ..'.length)
  const columns = cells.map(cell => toColumn(cell, cell.ref === ref, cellLimit))
  const focus = Math.max(
    0,
    cells.findIndex(cell => cell.ref === ref),
  )
  const shownLabel = cutToWidth(visible(label).trim(), labelLimit)
  const labelWidth = displayWidth(shownLabel)
  const shown = columnsAround(columns, focus, width - labelWidth - '|  '.length)
  const line = (first: string, separator: string, text: (column: Column) => string) => {
    const texts = shown.map(column => padToWidth(text(column), column.width))
    return `| ${[padToWidth(first, labelWidth), ...texts].join(separator)}`.trimEnd()
  }
  return {
    heads: line('', ' | ', column => column.head),
    row: line(shownLabel, ' | ', column => column.raw),
    marks: line('', '   ', column => column.mark),
  }
}

function toColumn({ head, raw }: Excerpt['cells'][number], isFocus: boolean, limit: number): Column {
  const shownHead = cutToWidth(visible(head).trim(), limit)
  const shownRaw = cutToWidth(visible(raw).trim(), limit)
  const marks = Math.max(1, displayWidth(shownRaw))
  return {
    head: shownHead,
    raw: shownRaw,
    mark: isFocus ? '^'.repeat(marks) : '',
    width: Math.max(marks, displayWidth(shownHead)),
  }
}

/** The columns next to the focus that fit, taken in turn from its right and its left. */
function columnsAround(columns: readonly Column[], focus: number, width: number): readonly Column[] {
  let from = focus
  let to = focus + 1
  const shown = (first: number, end: number) => [
    ...(first > 0 ? [cut] : []),
    ...columns.slice(first, end),
    ...(end < columns.length ? [cut] : []),
  ]
  const fits = (first: number, end: number) => {
    const size = shown(first, end).reduce((sum, column) => sum + ' | '.length + column.width, 0)
    return first >= 0 && end <= columns.length && size <= width
  }
  while (true) {
    const [oldFrom, oldTo] = [from, to]
    if (fits(from, to + 1)) to++
    if (fits(from - 1, to)) from--
    if (from === oldFrom && to === oldTo) return shown(from, to)
  }
}
