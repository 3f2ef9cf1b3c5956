import { extname } from 'node:path'
import type { Row, RowsFormatName, RowsWriter } from '../../core/collect/index.ts'
import { visible } from '../../core/reporters/index.ts'
import { nodeHost } from '../../node/host.ts'
import { readReports } from '../../node/read-reports.ts'
import { UserError } from '../../node/user-error.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { startOutput } from '../outputs.ts'
import { startProgress } from '../progress.ts'
import {
  complainOfFile,
  countSkipped,
  findReportFiles,
  type ReportFiles,
  type ReportFilesFlags,
  type SkippedCounts,
  skippedText,
  withoutOutput,
} from '../report-files.ts'

export interface CollectOptions extends ReportFilesFlags {
  readonly format?: RowsFormatName
  /** `-` for standard output. */
  readonly output?: string
}

export const formats = ['csv', 'ndjson', 'xlsx', 'parquet'] as const satisfies readonly RowsFormatName[]

/** Writes all figures of all reports as one table. */
export async function collect(
  paths: readonly string[],
  options: CollectOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  const path = options.output === '-' ? null : (options.output ?? null)
  const format = chooseFormat(path, options, context)
  const found = await findReportFiles(paths, options, context)
  if (!found) return exitCode.failure
  const files = path === null ? found.files : await withoutOutput(found, path, context)
  const { rowsFormats } = await import('../../core/collect/index.ts')
  const { load, mostRows } = rowsFormats[format]
  const writer = (await load())(nodeHost)
  const output = startOutput(path, context)
  try {
    const counts = await writeAll(
      { ...found, files },
      writer,
      content => output.write(content),
      mostRows,
      context,
    )
    if (counts.reports === 0) {
      output.abandon()
      throw new UserError(
        words.nothingToCheck,
        skippedText(counts.skipped, found.leftOut, context) || undefined,
      )
    }
    output.write(writer.end())
    output.finish()
    const said = [
      words.collect.done(counts.reports, counts.rows, path),
      skippedText(counts.skipped, found.leftOut, context),
    ]
    const to = path === null ? io.stderr : io.stdout
    to.write(`${visible(said.filter(Boolean).join(words.collect.space))}\n`)
    if (counts.nameless > 0) io.stderr.write(`${words.note}${words.collect.nameless(counts.nameless)}\n`)
    return counts.lacking > 0 ? exitCode.findings : exitCode.ok
  } catch (error) {
    output.abandon()
    throw error
  }
}

interface Counts {
  reports: number
  rows: number
  /** Files that could not be read in whole. */
  lacking: number
  /** Reports of which body or year is not known. */
  nameless: number
  readonly skipped: SkippedCounts
}

async function writeAll(
  { files, settings: { optionsFor } }: ReportFiles,
  writer: RowsWriter,
  write: (content: string | Uint8Array) => void,
  mostRows: number | null,
  context: Context,
): Promise<Counts> {
  const { io, words } = context
  const { rowsOf } = await import('../../core/collect/index.ts')
  const counts: Counts = { reports: 0, rows: 0, lacking: 0, nameless: 0, skipped: new Map() }
  const progress = startProgress(io, words)
  let done = 0
  try {
    for await (const outcome of readReports(files, optionsFor)) {
      const { path } = outcome
      context.workOn(path)
      progress.show(done++, files.length)
      if (outcome.kind === 'skipped') {
        countSkipped(counts.skipped, outcome.reason)
        continue
      }
      const { report, lacking, roster } = outcome
      if (lacking !== null) {
        complainOfFile(path, lacking, context)
        counts.lacking++
      }
      const rows: readonly Row[] = report ? rowsOf(report, roster) : []
      if (!report || rows.length === 0) continue
      counts.reports++
      counts.rows += rows.length
      if (report.body === null || report.year === null) counts.nameless++
      if (mostRows !== null && counts.rows > mostRows)
        throw new UserError(words.collect.tooManyRows(mostRows), words.collect.tooManyRowsHint)
      write(writer.add(rows))
    }
    return counts
  } finally {
    progress.end()
  }
}

/** The format that was asked for, else that of the file's name. */
function chooseFormat(
  path: string | null,
  { format }: CollectOptions,
  { io, words }: Context,
): RowsFormatName {
  const extension = extname(path ?? '')
    .slice(1)
    .toLowerCase()
  const named = extension === 'jsonl' ? 'ndjson' : formats.find(each => each === extension)
  if (path === '') throw new UserError(words.noOutputPath('--output'))
  if (format && named && named !== format) throw new UserError(words.wrongExtension(path!, format))
  if (path !== null && !format && !named)
    throw new UserError(words.collect.unclearFormat(path), words.oneOf(formats.join(', '), '-f'))
  const chosen = format ?? named ?? 'csv'
  if (path === null && io.stdout.isTTY && (chosen === 'xlsx' || chosen === 'parquet'))
    throw new UserError(words.collect.binaryToTerminal(chosen), words.collect.binaryToTerminalHint(chosen))
  return chosen
}
