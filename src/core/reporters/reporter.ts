import type { Result, Severity } from '../diagnostics/diagnostic.ts'
import type { Part } from '../diagnostics/part.ts'

/** A run's result as text: a pure function, so that any two runs of the same result print the same. */
export type Reporter = (result: Result, options: ReporterOptions) => string

export interface ReporterOptions {
  readonly style: Style
  /** Columns that a line may take. */
  readonly width: number
  /** When the check was made, as a report says it; null to leave it out. */
  readonly time: string | null
  /** What parts are joined by; null when nothing is to be joined. */
  readonly part: Part | null
}

export type Paint = (text: string) => string

/** Paints text by what it is; only the command line knows colours. */
export type Style = Readonly<Record<Severity | 'success' | 'path' | 'bold' | 'dim', Paint>>

const same: Paint = text => text

export const plainStyle: Style = {
  error: same,
  warning: same,
  info: same,
  success: same,
  path: same,
  bold: same,
  dim: same,
}

/** For a file, or a program: no colours, lines of a width that mails keep, no time. */
export const plainOptions: ReporterOptions = { style: plainStyle, width: 100, time: null, part: null }
