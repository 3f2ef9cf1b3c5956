import type { Cause, Explanation, FileResult } from '../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../diagnostics/explanations.ts'
import type { PrettyWords } from './pretty-words.ts'
import { visiblePosition } from './visible.ts'

const most = 12

/** A head and the explanations of a cause, a line each; none where the cause's own sentence names them all. */
export function candidateLines(
  suspects: Cause['suspects'],
  words: PrettyWords,
  format: FileResult['format'],
): readonly string[] {
  if (areSaidInFull(suspects)) return []
  const placeOf = ({ location }: Explanation[number]) =>
    location ? `${visiblePosition(location, format)} ` : ''
  const shown = suspects
    .slice(0, most)
    .map(explanation => explanation.map(change => `${placeOf(change)}${words.change(change)}`).join(' + '))
  const rest = suspects.length - shown.length
  return [words.candidates, ...shown, ...(rest > 0 ? [words.moreCandidates(rest)] : [])]
}
