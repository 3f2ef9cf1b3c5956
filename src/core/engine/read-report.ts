import type { Skipped } from '../diagnostics/diagnostic.ts'
import { isUnread } from '../document/problem.ts'
import { tableIds } from '../editions/index.ts'
import type { Host } from '../host.ts'
import type { Report } from '../model/report.ts'
import type { Source } from '../readers/index.ts'
import { describeProblem, type Wording } from './describe.ts'
import { type OpenOptions, openReport } from './open-report.ts'

/** A report for its figures alone; what is left out of it is said. */
export type ReportRead =
  | { readonly kind: 'skipped'; readonly reason: Skipped['reason'] }
  | {
      readonly kind: 'read'
      /** Null when the file could not be read. */
      readonly report: Report | null
      /** Why not all of it could be read, a sentence; null when all three tables were. */
      readonly lacking: string | null
    }

export async function readReport(
  source: Source,
  options: OpenOptions & Wording,
  host: Host,
): Promise<ReportRead> {
  const opened = await openReport(source, options, host)
  if (opened.kind === 'skipped') return opened
  if (opened.kind === 'refused')
    return { kind: 'read', report: null, lacking: describeProblem(opened.problem, options).message }
  const { report, problems } = opened
  const reason = problems.find(({ name }) => isUnread(name))
  if (reason) return { kind: 'read', report, lacking: describeProblem(reason, options).message }
  const isWhole = tableIds.every(id => report.tables.some(table => table.id === id))
  return { kind: 'read', report, lacking: isWhole ? null : lackingTables(report, options) }
}

function lackingTables({ tables }: Report, { language }: Wording): string {
  const names = tables.map(({ form }) => form.name)
  if (language === 'en')
    return names.length === 0 ? 'No table was read.' : `Only ${names.join(', ')} was read.`
  return names.length === 0 ? '没有读出表格。' : `只读出${names.join('、')}。`
}
