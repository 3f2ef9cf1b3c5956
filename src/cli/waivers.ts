import type { FileResult, Profile } from '../core/index.ts'
import { UserError } from '../node/user-error.ts'
import { applyWaivers, keptWaivers, nameIn } from '../node/waivers.ts'
import { dayInBeijing } from './clock.ts'
import type { Context } from './io.ts'

/**
 * What waivers and baselines make of the files that are checked.
 * @throws UserError when one of them cannot be used.
 */
export async function waiversFor(
  inputs: readonly { readonly path: string }[],
  profile: Profile,
  { io, language }: Context,
): Promise<(files: readonly FileResult[]) => readonly FileResult[]> {
  const options = { cwd: io.cwd, language }
  const keptOf = await keptWaivers(
    inputs.map(({ path }) => path),
    options,
  )
  return files => applyWaivers(files, keptOf, { ...options, profile, today: dayInBeijing(io) })
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
