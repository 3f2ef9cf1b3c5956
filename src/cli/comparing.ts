import { resolve } from 'node:path'
import {
  type CollectionSettings,
  checkCollection,
  isOwnOutput,
  listBodies,
  type Profile,
  type Result,
  resultOf,
} from '../core/index.ts'
import { findFiles } from '../node/find-files.ts'
import { readFile } from '../node/read-file.ts'
import type { Context } from './io.ts'
import type { ConfigFile } from './settings/config-file.ts'
import { pathBelow, type Settings } from './settings/settings.ts'

/** What one gouji.json holds for. */
interface Held {
  readonly root: string
  readonly files: Result['files'][number][]
  readonly passedOver: string[]
}

const nothing = new Uint8Array()

/**
 * What comes out when the reports of a run are compared with each other, those of one gouji.json among themselves.
 * `given` are the paths of all files that the run was given.
 */
export async function compareReports(
  result: Result,
  given: readonly string[],
  settings: Settings,
  wording: { readonly language: Context['language']; readonly profile: Profile },
  context: Context,
): Promise<Result> {
  const inputOf = (path: string) => ({ path, bytes: nothing })
  const byConfig = new Map<ConfigFile | null, Held>()
  const heldWith = (path: string) => {
    const holding = settings.configFor(inputOf(path))
    const held = byConfig.get(holding?.file ?? null) ?? {
      root: holding?.root ?? '',
      files: [],
      passedOver: [],
    }
    byConfig.set(holding?.file ?? null, held)
    return held
  }
  for (const file of result.files) heldWith(file.path).files.push(file)
  for (const { path, reason } of result.skipped)
    if (reason === 'other-format') heldWith(path).passedOver.push(path)
  const compared = []
  const bodies = []
  for (const [config, { root, files, passedOver }] of byConfig) {
    const own: CollectionSettings = {
      roster: config?.roster ?? null,
      events: config?.settings.config.events ?? [],
      isWhole: config?.roster ? await isWhole(root, given, settings, context) : false,
      passedOver,
      namedBy: path => settings.configFor(inputOf(path))?.own.named ?? null,
      optionsFor: path => settings.optionsFor(inputOf(path)),
    }
    compared.push(...checkCollection(files, own))
    bodies.push(...listBodies(files, own))
  }
  const files = compared.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return resultOf(files, result.skipped, wording, bodies)
}

/** True when the run was given every file that the folder of a gouji.json holds for it. */
async function isWhole(
  root: string,
  given: readonly string[],
  settings: Settings,
  { io, limits }: Context,
): Promise<boolean> {
  const known = new Set(given.map(path => resolve(io.cwd, path)))
  const { files } = await findFiles([root], io.cwd)
  return files.every(file => {
    if (known.has(file.absolute) || settings.isLeftOut(file)) return true
    const holding = settings.configFor(file)
    if (!holding || pathBelow(root, holding.root) !== '') return true
    const read = readFile(file.absolute, limits)
    return read.kind === 'read' && isOwnOutput(read.bytes)
  })
}
