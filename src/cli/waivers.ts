import { type Profile, type Result, resultOf, withSeverities } from '../core/index.ts'
import { UserError } from '../node/user-error.ts'
import { applyWaivers, keptWaivers, nameIn } from '../node/waivers.ts'
import { dayInBeijing } from './clock.ts'
import type { Context } from './io.ts'
import type { Settings } from './settings/settings.ts'

const nothing = new Uint8Array()

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
  { optionsFor }: Settings,
  { io, language }: Context,
): Promise<(result: Result) => Result> {
  if (!waivers) return result => result
  const options = { cwd: io.cwd, language }
  const keptOf = await keptWaivers(
    inputs.map(({ path }) => path),
    options,
  )
  const settling = { ...options, profile, today: dayInBeijing(io) }
  return ({ files, bodies, skipped }) => {
    // The levels of what is said of waivers are up to settings as those of reports are.
    const settled = applyWaivers(files, keptOf, settling).map(file =>
      file.role === 'settings'
        ? withSeverities(file, optionsFor({ path: file.path, bytes: nothing }).levels ?? {})
        : file,
    )
    return resultOf(settled, skipped, settling, bodies)
  }
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
