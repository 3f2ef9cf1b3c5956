import type { FileResult, Result, Skipped } from '../../diagnostics/diagnostic.ts'
import { type Entry, entriesOf } from '../entries.ts'
import { isJudged } from '../is-judged.ts'
import { countEntries, type Standing, standingOf, standings } from '../standing.ts'
import { bodiesOf } from './bodies.ts'
import type { PageContext } from './context.ts'
import { type Content, html, type Markup } from './markup.ts'
import { tableOf } from './table.ts'
import { standingMark } from './verdict.ts'

/** A file with what it has to say and its number in the overview. */
export interface NumberedFile {
  readonly file: FileResult
  readonly entries: readonly Entry[]
  readonly number: number
}

/** Worst first; among equals those with more to do, then by path. */
export function worstFirst(files: readonly FileResult[]): readonly NumberedFile[] {
  return files
    .map(file => ({ file, entries: entriesOf(file) }))
    .sort(
      (a, b) =>
        rankOf(a.file) - rankOf(b.file) ||
        b.entries.length - a.entries.length ||
        compare(a.file.path, b.file.path),
    )
    .map((each, index) => ({ ...each, number: index + 1 }))
}

function rankOf(file: FileResult): number {
  return standings.indexOf(standingOf(file))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The first page of many files: how each of them stands, and which were not checked. */
export function overviewOf(result: Result, files: readonly NumberedFile[], context: PageContext): Markup {
  const { summary } = result
  const { words, sheet, pretty, tool, time, isPartial } = context
  const reports = files.filter(({ file }) => file.role === 'report')
  const count = (standing: Standing) => reports.filter(({ file }) => standingOf(file) === standing).length
  const lines = [
    reports.length === 0
      ? words.nothingChecked
      : words.overviewCounts({
          files: reports.length,
          error: count('error'),
          warning: count('warning'),
          info: count('info'),
          clean: isPartial ? null : count('clean'),
          waived: reports.filter(({ file }) => file.waived.length > 0).length,
        }),
    ...(isJudged(summary.between) ? [pretty.between(summary.between).trim()] : []),
    ...(isPartial ? [sheet.errorsOnly] : []),
    `${words.tool}${sheet.colon}${tool}`,
    ...(time === null ? [] : [`${words.time}${sheet.colon}${time}`]),
  ]
  return html`${lines.map(line => html`<p>${line}</p>`)}
${bodiesOf(result, files, context)}${files.length > 0 ? filesOf(files, context) : ''}${skippedOf(result.skipped, context)}
<p class="note">${words.caution}</p>`
}

function filesOf(files: readonly NumberedFile[], context: PageContext): Markup {
  const { words, sheet } = context
  const rows = files.map(({ file, entries, number }) => {
    const { error, warning, info } = countEntries(entries)
    const isReport = file.role === 'report'
    const waived = file.waived.length > 0 ? sheet.separator + words.waivedCount(file.waived.length) : ''
    const isJudged = Object.values(file.relations).some(count => count > 0)
    const relations = (isJudged ? words.relationCounts(file.relations) : words.notJudged) + waived
    const link = html`<a href="#f${number}">${file.path}</a>`
    const body = isReport ? (file.body ?? sheet.unknown) : sheet.settings
    return {
      cells: [
        `${number}. ${body}`,
        file.year ?? '—',
        standingMark(file, context),
        error,
        warning,
        info,
        relations,
        link,
      ],
    }
  })
  return tableOf('overview', words.overviewCaption, words.overviewHeads, rows)
}

function skippedOf(skipped: readonly Skipped[], { words, pretty }: PageContext): Content {
  if (skipped.length === 0) return ''
  const rows = skipped.map(({ path, reason }) => ({ cells: [path, pretty.skipReason[reason]] }))
  return html`<h2>${words.skipped}</h2>
${tableOf('skipped', pretty.skipped(skipped.length), words.skippedHeads, rows)}`
}
