import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import {
  editionsOf,
  type Gap,
  headsOf,
  type Sum,
  sheetOfSum,
  sumReports,
  type Units,
  unitsOf,
} from '../../core/aggregate/index.ts'
import {
  type Body,
  bodyNamed,
  cellNameIn,
  formCsv,
  formWorkbook,
  type Report,
  tableIds,
} from '../../core/index.ts'
import { visible } from '../../core/reporters/index.ts'
import { readReports } from '../../node/read-reports.ts'
import { UserError } from '../../node/user-error.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'
import { startProgress } from '../progress.ts'
import {
  complainOfFile,
  countSkipped,
  findReportFiles,
  type ReportFiles,
  type ReportFilesFlags,
  type SkippedCounts,
  skippedText,
} from '../report-files.ts'

export interface AggregateOptions extends ReportFilesFlags {
  readonly body?: string
  readonly year?: number
  readonly output: string
}

/** Fills the form of a body with the sum of its units' reports. Never over a file that is there. */
export async function aggregate(
  paths: readonly string[],
  options: AggregateOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  const { output } = options
  const own = words.aggregate
  if (options.body?.trim() === '') throw new UserError(words.blankOption('--body'))
  const extension = extname(output).slice(1).toLowerCase()
  if (extension !== 'csv' && extension !== 'xlsx') throw new UserError(own.notAForm(output))
  if (existsSync(resolve(io.cwd, output)))
    throw new UserError(words.alreadyThere(output), words.alreadyThereHint)
  const found = await findReportFiles(paths, options, context)
  if (!found) return exitCode.failure
  const { reports, rosters, skipped, unread, isLacking } = await readAll(found, context)
  const { body, roster } = chooseBody(rosters, options, context)
  const { year, ofYear, undated } = chooseYear(reports, options, context)
  const units = unitsOf(ofYear, body, year, roster)
  refuseUnsummable(units, context)
  const sum = sumReports(units.added, editionsOf(units.added)[0]![0])
  const problems = [
    ...undated.map(({ path }) => own.undated(path)),
    ...units.unknown.map(report => own.unknown(report.path, report.body)),
    ...(units.expected?.missing ?? []).map(name => own.missing(name)),
    ...sum.gaps.map(gap => gapText(gap, sum, context)),
    ...sum.unsound.map(({ report, failed }) => own.unsound(report.path, failed)),
  ]
  const coverage = coverageOf(units, sum, unread + undated.length + units.unknown.length, context)
  const sheet = sheetOfSum(sum, own.title(body, year), coverage)
  writeOutput(output, extension === 'xlsx' ? await formWorkbook(sheet) : formCsv(sheet), context)
  const aside = skippedText(skipped, found.leftOut, context)
  const say = (sentence: string) => `${visible(sentence)}\n`
  for (const problem of problems) io.stderr.write(`${words.error}${say(problem)}`)
  for (const { path } of units.own) io.stderr.write(`${words.note}${say(own.ownReport(path))}`)
  for (const { path } of units.outside) io.stderr.write(`${words.note}${say(own.outside(path, body))}`)
  for (const { path } of units.again) io.stderr.write(`${words.note}${say(own.again(path))}`)
  if (aside !== '') io.stderr.write(`${words.note}${say(aside)}`)
  io.stdout.write(say([own.done(body, year, output), ...coverage].join(words.collect.space)))
  return isLacking || problems.length > 0 ? exitCode.findings : exitCode.ok
}

interface ReadReports {
  readonly reports: readonly Report[]
  readonly rosters: ReadonlySet<readonly Body[]>
  readonly skipped: SkippedCounts
  /** Files without a table that could be read. */
  readonly unread: number
  /** True when there are such files, or some of which a part could not be read. */
  readonly isLacking: boolean
}

/** All reports of the files; what could not be read is said and counted. */
async function readAll(
  { files, settings: { optionsFor } }: ReportFiles,
  context: Context,
): Promise<ReadReports> {
  const reports: Report[] = []
  const rosters = new Set<readonly Body[]>()
  const skipped: SkippedCounts = new Map()
  let [done, unread, isLacking] = [0, 0, false]
  const progress = startProgress(context.io, context.words)
  try {
    for await (const outcome of readReports(files, optionsFor)) {
      const { path } = outcome
      context.workOn(path)
      progress.show(done++, files.length)
      if (outcome.kind === 'skipped') {
        countSkipped(skipped, outcome.reason)
        continue
      }
      const { report, lacking, roster } = outcome
      if (roster) rosters.add(roster)
      const isRead = report !== null && report.tables.length > 0
      if (isRead) reports.push(report)
      else unread++
      if (lacking === null) continue
      // Of a table that is missing the sum says more.
      if (!isRead || report.tables.length === tableIds.length) complainOfFile(path, lacking, context)
      isLacking = true
    }
    return { reports, rosters, skipped, unread, isLacking }
  } finally {
    progress.end()
  }
}

