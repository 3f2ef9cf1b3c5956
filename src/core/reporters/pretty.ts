import type { Diagnostic, FileResult, Fix, Related, Result, Skipped } from '../diagnostics/diagnostic.ts'
import { displayWidth, padToWidth } from '../text/width.ts'
import { layOutExcerpt } from './excerpt.ts'
import { type Head, type PrettyWords, prettyWords } from './pretty-words.ts'
import type { Reporter, ReporterOptions, Style } from './reporter.ts'
import { visible, visiblePath, visiblePlace, visiblePosition } from './visible.ts'

/** Related places, and skipped files that nobody named, shown of each. */
const most = 5
/** Signs that every Chinese console font has; the word beside each says the same. */
const signs = { error: '×', warning: '!', info: 'i', clean: '√' } as const

/** The report for people: by file, each row shown under its heads, why and what to do at a code's first time. */
export const pretty: Reporter = (result, options) => {
  const words = prettyWords[result.language]
  const explained = new Set<string>()
  const files = result.files
    .filter(file => file.diagnostics.length > 0)
    .flatMap(file => [...fileLines(file, words, options, explained), ''])
  const lines = [...files, ...summaryLines(result, words, options.style)]
  return `${lines.join('\n')}\n`
}

function fileLines(file: FileResult, words: PrettyWords, options: ReporterOptions, explained: Set<string>) {
  const { style } = options
  const head = visible(words.head(headOf(file)))
  const title = `${style.path(visiblePath(file.path))}${head && `  ${style.dim(head)}`}`
  const diagnostics = file.diagnostics.map(diagnostic => {
    const isFirst = !explained.has(diagnostic.code)
    explained.add(diagnostic.code)
    return diagnosticLines(file, diagnostic, words, options, isFirst ? diagnostic.notes : [])
  })
  return [title, ...diagnostics.flatMap(lines => ['', ...lines])]
}

function headOf({ body, year, tables }: FileResult): Head {
  const editions = [...new Set(tables.map(table => table.edition))]
  return {
    body,
    year,
    editions: editions.map(edition => ({
      edition,
      tables: tables.filter(each => each.edition === edition).map(each => each.table),
    })),
  }
}

function diagnosticLines(
  { path, format }: FileResult,
  { severity, code, name, message, location, excerpt, related }: Diagnostic,
  words: PrettyWords,
  { style, width }: ReporterOptions,
  notes: readonly string[],
) {
  const paint = style[severity]
  const lines = [
    `  ${paint(`${signs[severity]} ${words.severity[severity]}`)}  ${style.bold(visible(message))}`,
    `    ${visiblePlace(path, location, format)}  ${style.dim(`${code} ${name}`)}`,
  ]
  if (excerpt) {
    const { heads, row, marks } = layOutExcerpt(excerpt, width - 4)
    lines.push(`    ${style.dim(heads)}`, `    ${row}`, `    ${paint(marks)}`)
  }
  const elsewhere = related.filter(
    ({ ref }) => ref === null || !excerpt?.cells.some(cell => cell.ref === ref),
  )
  if (elsewhere.length > 0) lines.push(...relatedLines(elsewhere, words, format))
  lines.push(...notes.map(note => `    ${style.dim(visible(note))}`))
  return lines
}

/** By position only, and without the cells that the excerpt shows: they stand in the same file, and long paths would bury what they say. */
function relatedLines(
  related: readonly Related[],
  words: PrettyWords,
  format: FileResult['format'],
): readonly string[] {
  const shown = related.slice(0, most).map(({ location, message }) => ({
    position: visiblePosition(location, format),
    message: visible(message),
  }))
  const width = Math.max(...shown.map(({ position }) => displayWidth(position)))
  return [
    `    ${words.related}`,
    ...shown.map(({ position, message }) => `      ${padToWidth(position, width)}  ${message}`.trimEnd()),
    ...(related.length > most ? [`      ${words.moreRelated(related.length - most)}`] : []),
  ]
}

function summaryLines(
  { summary, files, skipped }: Result,
  words: PrettyWords,
  style: Style,
): readonly string[] {
  const relations = words.relations(summary.relations)
  const tail = skipped.length > 0 ? skippedLines(skipped, words, style) : []
  if (summary.files === 0) return [words.nothingChecked, ...tail]
  const worst = (['error', 'warning', 'info'] as const).find(severity => summary[`${severity}s`] > 0)
  if (!worst) return [`${style.success(`${signs.clean} ${words.clean(summary.files)}`)}${relations}`, ...tail]
  const fixable = files.flatMap(file => file.diagnostics.filter(({ fixes }) => fixes.some(isSafe))).length
  return [
    `${style[worst](signs[worst])} ${style.bold(words.counts(summary))}`,
    ...(fixable > 0 ? [words.fixable(fixable)] : []),
    relations,
    ...tail,
  ]
}

function isSafe({ kind }: Fix): boolean {
  return kind === 'safe'
}

function skippedLines(skipped: readonly Skipped[], words: PrettyWords, style: Style): readonly string[] {
  const met = skipped.filter(file => !file.isNamed)
  const hidden = new Set(met.slice(most))
  const shown = skipped.filter(file => !hidden.has(file))
  return [
    words.skipped(skipped.length),
    ...shown.map(({ path, reason }) => `  ${visiblePath(path)}  ${style.dim(words.skipReason[reason])}`),
    ...(hidden.size > 0 ? [`  ${words.moreSkipped(hidden.size)}`] : []),
  ]
}
