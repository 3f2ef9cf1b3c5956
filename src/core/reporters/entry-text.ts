import type { Language } from '../diagnostics/diagnostic.ts'
import type { Format } from '../document/format.ts'
import { candidateLines } from './candidates.ts'
import type { Entry } from './entries.ts'
import { prettyWords } from './pretty-words.ts'
import { visible, visiblePosition, visibleRelated } from './visible.ts'

/** What an entry says, on one line. The address comes first, for those who read this see no more of the place than a line. */
export function entryMessage({ location: { address }, message }: Entry): string {
  return visible(address === null ? message : `${address}: ${message}`)
}

/** The message and, a line each, what may be wrong, where it shows, why it matters and what to do. */
export function entryLines(entry: Entry, format: Format | null, language: Language): readonly string[] {
  const words = prettyWords[language]
  const symptoms = entry.symptoms.map(
    ({ location, code, message }) => `${visiblePosition(location, format)}  ${code}  ${message}`,
  )
  const related = entry.related.map(each => `${visibleRelated(each, format)}  ${each.message}`)
  return [
    entryMessage(entry),
    ...[
      ...candidateLines(entry.suspects, words, format),
      ...(symptoms.length > 0 ? [words.symptoms, ...symptoms] : []),
      ...(related.length > 0 ? [words.related, ...related] : []),
      ...entry.notes,
    ].map(line => visible(line).trimEnd()),
  ]
}
