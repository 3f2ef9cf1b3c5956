import type { ReportWriter } from '../../src/testing/report-writers.ts'
import type { Said } from './said-of.ts'

/** In what a way of writing must differ, and why. */
export interface Difference {
  readonly why: string
  readonly of: (writer: ReportWriter) => boolean
  /** Diagnostics that the way of writing brings or takes away. */
  readonly codes?: readonly string[]
  /** True when blanks that are quoted differ. */
  readonly blanks?: boolean
}

/** Leaves out of what is said that in which a writer must differ. */
export function differencesOf(writer: ReportWriter, list: readonly Difference[]): (said: Said) => Said {
  const own = list.filter(({ of }) => of(writer))
  const codes = [...writer.says, ...own.flatMap(({ codes = [] }) => codes)]
  const hasBlanks = own.some(({ blanks }) => blanks)
  return said => {
    const diagnostics = said.diagnostics.filter(({ code }) => !codes.includes(code))
    return { ...said, diagnostics: hasBlanks ? withoutBlanks(diagnostics) : diagnostics }
  }
}

function withoutBlanks(diagnostics: Said['diagnostics']): Said['diagnostics'] {
  const text = JSON.stringify(diagnostics, (_, value) =>
    typeof value === 'string' ? value.replace(/\s/g, '') : value,
  )
  return JSON.parse(text) as Said['diagnostics']
}
