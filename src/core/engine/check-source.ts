import type { Extra, FileResult, Relations, Skipped } from '../diagnostics/diagnostic.ts'
import type { Document } from '../document/document.ts'
import { documentStart } from '../document/location.ts'
import { isRefusal, type Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'
import { type Body, bodyNamed, namesOfOthers } from '../model/body.ts'
import { figuresOf } from '../model/figures.ts'
import type { Expected, Report } from '../model/report.ts'
import { resultSheets } from '../name.ts'
import { type Levels, withSeverities } from '../policy/severities.ts'
import {
  defaultLimits,
  isReadable,
  type Limits,
  limitExceeded,
  megabyte,
  readSource,
  type Source,
} from '../readers/index.ts'
import { namesReport } from '../recognize/identify.ts'
import { recognize } from '../recognize/index.ts'
import type { OwnRelation } from '../rules/index.ts'
import { digest } from '../text/fingerprint.ts'
import { describeFinding, describeProblem, type Wording } from './describe.ts'
import { describeCauses } from './describe-causes.ts'
import { evidenceOf } from './evidence.ts'
import { inOrder } from './order.ts'
import { isOwnOutput } from './own-output.ts'
import type { ParsedReport } from './parse-source.ts'
import { pointedLines } from './pointed-lines.ts'
import { recordOf } from './record.ts'
import { rewriterOf } from './rewrite.ts'
import { runRules } from './run-rules.ts'

export interface CheckOptions extends Wording {
  /** Those that differ from the usual ones. */
  readonly limits?: Partial<Limits>
  /** The report of the year before, as evidence where equations cannot tell. */
  readonly previous?: ParsedReport | undefined
  readonly extras?: readonly Extra[]
  readonly expected?: Expected
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
  const isNamedReport = namesReport(source.path.slice(source.path.lastIndexOf('/') + 1))
  const limits = limitsOf(options)
  const isRecorded = options.extras?.includes('record')
  if (source.bytes.length > limits.fileSize * megabyte)
    return { kind: 'checked', file: tooLargeFile(source.path, source.bytes.length, options) }
  if (source.bytes.length === 0 && !isNamedReport) return { kind: 'skipped', reason: 'empty' }
  if (isOwnOutput(source.bytes)) return { kind: 'skipped', reason: 'own-output' }
  const read = await readSource(source, host, limits)
  if (read.kind === 'unread') {
    if (!isNamedReport && !source.isNamed) return { kind: 'skipped', reason: 'other-format' }
    const record = isRecorded ? { sha256: digest(source.bytes), relations: [] } : null
    return { kind: 'checked', file: { ...refusedFile(source.path, read.problem, options), record } }
  }
  const { document } = read
  if (!source.isNamed && isAnnotatedCopy(document)) return { kind: 'skipped', reason: 'annotated-copy' }
  const { report: found, problems, isReport } = recognize(document, options.expected)
  const report = options.roster ? withBody(found, options.roster) : found
  const all = [...document.problems.filter(problem => concerns(problem, report)), ...problems]
  if (!isReport && !isUnreadable(document.problems, source)) return { kind: 'skipped', reason: 'no-sign' }

  const run = runRules(report, rewriterOf(source, document), options.relations)
  const { findings, relations, causes } = run
  const described = new Map(findings.map(finding => [finding, describeFinding(finding, report, options)]))
  const diagnostics = inOrder(
    [...all.map(problem => describeProblem(problem, options, refAt(problem, report))), ...described.values()],
    document,
  )
  const evidence = evidenceOf(document, report, options.previous)
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
  const names = [report.expected.named?.body, report.body].flatMap(name => name ?? [])
  const own = names.map(name => bodyNamed(roster, name)).find(body => body !== undefined)
  const otherBodies = namesOfOthers(roster, own).filter(name => !names.includes(name))
  const bodyType = own?.type ?? report.expected.bodyType
  return { ...report, expected: { ...report.expected, bodyType, otherBodies } }
}

/** A copy beside its original would say everything twice; it is checked only when it is named. */
function isAnnotatedCopy({ grids: [first] }: Document): boolean {
  const title = first?.sheet ? first.rows[0]?.[0] : undefined
  return Object.values(resultSheets).some(
    name => title === name && first!.sheet!.replace(/\d+$/, '') === name,
  )
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

/** False for a date or a formula beside the tables: what it says is no figure of the report. */
function concerns(problem: Problem, report: Report): boolean {
  return !isOfCell(problem) || report.tables.length === 0 || refAt(problem, report) !== ''
}

function isOfCell({ name }: Problem): boolean {
  return name === 'date-cell' || name === 'formula-without-value'
}

/** The ref of the figure that a problem is about; empty when there is none. */
function refAt(problem: Problem, { tables }: Report): string {
  if (!isOfCell(problem)) return ''
  const { address } = problem.location
  const facts = tables.flatMap(table => table.facts)
  const fact = facts.find(
    each => each?.place && each.place.grid.locate(each.place.row, each.place.column).address === address,
  )
  return fact?.cell.ref ?? ''
}

/** A file whose content could not be read at all may be a report, so that it is never passed over in silence. */
function isUnreadable(problems: readonly Problem[], source: Source): boolean {
  // A document of pictures or objects without a table may be a report, but most are not.
  const isNamed = source.isNamed === true
  const isBroken = problems.some(
    problem => isRefusal(problem) || (isNamed && problem.name === 'left-out-text'),
  )
  return isBroken && (isNamed || isReadable(source.path))
}

/** A file that exists and cannot be opened. */
export function unreadableFile(path: string, reason: string, options: CheckOptions): FileResult {
  return refusedFile(path, { name: 'unreadable-file', location: documentStart, data: { reason } }, options)
}

/** A file larger than is read; `size` in bytes. */
export function tooLargeFile(path: string, size: number, options: CheckOptions): FileResult {
  return refusedFile(path, limitExceeded('fileSize', Math.ceil(size / megabyte), limitsOf(options)), options)
}

/** The bounds that apply. */
export function limitsOf({ limits }: { readonly limits?: Partial<Limits> }): Limits {
  return limits ? { ...defaultLimits, ...limits } : defaultLimits
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
