import type { Cause, Diagnostic, FileResult } from './diagnostic.ts'

/** Causes, and the diagnostics that have none, in the order of the file's diagnostics. */
export function causesAndOthers({
  diagnostics,
  causes,
}: Pick<FileResult, 'diagnostics' | 'causes'>): readonly (Cause | Diagnostic)[] {
  const settled = new Set(causes.flatMap(cause => cause.diagnostics))
  return diagnostics.flatMap((diagnostic, index) => [
    ...causes.filter(cause => cause.diagnostics[0] === index),
    ...(settled.has(index) ? [] : [diagnostic]),
  ])
}
