import type { FileResult, Result, Severity } from '../diagnostics/diagnostic.ts'
import type { Entry } from './entries.ts'

/** What a file comes to: the worst that is said of it. */
export type Standing = Severity | 'clean'

/** Worst first. */
export const standings = ['error', 'warning', 'info', 'clean'] as const satisfies readonly Standing[]

export function standingOf({ diagnostics }: FileResult): Standing {
  return standings.find(each => diagnostics.some(({ severity }) => severity === each)) ?? 'clean'
}

export function countEntries(entries: readonly Entry[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of entries) counts[severity]++
  return counts
}

/** True when findings were counted and are not in the result; a file without any is not clean then. */
export function isPartial({ files, summary }: Result): boolean {
  const shown = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0)
  return summary.errors + summary.warnings + summary.infos > shown
}
