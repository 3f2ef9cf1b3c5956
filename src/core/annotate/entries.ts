import type { Cause, Diagnostic, FileResult, Severity } from '../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../diagnostics/explanations.ts'
import type { Location } from '../document/location.ts'
import type { Words } from './words.ts'

/** A line of the sheet of results. */
export interface Entry {
  /** `3`, or `3.1` for what a cause explains; for what is waived the word. */
  readonly number: string
  readonly severity: Severity
  /** One code, or those of all that a cause explains. */
  readonly rules: string
  readonly location: Location
  /** True for what is about a cell, even if that cell is blank and at the start of the file. */
  readonly isCell: boolean
  readonly message: string
  readonly advice: string
}

/** A place to be coloured, with what its note says. */
export interface Mark {
  readonly location: Location
  readonly isCell: boolean
  readonly severity: Severity
  readonly text: string
}

export interface Entries {
  readonly entries: readonly Entry[]
  readonly marks: readonly Mark[]
  /** How many causes and single diagnostics there are. */
  readonly amount: number
}

/** Causes and single diagnostics that are listed; more than this no person reads, and workbooks bound their links. */
const most = 10_000
/** Candidates of one cause that fit a row of a sheet. */
const mostCandidates = 8

/**
 * One entry for each cause, at the suspect when there is one, and what it explains beneath it; any other diagnostic is
 * an entry of its own, and so is what is waived, at the end and without a mark. Where a cause names its cell, that cell is marked; else those of all that it explains.
 */
export function listEntries({ diagnostics, causes, waived }: FileResult, words: Words): Entries {
  const explained = new Set(causes.flatMap(cause => cause.diagnostics))
  const heads = [
    ...causes.map(cause => ({ at: cause.diagnostics[0] ?? 0, cause })),
    ...diagnostics.flatMap((_, at) => (explained.has(at) ? [] : [{ at, cause: null }])),
  ].sort((a, b) => a.at - b.at)
  const entries: Entry[] = []
  const marks: Mark[] = []
  for (const [index, { at, cause }] of heads.slice(0, most).entries()) {
    const number = String(index + 1)
    if (cause) addCause(cause, diagnostics, number, words, entries, marks)
    else {
      const diagnostic = diagnostics[at]!
      entries.push(entryOf(diagnostic, number))
      marks.push(...marksOf(diagnostic, words))
    }
  }
  entries.push(
    ...waived.map(({ diagnostic, reasons }) => {
      const advice = reasons.map(words.reason).join('\n') || words.inBaseline
      return { ...entryOf(diagnostic, words.waived), advice }
    }),
  )
  return { entries, marks, amount: heads.length + waived.length }
}

function addCause(
  cause: Cause,
  diagnostics: readonly Diagnostic[],
  number: string,
  words: Words,
  entries: Entry[],
  marks: Mark[],
): void {
  const { severity, message, notes, location, ref } = cause
  const own = cause.diagnostics.map(at => diagnostics[at]!)
  const suggestion = suggestionOf(cause, words)
  const rules = [...new Set(own.map(({ code }) => code))].join(words.and)
  const advice = [suggestion, ...notes.map(withoutTitle)].filter(Boolean).join('\n')
  const isCell = ref !== null
  entries.push({ number, severity, rules, location, isCell, message, advice })
  entries.push(...own.map((diagnostic, at) => entryOf(diagnostic, `${number}.${at + 1}`)))
  if (!isCell) {
    marks.push(...own.flatMap(diagnostic => marksOf(diagnostic, words, suggestion)))
    return
  }
  const facts = own.map(diagnostic => `${diagnostic.code} ${diagnostic.message}`)
  const text = [`${words.severity[severity]} ${message}`, suggestion, ...facts].filter(Boolean).join('\n')
  marks.push({ location, isCell, severity, text })
}

function entryOf({ severity, code, location, ref, message, notes }: Diagnostic, number: string): Entry {
  const advice = notes.slice(1).map(withoutTitle).join('\n')
  return { number, severity, rules: code, location, isCell: ref !== null, message, advice }
}

/** The column says that it is what to do. */
function withoutTitle(note: string): string {
  return note.replace(/^(?:怎么办：|What to do: )/, '')
}

/** The diagnostic's own cell, and those others that share its defect; cells that only stand in its relation are not marked. */
function marksOf(diagnostic: Diagnostic, words: Words, more = ''): Mark[] {
  const { severity, code, message, location, ref, related, data } = diagnostic
  const text = [`${words.severity[severity]} ${code} ${message}`, more].filter(Boolean).join('\n')
  const isShared = typeof data.count === 'number' && data.count === related.length + 1
  const places = [{ location, isCell: ref !== null }]
  if (isShared)
    places.push(...related.map(other => ({ location: other.location, isCell: other.ref !== null })))
  return places.map(place => ({ ...place, severity, text }))
}

/** The candidates that the sentence of the cause does not name. */
function suggestionOf({ suspects, complete }: Cause, words: Words): string {
  const shown = areSaidInFull(suspects) ? [] : suspects.slice(0, mostCandidates)
  const lines = shown.map((explanation, at) => `${words.possibility(at + 1)}${words.suggestion(explanation)}`)
  const rest = suspects.length - shown.length
  if (shown.length > 0 && rest > 0) lines.push(words.otherSuggestions(rest))
  if (suspects.length > 0 && !complete) lines.push(words.moreSuggestions)
  return lines.join('\n')
}
