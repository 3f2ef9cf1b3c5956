import { evaluate } from '../constraints/evaluate.ts'
import { yearConstraints } from '../editions/index.ts'
import { bodyNamed, reportsIn } from '../model/body.ts'
import {
  type CollectedReport,
  collectedTable,
  type Roster,
  type YearRelation,
  type YearStep,
} from '../model/collection.ts'
import type { Fact } from '../model/fact.ts'
import { withRenditions } from '../model/renditions.ts'
import { type Collected, type ReportFigures, restored } from './collect-reports.ts'

/**
 * The reports of one name, each with that of the year before. Where nothing but the name tells whose they are, bodies in
 * different folders may be namesakes, unless the run has no other name.
 */
export function* stepsOf(
  own: readonly ReportFigures[],
  { series, years, continuedYears }: Collected,
  roster: Roster | null,
): Iterable<YearStep> {
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
    const isUsual = listed
      ? years.includes(year - 1) && reportsIn(listed, year - 1)
      : continuedYears.has(year)
    const isExpected = first < year ? !listed || reportsIn(listed, year - 1) : isUsual
    for (const current of reports) {
      const mates = series.size === 1 ? before : before.filter(({ folder }) => folder === current.folder)
      const previous = mates.length === 1 ? mates[0]! : null
      const lacking =
        mates.length > 1
          ? ('single-report' as const)
          : before.length > mates.length
            ? ('own-folder' as const)
            : isExpected
              ? ('report' as const)
              : null
      yield {
        current,
        previous,
        lacking: previous ? null : lacking,
        doubtful: previous ? [] : before,
        relations: previous ? relationsBetween(current, previous) : [],
      }
    }
    last = { year, reports }
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
