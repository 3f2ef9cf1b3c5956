import type { Profile } from '../core/index.ts'
import { UserError } from '../node/user-error.ts'
import type { Context } from './io.ts'

const profiles: readonly Profile[] = ['standard', 'strict']

/** @throws UserError when there is no such profile. */
export function parseProfile(value: string, { words }: Context): Profile {
  const profile = profiles.find(each => each === value)
  if (profile) return profile
  throw new UserError(words.notOneOf('--profile', value), words.oneOf(words.list(profiles)))
}
