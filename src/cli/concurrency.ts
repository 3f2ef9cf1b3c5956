import { type Concurrency, mostThreads } from '../node/concurrency.ts'
import { UserError } from '../node/user-error.ts'
import type { Words } from './words/words.ts'

/**
 * The value of `--concurrency`.
 * @throws UserError
 */
export function parseConcurrency(text: string, words: Words): Concurrency {
  if (text === 'auto' || text === 'off') return text
  const threads = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (threads < 1 || threads > mostThreads) throw new UserError(words.notAConcurrency(text, mostThreads))
  return threads
}
