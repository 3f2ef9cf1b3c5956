import type { Result } from '../diagnostics/diagnostic.ts'
import { cutToWidth, displayWidth, padToWidth } from '../text/width.ts'
import { bodyLists, bodyRow, sortedBodies } from './bodies.ts'
import { type BodyWords, bodyColumns, bodyWords } from './body-words.ts'
import type { ReporterOptions } from './reporter.ts'
import { visible } from './visible.ts'

/** Columns that a name may take before it is cut. */
const widestName = 32
/** Lines of names shown of a list that nobody has to do anything about. */
const mostLines = 8
const gap = '  '

/** The bodies of a county, one on a line with what is wrong; then who is missing and who is clean, by name. */
export function bodyLines(result: Result, { style, width }: ReporterOptions): readonly string[] {
  if (result.bodies.length === 0) return []
  const words = bodyWords[result.language]
  const { listed } = sortedBodies(result)
  const rows = listed.map(body => {
    const { body: name, years, counts, causes } = bodyRow(body, result)
    const cells = [cutToWidth(visible(name), widestName), years, ...counts.map(String)]
    return { cells, causes: causes.map(visible), paint: style[body.causes[0]!.severity] }
  })
  const heads = bodyColumns.slice(0, -1).map(column => words.heads[column])
  const widths = heads.map((head, column) =>
    Math.max(displayWidth(head), ...rows.map(({ cells }) => displayWidth(cells[column]!))),
  )
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell, column) => padToWidth(cell, widths[column]!) + gap).join('')
  const room = width - gap.length - widths.reduce((sum, each) => sum + each + gap.length, 0)
  const table = rows.map(({ cells: [name = '', ...others], causes, paint }) => {
    const first = padToWidth(name, widths[0]!)
    const line = lineOf([name, ...others])
    return `${gap}${paint(first)}${line.slice(first.length)}${causesIn(room, causes, words)}`
  })
  const lists = bodyLists(result).flatMap(({ title, names, isUrgent }) => [
    `${gap}${title.trimEnd()}`,
    ...wrapped(
      names.map(visible),
      width - 2 * gap.length,
      isUrgent ? Number.POSITIVE_INFINITY : mostLines,
      words,
    ).map(line => gap + gap + line),
  ])
  return [
    style.bold(words.title(result.bodies.length)),
    ...(rows.length > 0 ? [`${gap}${style.dim(`${lineOf(heads)}${words.heads.causes}`)}`, ...table] : []),
    ...lists,
    '',
  ]
}

/** As many as fit in the columns, at least the first and a word about the rest. */
function causesIn(width: number, causes: readonly string[], words: BodyWords): string {
  const shown = (count: number) =>
    [
      ...causes.slice(0, count),
      ...(count < causes.length ? [words.moreCauses(causes.length - count)] : []),
    ].join(words.separator)
  const fits = causes.map((_, index) => index + 1).filter(count => displayWidth(shown(count)) <= width)
  return shown(Math.max(1, ...fits))
}

/** Names in lines of so many columns; where there are too many, how many more there are. */
function wrapped(names: readonly string[], width: number, most: number, words: BodyWords): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const [index, name] of names.entries()) {
    const longer = line === '' ? name : line + words.separator + name
    if (line === '' || displayWidth(longer) <= width) {
      line = longer
      continue
    }
    if (lines.length === most - 1) return [...lines, line + words.more(names.length - index)]
    lines.push(line + words.separator.trimEnd())
    line = name
  }
  return [...lines, line]
}
