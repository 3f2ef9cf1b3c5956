import type { Extra, FileResult, Relations, Skipped } from '../diagnostics/diagnostic.ts'
import { documentStart } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'
import { type Body, namesOfOthers } from '../model/body.ts'
import { figuresOf } from '../model/figures.ts'
import { listedBody, namesOfBody, type Report } from '../model/report.ts'
import { type Levels, withSeverities } from '../policy/severities.ts'
import { limitExceeded, megabyte, type Source } from '../readers/index.ts'
import type { OwnRelation } from '../rules/index.ts'
import { digest } from '../text/fingerprint.ts'
import { describeFinding, describeProblem, type Wording } from './describe.ts'
import { describeCauses } from './describe-causes.ts'
import { evidenceOf } from './evidence.ts'
import { limitsOf, type OpenOptions, openReport, refAt } from './open-report.ts'
import { inOrder } from './order.ts'
import type { ParsedReport } from './parse-source.ts'
import { pointedLines } from './pointed-lines.ts'
import { recordOf } from './record.ts'
import { rewriterOf } from './rewrite.ts'
import { runRules } from './run-rules.ts'

export interface CheckOptions extends Wording, OpenOptions {
  /** The report of the year before, as evidence where equations cannot tell. */
  readonly previous?: ParsedReport | undefined
  readonly extras?: readonly Extra[]
  /** The bodies of the roster, of which the report's own may be one. */
  readonly roster?: readonly Body[]
  /** What rules find is at these levels, by code, in place of their own. */
  readonly levels?: Levels
  /** Relations besides those of the forms. */
  readonly relations?: readonly OwnRelation[]
}

export type CheckedSource =
  | { readonly kind: 'checked'; readonly file: FileResult }
  /** Nothing in the file looks like a report. */
  | { readonly kind: 'skipped'; readonly reason: Skipped['reason'] }

/** One file, from its bytes to its diagnostics. Bad content is a diagnostic, never a throw. */
export async function checkSource(source: Source, options: CheckOptions, host: Host): Promise<CheckedSource> {
  const limits = limitsOf(options)
  const isRecorded = options.extras?.includes('record')
  if (source.bytes.length > limits.fileSize * megabyte)
    return { kind: 'checked', file: tooLargeFile(source.path, source.bytes.length, options) }
  const opened = await openReport(source, options, host)
  if (opened.kind === 'skipped') return opened
  if (opened.kind === 'refused') {
    const record = isRecorded ? { sha256: digest(source.bytes), relations: [] } : null
    return { kind: 'checked', file: { ...refusedFile(source.path, opened.problem, options), record } }
  }
  const { document, report: found, problems: all } = opened
  const report = options.roster ? withBody(found, options.roster) : found

  const run = runRules(report, rewriterOf(source, document), options.relations)
  const { findings, relations, causes } = run
  const described = new Map(findings.map(finding => [finding, describeFinding(finding, report, options)]))
  const diagnostics = inOrder(
    [...all.map(problem => describeProblem(problem, options, refAt(problem, report))), ...described.values()],
    document,
  )
  const evidence = evidenceOf(report, options.previous)
  const worded = describeCauses(causes, described, diagnostics, report, evidence, options)
  const needsLines = options.extras?.includes('lines')
  const file: FileResult = {
    path: source.path,
    role: 'report',
    format: document.format,
    encoding: document.encoding,
    body: report.body,
    year: report.year,
    tables: tablesOf(report),
    relations,
    between: noRelations,
    diagnostics,
    causes: worded,
    waived: [],
    off: [],
    record: isRecorded ? recordOf(source.bytes, run, options.language) : null,
    lines: needsLines ? pointedLines(source.bytes, document.format, diagnostics, worded) : null,
    figures: options.extras?.includes('figures') && report.tables.length > 0 ? figuresOf(report) : null,
  }
  return { kind: 'checked', file: withSeverities(file, options.levels ?? {}) }
}

/** With what the roster says of its body, under the name of the path or of the title. */
function withBody(report: Report, roster: readonly Body[]): Report {
  const names = namesOfBody(report)
  const own = listedBody(report, roster)
  const otherBodies = namesOfOthers(roster, own).filter(name => !names.includes(name))
  const bodyType = own?.type ?? report.expected.bodyType
  return { ...report, expected: { ...report.expected, bodyType, otherBodies } }
}

/** One list for all reports of the same tables and editions: of ten thousand files most are alike. */
function tablesOf({ tables }: Report): FileResult['tables'] {
  const key = tables.map(({ id, edition }) => `${id} ${edition.id}`).join()
  let own = knownTables.get(key)
  if (!own) {
    own = tables.map(({ id, edition, form }) => ({ table: id, edition: edition.id, cells: form.size }))
    knownTables.set(key, own)
  }
  return own
}

const knownTables = new Map<string, FileResult['tables']>()

/** A file that exists and cannot be opened. */
export function unreadableFile(path: string, reason: string, options: CheckOptions): FileResult {
  return refusedFile(path, { name: 'unreadable-file', location: documentStart, data: { reason } }, options)
}

/** A file larger than is read; `size` in bytes. */
export function tooLargeFile(path: string, size: number, options: CheckOptions): FileResult {
  return refusedFile(path, limitExceeded('fileSize', Math.ceil(size / megabyte), limitsOf(options)), options)
}

function refusedFile(path: string, problem: Problem, options: CheckOptions): FileResult {
  return fileOf(path, 'report', [problem], options)
}

/** A file of gouji's own, with what is to be said of it. */
export function settingsFile(path: string, problems: readonly Problem[], wording: Wording): FileResult {
  return fileOf(path, 'settings', problems, wording)
}

function fileOf(
  path: string,
  role: FileResult['role'],
  problems: readonly Problem[],
  wording: Wording,
): FileResult {
  return {
    path,
    role,
    format: null,
    encoding: null,
    body: null,
    year: null,
    tables: [],
    relations: noRelations,
    between: noRelations,
    diagnostics: problems.map(problem => describeProblem(problem, wording)),
    causes: [],
    waived: [],
    off: [],
    record: null,
    lines: null,
    figures: null,
  }
}

const noRelations: Relations = { held: 0, failed: 0, unknown: 0 }
