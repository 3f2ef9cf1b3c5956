import type { Result, Severity } from '../diagnostics/diagnostic.ts'

/** A run's result as text: a pure function, so that any two runs of the same result print the same. */
export type Reporter = (result: Result, options: ReporterOptions) => string

export interface ReporterOptions {
  readonly style: Style
  /** Columns that a line may take. */
  readonly width: number
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
