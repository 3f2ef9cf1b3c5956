import type { Skipped } from '../diagnostics/diagnostic.ts'
import type { Document } from '../document/document.ts'
import { isRefusal, type Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'
import type { Expected, Report } from '../model/report.ts'
import { collectedSheet, resultSheets } from '../name.ts'
import { defaultLimits, isReadable, type Limits, readSource, type Source } from '../readers/index.ts'
import { namesReport } from '../recognize/identify.ts'
import { recognize } from '../recognize/index.ts'
import { isOwnOutput } from './own-output.ts'

export interface OpenOptions {
  /** Those that differ from the usual ones. */
  readonly limits?: Partial<Limits>
  readonly expected?: Expected
}

export type OpenedReport =
  /** Nothing in the file looks like a report. */
  | { readonly kind: 'skipped'; readonly reason: Skipped['reason'] }
  /** The content could not be read. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'opened'
      readonly document: Document
      /** Without tables where none was found. */
      readonly report: Report
      /** Of reading and recognising, those that concern the report. */
      readonly problems: readonly Problem[]
    }

/** Reads a file as far as its figures: which files are taken for reports is decided here and nowhere else. */
export async function openReport(source: Source, options: OpenOptions, host: Host): Promise<OpenedReport> {
  const isNamedReport = namesReport(source.path.slice(source.path.lastIndexOf('/') + 1))
  if (source.bytes.length === 0 && !isNamedReport) return { kind: 'skipped', reason: 'empty' }
  if (isOwnOutput(source.bytes)) return { kind: 'skipped', reason: 'own-output' }
  const read = await readSource(source, host, limitsOf(options))
  if (read.kind === 'unread') {
    if (!isNamedReport && !source.isNamed) return { kind: 'skipped', reason: 'other-format' }
    return { kind: 'refused', problem: read.problem }
  }
  const { document } = read
  if (!source.isNamed && isAnnotatedCopy(document)) return { kind: 'skipped', reason: 'annotated-copy' }
  if (isCollected(document)) return { kind: 'skipped', reason: 'own-output' }
  const { report, problems, isReport } = recognize(document, options.expected)
  const all = [...document.problems.filter(problem => concerns(problem, report)), ...problems]
  if (!isReport && !isUnreadable(document.problems, source)) return { kind: 'skipped', reason: 'no-sign' }
  return { kind: 'opened', document, report, problems: all }
}

/** The bounds that apply. */
export function limitsOf({ limits }: { readonly limits?: Partial<Limits> }): Limits {
  return limits ? { ...defaultLimits, ...limits } : defaultLimits
}

/** A copy beside its original would say everything twice; it is checked only when it is named. */
function isAnnotatedCopy({ grids: [first] }: Document): boolean {
  const title = first?.sheet ? first.rows[0]?.[0] : undefined
  return Object.values(resultSheets).some(
    name => title === name && first!.sheet!.replace(/\d+$/, '') === name,
  )
}

/** A workbook that `gouji collect` wrote: it repeats the labels of reports and is none. */
function isCollected({ grids: [first] }: Document): boolean {
  return first?.sheet === collectedSheet.name && first.rows[0]?.[0] === collectedSheet.firstCell
}

/** False for a date or a formula beside the tables: what it says is no figure of the report. */
function concerns(problem: Problem, report: Report): boolean {
  return !isOfCell(problem) || report.tables.length === 0 || refAt(problem, report) !== ''
}

function isOfCell({ name }: Problem): boolean {
  return name === 'date-cell' || name === 'formula-without-value'
}

/** The ref of the figure that a problem is about; empty when there is none. */
export function refAt(problem: Problem, { tables }: Report): string {
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
