import type { Relations } from '../diagnostics/diagnostic.ts'

/** True when there was anything to judge. */
export function isJudged({ held, failed, unknown }: Relations): boolean {
  return held + failed + unknown > 0
}
