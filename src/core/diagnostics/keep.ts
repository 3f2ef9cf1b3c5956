import type { Diagnostic, FileResult } from './diagnostic.ts'

/** The file with some of its diagnostics, and the causes that have any of them left. */
export function keepDiagnostics(file: FileResult, isKept: (diagnostic: Diagnostic) => boolean): FileResult {
  const places = new Map<number, number>()
  for (const [index, diagnostic] of file.diagnostics.entries())
    if (isKept(diagnostic)) places.set(index, places.size)
  const causes = file.causes.flatMap(cause => {
    const diagnostics = cause.diagnostics.flatMap(index => places.get(index) ?? [])
    return diagnostics.length > 0 ? [{ ...cause, diagnostics }] : []
  })
  return { ...file, diagnostics: file.diagnostics.filter(isKept), causes }
}
