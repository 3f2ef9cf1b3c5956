import { causesAndOthers } from '../diagnostics/causes-and-others.ts'
import type { BodyCause, BodyResult, FileResult, Severity } from '../diagnostics/diagnostic.ts'

/** A body that settings expect reports of. */
export interface ExpectedBody {
  readonly body: string
  /** Years of which none came. */
  readonly missing: readonly number[]
}

/** What is known of bodies besides their files. */
export interface BodyKnowledge {
  /** In the order in which they are listed. */
  readonly expected: readonly ExpectedBody[]
  /** Whose report a file is, as it is called there or elsewhere; null when nothing tells. */
  bodyOf(file: FileResult): string | null
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** How each body stands, the worst first; none where there are fewer than two. */
export function bodiesOf(
  files: readonly FileResult[],
  { expected, bodyOf }: BodyKnowledge,
): readonly BodyResult[] {
  const known = new Map(expected.map(({ body, missing }) => [body, { missing, files: [] as FileResult[] }]))
  const unknown: FileResult[] = []
  for (const file of files.filter(({ role }) => role === 'report')) {
    const body = bodyOf(file)
    if (body === null) unknown.push(file)
    else if (known.has(body)) known.get(body)!.files.push(file)
    else known.set(body, { missing: [], files: [file] })
  }
  const listed = new Set(expected.map(({ body }) => body))
  const places = [...known.keys()].sort((a, b) =>
    listed.has(a) || listed.has(b) ? Number(listed.has(b)) - Number(listed.has(a)) : a < b ? -1 : 1,
  )
  const bodies = [
    ...places.map(body => standingOf(body, known.get(body)!.files, known.get(body)!.missing)),
    ...unknown.map(file => standingOf(null, [file], [])),
  ]
  return bodies.length < 2 ? [] : bodies.sort(worstFirst)
}

function standingOf(
  body: string | null,
  files: readonly FileResult[],
  missing: readonly number[],
): BodyResult {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const causes = new Map<string, BodyCause>()
  for (const file of files)
    for (const entry of causesAndOthers(file)) {
      const { severity } = entry
      const code = 'suspects' in entry ? file.diagnostics[entry.diagnostics[0]!]!.code : entry.code
      const before = causes.get(code)
      counts[severity]++
      causes.set(code, {
        code,
        severity: before && rank(before.severity) < rank(severity) ? before.severity : severity,
        count: (before?.count ?? 0) + 1,
      })
    }
  const years = files.flatMap(({ year }) => year ?? [])
  return {
    body,
    years: [...new Set(years)].sort((a, b) => a - b),
    files: files.map(({ path }) => path),
    missing,
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

/** The order among equals is kept. */
function worstFirst(a: BodyResult, b: BodyResult): number {
  return (
    Number(a.files.length === 0) - Number(b.files.length === 0) ||
    b.errors - a.errors ||
    b.warnings - a.warnings ||
    b.infos - a.infos
  )
}
