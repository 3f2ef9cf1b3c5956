import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type Part,
  partVersion,
  type Result,
  type Source,
  toolBuild,
  toolName,
  toolVersion,
} from '../core/index.ts'
import { digestOf } from '../node/check-input.ts'
import { type FoundFile, shownPath } from '../node/find-files.ts'
import { createProjectFinder } from '../node/project.ts'
import { UserError } from '../node/user-error.ts'
import type { Context } from './io.ts'
import type { Settings, SettingsFlags } from './settings/settings.ts'
import type { Words } from './words/words.ts'

/** Which of how many parts of a run, from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/**
 * The value of `--shard`, 2/4.
 * @throws UserError
 */
export function parseShard(text: string, words: Words): Shard {
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (!index || !count || index > count) throw new UserError(words.notAShard(text))
  return { index, count }
}

/** The files of a part: every so-manieth, so that the parts take about as long. Each file is in one part. */
export function filesOf<Input extends FoundFile | Source>(
  inputs: readonly Input[],
  { index, count }: Shard,
): readonly Input[] {
  return inputs.filter((_, place) => place % count === index - 1)
}

/** Where a run is not cut. */
export const wholeRun: Shard = { index: 1, count: 1 }

type PartFindings = Pick<Part, 'missing' | 'unmatched' | 'notes'> & { readonly result: Result }

/** A part as it is handed on; `inputs` and `settings` are those of the whole run. */
export function partOf(
  inputs: readonly (FoundFile | Source)[],
  { optionsFor, isExcluded }: Settings,
  shard: Shard,
  { missing, unmatched, notes, result }: PartFindings,
  { profile = 'standard' }: SettingsFlags,
  { io, language }: Pick<Context, 'io' | 'language'>,
): Part {
  const { files, skipped } = result
  const paths = inputs.map(input => input.path)
  // A part is made with all extras, and any format may be asked for beside it.
  const run = inputs.map(input => [
    input.path,
    input.isNamed === true,
    isExcluded(input) || optionsFor(input),
  ])
  return {
    build: toolBuild,
    ...shard,
    total: inputs.length,
    run: digestOf(JSON.stringify(run, (key, value) => (key === 'extras' ? undefined : value))),
    settings: settingsOf(paths, io.cwd),
    ...{ language, profile, missing, unmatched, notes, files, skipped },
  }
}

/**
 * Reads the parts of one run, in their order.
 * @throws UserError when they are not all the parts of one run that this gouji has checked with these settings.
 */
export function readParts(paths: readonly string[], { io, words, workOn }: Context): readonly Part[] {
  const read = paths.map(path => {
    workOn(path)
    return { path, part: readPart(path, io.cwd, words) }
  })
  const first = read[0]!
  const other = read.find(({ part }) => part.run !== first.part.run || part.count !== first.part.count)
  if (other) throw new UserError(words.otherRun(first.path, other.path), words.otherRunHint)
  const byIndex = new Map<number, string>()
  for (const { path, part } of read) {
    const same = byIndex.get(part.index)
    if (same !== undefined) throw new UserError(words.partTwice(part.index, same, path))
    byIndex.set(part.index, path)
  }
  const lacking = Array.from({ length: first.part.count }, (_, place) => place + 1).filter(
    index => !byIndex.has(index),
  )
  if (lacking.length > 0)
    throw new UserError(words.lackingParts(words.list(lacking.map(index => `${index}/${first.part.count}`))))
  const parts = read.map(({ part }) => part).sort((a, b) => a.index - b.index)
  const known = parts.flatMap(({ files, skipped }) => [...files, ...skipped]).map(({ path }) => path)
  if (known.length !== first.part.total)
    throw new UserError(words.lackingFiles(first.part.total - known.length), words.lackingFilesHint)
  if (settingsOf(known, io.cwd) !== first.part.settings)
    throw new UserError(words.otherSettings, words.otherSettingsHint)
  return parts
}

function readPart(path: string, cwd: string, words: Words): Part {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(resolve(cwd, path), 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new UserError(words.missingPath(path), words.missingPathHint)
    if (code !== undefined) throw new UserError(words.unreadable(path, code))
  }
  const { version, tool, ...part } = (content ?? {}) as Partial<PartFile>
  if (tool?.name !== toolName || typeof part.run !== 'string') throw new UserError(words.noPart(path))
  if (version !== partVersion || tool.version !== toolVersion || part.build !== toolBuild)
    throw new UserError(words.otherBuild(path, `${tool.version}`, toolVersion), words.otherBuildHint)
  return part as Part
}

type PartFile = Part & {
  readonly version: number
  readonly tool: { readonly name: string; readonly version: string }
}

/** Of all files that projects keep for gouji, by place and content. */
function settingsOf(paths: readonly string[], cwd: string): string {
  const finders = [createProjectFinder(['config']), createProjectFinder(['waivers', 'baseline'])]
  const folders = new Set(paths.map(path => dirname(resolve(cwd, path))))
  const projects = new Set([...folders].flatMap(folder => finders.map(find => find(folder))))
  const files = [...new Set([...projects].flatMap(project => Object.values(project?.files ?? {})))].sort()
  return digestOf(files.map(file => `${shownPath(file, cwd)}\0${digestOf(readFileSync(file))}\0`).join(''))
}
