import { causesAndOthers } from '../diagnostics/causes-and-others.ts'
import type { BodyCause, BodyResult, FileResult, ListedBody, Severity } from '../diagnostics/diagnostic.ts'

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** How each body stands; none where there are fewer than two. */
export function countBodies(
  bodies: readonly ListedBody[],
  files: readonly FileResult[],
): readonly BodyResult[] {
  if (bodies.length < 2) return []
  const byPath = new Map(files.map(file => [file.path, file]))
  return bodies.map(body => ({ ...body, ...countsOf(body.files.flatMap(path => byPath.get(path) ?? [])) }))
}

function countsOf(files: readonly FileResult[]): Omit<BodyResult, keyof ListedBody> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const causes = new Map<string, BodyCause>()
  for (const file of files)
    for (const entry of causesAndOthers(file)) {
      const { severity } = entry
      const code = 'suspects' in entry ? file.diagnostics[entry.diagnostics[0]!]!.code : entry.code
      const before = causes.get(code) ?? { severity, count: 0 }
      const isWorse = rank(severity) < rank(before.severity)
      counts[severity]++
      causes.set(code, { code, severity: isWorse ? severity : before.severity, count: before.count + 1 })
    }
  return {
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    waived: files.reduce((sum, { waived }) => sum + waived.length, 0),
    causes: [...causes.values()].sort(
      (a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count || (a.code < b.code ? -1 : 1),
    ),
    off: [...new Set(files.flatMap(({ off }) => off))].sort(),
  }
}

function rank(severity: Severity): number {
  return severities.indexOf(severity)
}
