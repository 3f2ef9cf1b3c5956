import type { Result } from '../core/index.ts'

/** What a run tells the shell. */
export const exitCode = {
  /** Nothing wrong. */
  ok: 0,
  /** At least one error, or more warnings than are allowed. */
  findings: 1,
  /** Wrong use, nothing to check, or a bug of ours. */
  failure: 2,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Of a run that could check what it was asked to, apart from bounds on warnings. */
export function exitCodeOf({ summary }: Result): ExitCode {
  return summary.errors > 0 ? exitCode.findings : exitCode.ok
}