interface ChosenBody {
  readonly body: string
  /** The bodies among which it stands; null without a roster. */
  readonly roster: readonly Body[] | null
}

/** @throws UserError when it is not clear for which body, or the rosters do not have it. */
function chooseBody(
  rosters: ReadonlySet<readonly Body[]>,
  { body }: AggregateOptions,
  { words }: Context,
): ChosenBody {
  const { aggregate: own, missingOption } = words
  const heads = [...rosters].flatMap(roster => headsOf(roster).map(({ name }) => ({ body: name, roster })))
  if (body === undefined) {
    const [head, ...others] = heads
    if (head && others.length === 0) return head
    const names = words.list(heads.map(each => each.body))
    throw new UserError(missingOption('--body'), own.bodyHint(names))
  }
  const roster = [...rosters].find(each => bodyNamed(each, body)) ?? null
  if (rosters.size > 0 && !roster)
    throw new UserError(own.notInRoster(body), own.bodyHint(words.list(heads.map(each => each.body))))
  return { body, roster }
}

interface ChosenYear {
  readonly year: number
  readonly ofYear: readonly Report[]
  /** Those that do not tell their year. */
  readonly undated: readonly Report[]
}

/** @throws UserError when there is no report of the year, or it is not clear which year is meant. */
function chooseYear(reports: readonly Report[], { year }: AggregateOptions, { words }: Context): ChosenYear {
  const years = [...new Set(reports.flatMap(report => report.year ?? []))].sort()
  const chosen = year ?? years[0]
  if (reports.length === 0) throw new UserError(words.nothingToCheck)
  if (chosen === undefined) throw new UserError(words.aggregate.noYear, words.aggregate.noYearHint)
  if (year === undefined && years.length > 1)
    throw new UserError(words.aggregate.severalYears(words.list(years.map(String))))
  if (!years.includes(chosen))
    throw new UserError(words.aggregate.noneOfYear(chosen, words.list(years.map(String))))
  return {
    year: chosen,
    ofYear: reports.filter(report => report.year === chosen),
    undated: reports.filter(report => report.year === null),
  }
}

/** @throws UserError when it is not clear what is to be added up. */
function refuseUnsummable({ added, differing }: Units, { words }: Context): void {
  const { aggregate: own } = words
  const pathsOf = (reports: readonly Report[]) => words.list(reports.map(({ path }) => path))
  const [twice] = differing
  if (twice) throw new UserError(own.differing(twice[0]!.body!, pathsOf(twice)), own.differingHint)
  if (added.length === 0) throw new UserError(own.noUnits)
  const editions = editionsOf(added)
  if (editions.length > 1) {
    const fewest = [...editions].sort(([, a], [, b]) => a.length - b.length)[0]!
    throw new UserError(
      own.mixedEditions(words.list(editions.map(([{ id }, reports]) => own.edition(id, reports.length)))),
      own.mixedEditionsHint(fewest[0].id, pathsOf(fewest[1])),
    )
  }
}

function gapText(gap: Gap, { edition }: Sum, { words, language }: Context): string {
  const { aggregate: own } = words
  const { path } = gap.report
  const { name } = edition.tables[gap.table]
  if (gap.kind === 'no-table') return own.noTable(path, name)
  if (gap.kind === 'added-rows') return own.addedRows(path, name, words.list(gap.labels))
  return own.noFigure(path, cellNameIn(language, gap.cells[0]!), gap.cells.length)
}

/** Whose figures the sum holds, a sentence each. */
function coverageOf(
  { added, expected }: Units,
  { figures }: Sum,
  unread: number,
  { words: { aggregate: own } }: Context,
): readonly string[] {
  const blank = [...figures.values()].filter(figure => figure === null).length
  return [
    own.coverage(added.length),
    ...(unread > 0 ? [own.unread(unread)] : []),
    ...(blank > 0 ? [own.blank(blank)] : []),
    expected ? own.roster(expected.count, expected.missing.length) : own.noRoster,
  ]
}
