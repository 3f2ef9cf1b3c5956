import { type Profile, type Result, resultOf } from '../core/index.ts'
import { UserError } from '../node/user-error.ts'
import { applyWaivers, keptWaivers, nameIn } from '../node/waivers.ts'
import { dayInBeijing } from './clock.ts'
import type { Context } from './io.ts'

export interface WaiversFlags {
  /** False: nothing is waived. */
  readonly waivers: boolean
}

/**
 * What waivers and baselines make of what is found in files.
 * @throws UserError when one of them cannot be used.
 */
export async function waiversFor(
  inputs: readonly { readonly path: string }[],
  { waivers, profile = 'standard' }: WaiversFlags & { readonly profile?: Profile | undefined },
  { io, language }: Context,
): Promise<(result: Result) => Result> {
  if (!waivers) return result => result
  const options = { cwd: io.cwd, language }
  const keptOf = await keptWaivers(
    inputs.map(({ path }) => path),
    options,
  )
  const settling = { ...options, profile, today: dayInBeijing(io) }
  return ({ files, skipped }) => resultOf(applyWaivers(files, keptOf, settling), skipped, settling)
}

/**
 * The name that a file has in waivers and baselines of a folder.
 * @throws UserError when it is not in the folder.
 */
export function nameInside(root: string, path: string, { io, words }: Context): string {
  const name = nameIn(root, path, io.cwd)
  if (/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(name))
    throw new UserError(words.outside(path, root), words.outsideHint)
  return name
}
