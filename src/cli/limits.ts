import { defaultLimits, type Limits } from '../core/index.ts'
import { UserError } from '../node/user-error.ts'
import { meant } from './suggestions.ts'
import type { Words } from './words/words.ts'

/**
 * The bounds that the values of `--limit`, KEY=NUMBER, ask for.
 * @throws UserError
 */
export function parseLimits(values: readonly string[], words: Words): Partial<Limits> {
  const keys = Object.keys(defaultLimits)
  const asked = values.map((value): [string, number] => {
    const [, key = '', number = ''] = /^([^=]*)=(\d{1,9})$/.exec(value) ?? []
    if (!keys.includes(key) || Number(number) === 0)
      throw new UserError(
        words.notALimit(value),
        words.oneOf(words.list(keys), meant(key || value, keys, words)),
      )
    return [key, Number(number)]
  })
  return Object.fromEntries(asked)
}
