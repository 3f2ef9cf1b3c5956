import type { FileResult, Severity, Skipped, Summary } from '../diagnostics/diagnostic.ts'

export function summarize(files: readonly FileResult[], skipped: readonly Skipped[]): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const relations = { held: 0, failed: 0, unknown: 0 }
  for (const file of files) {
    for (const { severity } of file.diagnostics) counts[severity]++
    relations.held += file.relations.held
    relations.failed += file.relations.failed
    relations.unknown += file.relations.unknown
  }
  const { error, warning, info } = counts
  return {
    files: files.length,
    skipped: skipped.length,
    errors: error,
    warnings: warning,
    infos: info,
    relations,
  }
}
