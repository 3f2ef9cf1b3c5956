import { readdirSync } from 'node:fs'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { nearest } from '../core/index.ts'
import { isLockFile } from '../node/find-files.ts'
import { UserError } from '../node/user-error.ts'
import type { Context } from './io.ts'
import type { Words } from './words/words.ts'

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

/** The hint at a path that is not there: what has a similar name in the same folder. */
export function missingPathHint(path: string, { io, words }: Pick<Context, 'io' | 'words'>): string {
  const folder = dirname(path)
  // A link that leads nowhere is there by its name.
  const names = namesIn(resolve(io.cwd, folder)).filter(name => name !== basename(path))
  // The same letters can be stored in two ways.
  const same = names.filter(name => name.normalize() === basename(path).normalize())
  const stemOf = (name: string) => parse(name).name
  const near = nearest(stemOf(path), [...new Set(names.map(stemOf))])
  const similar = near.flatMap(stem => names.filter(name => stemOf(name) === stem))
  const paths = (same.length > 0 ? same : similar.slice(0, 3)).map(name =>
    path === basename(path) ? name : join(folder, name).replaceAll('\\', '/'),
  )
  return paths.length > 0 ? words.didYouMean(words.list(paths)) : words.missingPathHint
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => !isLockFile(name))
      .sort()
  } catch {
    return []
  }
}
