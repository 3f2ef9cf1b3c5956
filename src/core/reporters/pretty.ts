import { causesAndOthers } from '../diagnostics/causes-and-others.ts'
import type {
  Cause,
  Diagnostic,
  Excerpt,
  FileResult,
  Fix,
  Result,
  Severity,
  Skipped,
} from '../diagnostics/diagnostic.ts'
import { displayWidth, padToWidth } from '../text/width.ts'
import { candidateLines } from './candidates.ts'
import { layOutExcerpt } from './excerpt.ts'
import { isJudged } from './is-judged.ts'
import { bodyLines } from './pretty-bodies.ts'
import { type Head, type PrettyWords, prettyWords } from './pretty-words.ts'
import type { Reporter, ReporterOptions, Style } from './reporter.ts'
import { visible, visiblePath, visiblePlace, visiblePosition, visibleRelated } from './visible.ts'

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
  const lines = [
    ...files,
    ...waivedLines(result, words, options.style),
    ...bodyLines(result, options),
    ...summaryLines(result, words, options.style),
  ]
  return `${lines.join('\n')}\n`
}

function fileLines(file: FileResult, words: PrettyWords, options: ReporterOptions, explained: Set<string>) {
  const { style } = options
  const head = visible(words.head(headOf(file)))
  const title = `${style.path(visiblePath(file.path))}${head && `  ${style.dim(head)}`}`
  const entries = causesAndOthers(file).map(entry =>
    'suspects' in entry
      ? causeLines(file, entry, words, options, explained)
      : diagnosticLines(file, entry, words, options, notesOf(entry, explained)),
  )
  return [title, ...entries.flatMap(lines => ['', ...lines])]
}

/** Why, what to do and the basis at a code's first time. */
function notesOf({ code, notes }: Diagnostic, explained: Set<string>): readonly string[] {
  if (explained.has(code)) return []
  explained.add(code)
  return notes
}

/** The cell and what it should be; beneath it, all that fails because of it. */
function causeLines(
  { path, format, diagnostics }: FileResult,
  { severity, message, location, excerpt, suspects, diagnostics: indexes, notes }: Cause,
  words: PrettyWords,
  options: ReporterOptions,
  explained: Set<string>,
) {
  const own = indexes.map(index => diagnostics[index]!)
  const [why, , basis] = notesOf(own.find(({ code }) => !explained.has(code)) ?? own[0]!, explained)
  return [
    ...headLines(severity, message, visiblePlace(path, location, format), excerpt, words, options),
    ...candidateLines(suspects, words, format).map(
      (line, index) => `    ${index > 0 ? '  ' : ''}${visible(line)}`,
    ),
    ...placedLines(
      words.symptoms,
      own,
      ({ location }) => visiblePosition(location, format),
      ({ code, message }) => `${code}  ${message}`,
    ),
    ...[why, ...notes, basis].flatMap(note => (note ? [`    ${options.style.dim(visible(note))}`] : [])),
  ]
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
  options: ReporterOptions,
  notes: readonly string[],
) {
  const place = `${visiblePlace(path, location, format)}  ${options.style.dim(`${code} ${name}`)}`
  const elsewhere = related.filter(
    ({ ref, path }) => path !== null || ref === null || !excerpt?.cells.some(cell => cell.ref === ref),
  )
  const shown = placedLines(
    words.related,
    elsewhere.slice(0, most),
    each => visibleRelated(each, format),
    ({ message }) => message,
  )
  return [
    ...headLines(severity, message, place, excerpt, words, options),
    ...shown,
    ...(elsewhere.length > most ? [`      ${words.moreRelated(elsewhere.length - most)}`] : []),
    ...notes.map(note => `    ${options.style.dim(visible(note))}`),
  ]
}

function headLines(
  severity: Severity,
  message: string,
  place: string,
  excerpt: Excerpt | null,
  words: PrettyWords,
  { style, width }: ReporterOptions,
) {
  const paint = style[severity]
  const lines = [
    `  ${paint(`${signs[severity]} ${words.severity[severity]}`)}  ${style.bold(visible(message))}`,
    `    ${place}`,
  ]
  if (!excerpt) return lines
  const { heads, row, marks } = layOutExcerpt(excerpt, width - 4)
  return [...lines, `    ${style.dim(heads)}`, `    ${row}`, `    ${paint(marks)}`]
}

/** In the same file by position only, and without the cells that the excerpt shows: long paths would bury what they say. */
function placedLines<Placed>(
  title: string,
  placed: readonly Placed[],
  positionOf: (each: Placed) => string,
  textOf: (each: Placed) => string,
): readonly string[] {
  if (placed.length === 0) return []
  const positions = placed.map(positionOf)
  const width = Math.max(...positions.map(displayWidth))
  return [
    `    ${title}`,
    ...placed.map((each, index) =>
      `      ${padToWidth(positions[index]!, width)}  ${visible(textOf(each))}`.trimEnd(),
    ),
  ]
}

/** What somebody answers for, each with its reason; of what a baseline knows, how much. */
function waivedLines({ files }: Result, words: PrettyWords, style: Style): readonly string[] {
  const all = files.flatMap(file => file.waived.map(waived => ({ file, ...waived })))
  if (all.length === 0) return []
  const answered = all.flatMap(({ file: { path, format }, diagnostic, by, reasons }) => {
    if (by === 'baseline') return []
    const { location, code, message } = diagnostic
    return [
      `  ${visiblePlace(path, location, format)}  ${style.dim(code)}  ${visible(message)}`,
      ...reasons.map(reason => `    ${style.dim(visible(words.reason(reason)))}`),
    ]
  })
  const known = new Map<string, number>()
  for (const { by, diagnostic } of all)
    if (by === 'baseline') known.set(diagnostic.code, (known.get(diagnostic.code) ?? 0) + 1)
  const counts = [...known].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = style.bold(words.waived(all.length))
  return [head, ...answered, ...(counts.length > 0 ? [`  ${words.baseline(counts)}`] : []), '']
}

function summaryLines(
  { summary, skipped, files }: Result,
  words: PrettyWords,
  style: Style,
): readonly string[] {
  const between = isJudged(summary.between) ? words.between(summary.between) : ''
  const relations = words.relations(summary.relations) + between
  const off = [...new Set(files.flatMap(file => file.off))].sort()
  const tail = [
    ...(off.length > 0 ? [words.off(off)] : []),
    ...(skipped.length > 0 ? skippedLines(skipped, words, style) : []),
  ]
  if (summary.files === 0) return [words.nothingChecked, ...tail]
  const worst = (['error', 'warning', 'info'] as const).find(severity => summary[`${severity}s`] > 0)
  if (!worst)
    return [
      `${style.success(`${signs.clean} ${words.clean(summary.files, summary.waived)}`)}${relations}`,
      ...tail,
    ]
  const causes = files.flatMap(file => file.causes)
  const symptoms = files.flatMap(file => [...new Set(file.causes.flatMap(cause => cause.diagnostics))]).length
  const folded = symptoms > causes.length ? words.causes(symptoms, causes.length) : ''
  const fixable = files.flatMap(file => file.diagnostics.filter(({ fixes }) => fixes.some(isSafe))).length
  return [
    `${style[worst](signs[worst])} ${style.bold(words.counts(summary))}${folded}`,
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
