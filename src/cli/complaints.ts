import type { Result } from '../core/index.ts'
import { skipReasons, visible } from '../core/reporters/index.ts'
import type { FoundFiles } from '../node/find-files.ts'
import type { ConcludeOptions } from './concluding.ts'
import type { Context } from './io.ts'
import { missingPathHint } from './suggestions.ts'
import type { Words } from './words/words.ts'

/** True when a path was not there. */
export function complainOfPaths(
  { missing, ...found }: Omit<FoundFiles, 'files'>,
  { errorOnUnmatched }: Pick<ConcludeOptions, 'errorOnUnmatched'>,
  context: Context,
): boolean {
  const { io, words } = context
  const unmatched = errorOnUnmatched ? found.unmatched : []
  for (const [index, path] of missing.entries())
    complain(
      words.missingPath(path),
      index === missing.length - 1 ? missingPathHint(path, { io, words }) : undefined,
      context,
    )
  for (const pattern of unmatched) complain(words.unmatched(pattern), undefined, context)
  return missing.length + unmatched.length > 0
}

/** True when nothing was checked and that is an error. `leftOut`: files of folders that settings leave out. */
export function complainOfNothing(
  result: Result,
  leftOut: number,
  { errorOnUnmatched }: ConcludeOptions,
  context: Context,
): boolean {
  const { io, words } = context
  if (result.summary.files > 0) return false
  const excluded = result.skipped.filter(({ reason }) => reason === 'excluded').length + leftOut
  const hint = excluded > 0 ? words.allExcluded(excluded) : words.nothingToCheckHint
  if (errorOnUnmatched) complain(words.nothingToCheck, hint, context)
  else io.stderr.write(`${words.note}${noneChecked(result, leftOut, words)}\n`)
  return errorOnUnmatched
}

function complain(sentence: string, hint: string | undefined, { io, words }: Context): void {
  io.stderr.write(`${words.error}${visible(sentence)}\n${hint ? `${words.hint}${visible(hint)}\n` : ''}`)
}

/** So that a hook that had nothing to check is not taken for one that found nothing. */
function noneChecked({ skipped, language }: Result, leftOut: number, words: Words): string {
  const inWords = skipReasons(language)
  const found = [...skipped.map(({ reason }) => reason), ...Array<'excluded'>(leftOut).fill('excluded')]
  const reasons = [...new Set(found)].sort()
  if (reasons.length === 0) return words.nothingFound
  const counts = reasons.map(each => [inWords[each], found.filter(reason => reason === each).length] as const)
  return words.noneChecked(found.length, counts)
}
