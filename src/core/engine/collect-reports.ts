import { evaluate } from '../constraints/evaluate.ts'
import type { FileResult } from '../diagnostics/diagnostic.ts'
import { yearConstraints } from '../editions/index.ts'
import { bodyKey, bodyNamed, reportsIn } from '../model/body.ts'
import {
  type CollectedReport,
  collectedTable,
  type Family,
  type Member,
  type Roster,
  type YearGroup,
  type YearRelation,
  type YearStep,
} from '../model/collection.ts'
import type { Fact } from '../model/fact.ts'
import { type Figures, restoredTable } from '../model/figures.ts'
import { withRenditions } from '../model/renditions.ts'

/** Whose report a path says it is, and of which year. */
export interface NamedByPath {
  readonly body: string | null
  readonly year: number | null
}

/** The reports of files, told apart by body and year. What is known of neither takes no part. */
export interface Collected {
  /** By key of the body; each list by year, then by path. */
  readonly series: ReadonlyMap<string, readonly ReportFigures[]>
  /** Rising. */
  readonly years: readonly number[]
}

/** A report as it was handed on; its tables are made anew by whoever looks at them, and forgotten after. */
export interface ReportFigures {
  readonly file: FileResult
  readonly figures: Figures
  readonly body: string
  readonly year: number
}

/** Whose report a file is, by the name that the roster gives the body, and of which year; null where nothing tells. */
export interface Whose {
  readonly body: string | null
  readonly year: number | null
}

export function whoseIs(
  { path, body, year }: Pick<FileResult, 'path' | 'body' | 'year'>,
  roster: Roster | null,
  namedBy: (path: string) => NamedByPath | null,
): Whose {
  const named = namedBy(path)
  const names = [named?.body, body].flatMap(name => name ?? [])
  const listed = names.flatMap(name => (roster && bodyNamed(roster.bodies, name)) ?? [])[0]
  return { body: listed?.name ?? names[0] ?? null, year: named?.year ?? year }
}

/** `files` in the order of their paths. */
export function collectReports(
  files: readonly FileResult[],
  roster: Roster | null,
  namedBy: (path: string) => NamedByPath | null,
): Collected {
  const series = new Map<string, ReportFigures[]>()
  const years = new Set<number>()
  for (const file of files) {
    const { body, year } = whoseIs(file, roster, namedBy)
    if (body === null || year === null || !file.figures) continue
    const key = bodyKey(body)
    const own = series.get(key) ?? []
    own.push({ file, figures: file.figures, body, year })
    series.set(key, own)
    years.add(year)
  }
  for (const own of series.values()) own.sort((a, b) => a.year - b.year)
  return { series, years: [...years].sort((a, b) => a - b) }
}

/** The reports of one body, each with that of the year before. */
export function* stepsOf(own: readonly ReportFigures[], { years }: Collected, roster: Roster | null) {
  const first = own[0]!.year
  const listed = roster ? bodyNamed(roster.bodies, own[0]!.body) : undefined
  let last: { readonly year: number; readonly reports: readonly CollectedReport[] } | null = null
  let at = 0
  while (at < own.length) {
    const { year } = own[at]!
    const end = own.findIndex((report, index) => index > at && report.year > year)
    const files = own.slice(at, end < 0 ? own.length : end)
    const reports = withRenditions(files.map(restored))
    at += files.length
    const before: readonly CollectedReport[] = last?.year === year - 1 ? last.reports : []
    const isExpected = years.includes(year - 1) || first < year
    const isMember = !listed || reportsIn(listed, year - 1)
    for (const current of reports) {
      const previous = before.length === 1 ? before[0]! : null
      const lacking =
        before.length > 1
          ? ('single-report' as const)
          : before.length === 0 && isExpected && isMember
            ? ('report' as const)
            : null
      const step: YearStep = {
        current,
        previous,
        lacking,
        relations: previous ? relationsBetween(current, previous) : [],
      }
      yield step
    }
    last = { year, reports }
  }
}

/** All reports of a year, and how the roster orders them. */
export function groupOf(
  year: number,
  { series }: Collected,
  roster: Roster | null,
  isWhole: boolean,
): YearGroup {
  const byBody = new Map(
    [...series].flatMap(([key, own]) => {
      const reports = withRenditions(own.filter(report => report.year === year).map(restored))
      return reports.length > 0 ? [[key, reports] as const] : []
    }),
  )
  const members = (roster?.bodies ?? [])
    .filter(body => reportsIn(body, year))
    .map((body): Member => ({ body, reports: byBody.get(bodyKey(body.name)) ?? [] }))
  const families = members.flatMap((parent): Family[] => {
    const children = members.filter(({ body }) => isChild(body.parent, parent.body.name))
    return children.length > 0 ? [{ parent, children }] : []
  })
  const reports = [...byBody.values()].flat().sort((a, b) => (a.path < b.path ? -1 : 1))
  const previousOf = ({ body }: CollectedReport) => {
    const own = (series.get(bodyKey(body)) ?? []).filter(report => report.year === year - 1)
    const [last, ...others] = withRenditions(own.map(restored))
    return last && others.length === 0 ? last : null
  }
  return { year, reports, roster, families, members, isWhole, previousOf }
}

function isChild(parent: string | null, name: string): boolean {
  return parent !== null && bodyKey(parent) === bodyKey(name)
}

function restored({ file, figures, body, year }: ReportFigures): CollectedReport {
  const errors = file.diagnostics.filter(({ severity }) => severity === 'error')
  const causes = file.causes.filter(({ severity }) => severity === 'error')
  const explained = new Set(
    causes.flatMap(({ diagnostics }) => diagnostics).map(index => file.diagnostics[index]),
  )
  const suspects = causes.flatMap(({ suspects }) => suspects.flat(1).map(({ ref }) => ref))
  const others = errors.filter(each => !explained.has(each)).flatMap(({ ref }) => ref ?? [])
  return {
    path: file.path,
    format: file.format,
    body,
    year,
    tables: figures.tables.map(restoredTable),
    sections: figures.sections,
    doubted: new Set([...suspects, ...others]),
    errors: errors.length,
    renditions: [],
  }
}

function relationsBetween(current: CollectedReport, previous: CollectedReport): YearRelation[] {
  return current.tables.flatMap(table => {
    const last = collectedTable(previous, table.id)
    if (!last) return []
    const facts = [...table.facts, ...last.facts] as readonly Fact[]
    return yearConstraints(table.form, last.form).map((constraint): YearRelation => {
      const operands = constraint.operands.map(({ index }) => facts[index]!)
      const subject = operands[constraint.terms.findIndex(({ ref }) => ref === constraint.subject)]!
      return { constraint, evaluation: evaluate(constraint, facts), subject, operands }
    })
  })
}
