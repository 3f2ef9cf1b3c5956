import type { Diagnostic, FileResult, Severity } from '../diagnostics/diagnostic.ts'
import { keepDiagnostics } from '../diagnostics/keep.ts'

export type Level = Severity | 'off'

/**
 * The file with what rules find at other levels, by code. What is off goes and is noted; a cause is as bad as the worst
 * that is left of it. Nothing changes in a file of which no table was read: whatever says so stays.
 */
export function withSeverities(file: FileResult, levels: ReadonlyMap<string, Level>): FileResult {
  if (levels.size === 0 || file.tables.length === 0) return file
  if (!file.diagnostics.some(({ code }) => levels.has(code))) return file
  const isOff = ({ code }: Diagnostic) => levels.get(code) === 'off'
  const off = [...new Set(file.diagnostics.filter(isOff).map(({ code }) => code))].sort()
  const kept = keepDiagnostics(file, diagnostic => !isOff(diagnostic))
  const diagnostics = kept.diagnostics.map(diagnostic => {
    const level = levels.get(diagnostic.code)
    return level === undefined || level === 'off' ? diagnostic : { ...diagnostic, severity: level }
  })
  const causes = kept.causes.map(cause => ({
    ...cause,
    severity: worst(cause.diagnostics.map(index => diagnostics[index]!.severity)),
  }))
  return { ...kept, diagnostics, causes, off }
}

function worst(severities: readonly Severity[]): Severity {
  return (['error', 'warning', 'info'] as const).find(severity => severities.includes(severity))!
}
