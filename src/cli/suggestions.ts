import { UserError } from '../node/user-error.ts'
import { nearest } from './nearest.ts'
import type { Words } from './words.ts'

/** The hint that names what was probably meant; undefined when nothing is near. */
export function meant(typed: string, candidates: readonly string[], words: Words): string | undefined {
  const similar = nearest(typed, candidates)
  return similar.length > 0 ? words.didYouMean(words.list(similar)) : undefined
}

/** The complaint about a value that is none of a few: what was probably meant, and all of them. */
export function notOneOf(option: string, typed: string, allowed: readonly string[], words: Words): UserError {
  const hint = words.oneOf(words.list(allowed), meant(typed, allowed, words))
  return new UserError(words.notOneOf(option, typed), hint)
}
