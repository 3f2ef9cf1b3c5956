import type { Diagnostic, FileResult, Severity } from '../diagnostics/diagnostic.ts'
import { keepDiagnostics } from '../diagnostics/keep.ts'

export type Level = Severity | 'off'

/** By code; plain data, for options are handed to threads and compared. */
export type Levels = Readonly<Record<string, Level>>

/**
 * The file with what rules find at other levels, by code. What is off goes and is noted; a cause is as bad as the worst
 * that is left of it. Nothing changes in a file of which no table was read: whatever says so stays.
 */
export function withSeverities(file: FileResult, levels: Levels): FileResult {
  const isUnread = file.role === 'report' && file.tables.length === 0
  if (isUnread || !file.diagnostics.some(({ code }) => Object.hasOwn(levels, code))) return file
  const isOff = ({ code }: Diagnostic) => levels[code] === 'off'
  const off = [...new Set(file.diagnostics.filter(isOff).map(({ code }) => code))].sort()
  const kept = keepDiagnostics(file, diagnostic => !isOff(diagnostic))
  const diagnostics = kept.diagnostics.map(diagnostic => {
    const level = levels[diagnostic.code]
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
