import type { Evaluation, Outcome } from '../constraints/evaluate.ts'
import type { Format } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import type { YearConstraint } from '../editions/index.ts'
import type { Body } from './body.ts'
import type { Fact } from './fact.ts'
import type { Figures } from './figures.ts'
import type { TableFacts } from './report.ts'

/** A report among others: its figures, and whose and of which year it is. */
export interface CollectedReport {
  readonly path: string
  readonly format: Format | null
  /** The roster's name of it, else that of the path, else that of the title. */
  readonly body: string
  readonly year: number
  /** What tells bodies of one name apart; empty where settings say whose report it is. */
  readonly folder: string
  /** In the order of the form. */
  readonly tables: readonly TableFacts[]
  readonly sections: Figures['sections']
  /** Refs of the cells that its own errors are about. */
  readonly doubted: ReadonlySet<string>
  /** How many errors it has by itself. */
  readonly errors: number
  /** Other files that it is published in. */
  readonly renditions: readonly Rendition[]
}

/** Another form of a report, and the numbers in which they differ: of the report, and of that form. */
export interface Rendition {
  readonly report: CollectedReport
  readonly differing: readonly (readonly [Fact, Fact])[]
}

/** A body with the place where the roster lists it. */
export interface RosterBody extends Body {
  readonly location: Location
}

/** The bodies that are to report, as settings list them. */
export interface Roster {
  /** Of the file that lists them, as it is shown. */
  readonly path: string
  readonly bodies: readonly RosterBody[]
}

/** What explains that a report does not follow from that of the year before; somebody answers for it. */
export interface YearEvent {
  readonly body: string
  /** Of the report that does not follow. */
  readonly year: number
  readonly kind: 'reorganisation' | 'correction'
  readonly reason: string
  readonly who: string
}

/** A relation between a report and that of the year before, judged. */
export interface YearRelation {
  readonly constraint: YearConstraint
  readonly evaluation: Evaluation<Fact>
  readonly subject: Fact
  /** Parallel to the constraint's terms. */
  readonly operands: readonly Fact[]
}

/** One report of a body, and that of the year before. */
export interface YearStep {
  readonly current: CollectedReport
  /** Null when there is none, or several that differ. */
  readonly previous: CollectedReport | null
  /** What is missing instead of it; null when nothing is: it is there, or nothing was to be expected. */
  readonly lacking: 'report' | 'single-report' | 'own-folder' | null
  /** The reports of the year before that would be it, were they of one form, or not in other folders. */
  readonly doubtful: readonly CollectedReport[]
  readonly relations: readonly YearRelation[]
}

/** All reports of a year. */
export interface YearGroup {
  readonly year: number
  /** By path. */
  readonly reports: readonly CollectedReport[]
  /** Null where no roster is set. */
  readonly roster: Roster | null
  /** The bodies of the roster that are to report of the year and have others below them, each with these. */
  readonly families: readonly Family[]
  /** Those of the roster that are to report of the year, by its order. */
  readonly members: readonly Member[]
  /** True when the run was given all files that the roster is for, so that what is not there is missing. */
  readonly isWhole: boolean
  /** That of the year before of the same body; null when there is none, or several that differ. */
  previousOf(report: CollectedReport): CollectedReport | null
}

export interface Member {
  readonly body: RosterBody
  /** By path; none where it has not reported. */
  readonly reports: readonly CollectedReport[]
  /** Paths of files that would be its report, had they been read. */
  readonly unread: readonly string[]
}

export interface Family {
  readonly parent: Member
  readonly children: readonly Member[]
}

/** What a rule tells the engine of an identity that it judged itself, to be counted at a report. */
export type Count = (report: CollectedReport, outcome: Outcome) => void

export function collectedTable(report: CollectedReport, id: TableFacts['id']): TableFacts | undefined {
  return report.tables.find(table => table.id === id)
}
