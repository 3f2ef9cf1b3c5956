import type { FileResult } from '../diagnostics/diagnostic.ts'
import { bodyKey, reportsIn } from '../model/body.ts'
import type { CollectedReport, Family, Member, Roster, YearGroup } from '../model/collection.ts'
import { type Figures, restoredTable } from '../model/figures.ts'
import { withRenditions } from '../model/renditions.ts'
import { type NamedByPath, whoseReport } from './whose-report.ts'

/** The reports of files, told apart by body and year. What is known of neither takes no part. */
export interface Collected {
  /** By key of the body; each list by year, then by path. */
  readonly series: ReadonlyMap<string, readonly ReportFigures[]>
  /** Rising. */
  readonly years: readonly number[]
  /** Those of which at least half of the bodies have a report of the year before, too. */
  readonly continuedYears: ReadonlySet<number>
  /** Files of which no table was read, by key of the body; each list by path. */
  readonly unread: ReadonlyMap<string, readonly UnreadReport[]>
}

/** A report as it was handed on; its tables are made anew by whoever looks at them, and forgotten after. */
export interface ReportFigures {
  readonly file: FileResult
  readonly figures: Figures
  readonly body: string
  readonly year: number
  readonly folder: string
}

export interface UnreadReport {
  readonly path: string
  readonly year: number
}

/** `files` in the order of their paths; `passedOver` are paths of files that were not even tried. */
export function collectReports(
  files: readonly FileResult[],
  passedOver: readonly string[],
  roster: Roster | null,
  namedBy: (path: string) => NamedByPath | null,
): Collected {
  const series = new Map<string, ReportFigures[]>()
  const unread = new Map<string, UnreadReport[]>()
  for (const file of files) {
    const { body, year, folder } = whoseReport(file, roster, namedBy)
    if (body === null || year === null) continue
    const { figures, path } = file
    if (figures) entry(series, bodyKey(body)).push({ file, figures, body, year, folder })
    else entry(unread, bodyKey(body)).push({ path, year })
  }
  for (const path of passedOver) {
    const { body, year } = whoseReport({ path, body: null, year: null, tables: [] }, roster, namedBy)
    if (body !== null && year !== null) entry(unread, bodyKey(body)).push({ path, year })
  }
  for (const own of series.values()) own.sort((a, b) => a.year - b.year)
  const yearsOfBodies = [...series.values()].map(own => new Set(own.map(({ year }) => year)))
  const years = [...new Set(yearsOfBodies.flatMap(own => [...own]))].sort((a, b) => a - b)
  const isContinued = (year: number) => {
    const reported = yearsOfBodies.filter(own => own.has(year))
    return 2 * reported.filter(own => own.has(year - 1)).length >= reported.length
  }
  return { series, years, continuedYears: new Set(years.filter(isContinued)), unread }
}

function entry<Each>(lists: Map<string, Each[]>, key: string): Each[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** All reports of a year, and how the roster orders them. */
export function groupOf(
  year: number,
  { series, unread }: Collected,
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
    .map((body): Member => {
      const key = bodyKey(body.name)
      const own = unread.get(key)?.filter(file => file.year === year) ?? []
      return { body, reports: byBody.get(key) ?? [], unread: own.map(({ path }) => path).sort() }
    })
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

export function restored({ file, figures, body, year, folder }: ReportFigures): CollectedReport {
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
    folder,
    tables: figures.tables.map(restoredTable),
    sections: figures.sections,
    doubted: new Set([...suspects, ...others]),
    errors: errors.length,
    renditions: [],
  }
}
