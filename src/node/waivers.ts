import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import {
  type Baseline,
  decode,
  type FileResult,
  type Kept,
  type Language,
  type Problem,
  type Profile,
  readBaseline,
  rules,
  settingsFile,
  settleWaivers,
  type Waiver,
} from '../core/index.ts'
import { shownPath } from './find-files.ts'
import { createProjectFinder, projectFiles } from './project.ts'
import { UserError } from './user-error.ts'
import type { ReadWaivers } from './waivers-file.ts'
import { waiversWords } from './waivers-words.ts'

export interface WaiversOptions {
  /** Absolute; the paths of files are relative to it. */
  readonly cwd: string
  readonly language: Language
}

/** What one folder of reports keeps. */
export interface KeptIn extends Kept {
  /** Absolute. */
  readonly root: string
}

/**
 * What the folders of the files keep, by the path of a file; null where there is nothing.
 * @throws UserError when a file of waivers or a baseline cannot be used.
 */
export async function keptWaivers(
  paths: readonly string[],
  options: WaiversOptions,
): Promise<(path: string) => KeptIn | null> {
  const keptIn = createProjectFinder(['waivers', 'baseline'])
  // Where there are none yet, they belong beside the settings.
  const configIn = createProjectFinder(['config'])
  const projectOf = (folder: string) => keptIn(folder) ?? configIn(folder)
  const kept = new Map<string, KeptIn>()
  const folderOf = (path: string) => dirname(resolve(options.cwd, path))
  for (const folder of new Set(paths.map(folderOf))) {
    const project = projectOf(folder)
    if (!project || kept.has(project.root)) continue
    const { root, files } = project
    kept.set(root, {
      root,
      waivers: files.waivers ? await readWaiversFile(files.waivers, options) : [],
      baseline: files.baseline ? readBaselineFile(files.baseline, options) : new Map(),
    })
  }
  return path => kept.get(projectOf(folderOf(path))?.root ?? '') ?? null
}

/** A file's name in a folder above it, with `/`, in Unicode form C. */
export function nameIn(root: string, path: string, cwd: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/').normalize('NFC')
}

/**
 * Waives what the folders of the files accept; what is to be said of waivers and baselines is added as files of their
 * own, in the order of the paths.
 */
export function applyWaivers(
  files: readonly FileResult[],
  keptOf: (path: string) => KeptIn | null,
  { cwd, today, ...wording }: WaiversOptions & { readonly profile: Profile; readonly today: string },
): readonly FileResult[] {
  const byKept = new Map<KeptIn | null, FileResult[]>()
  for (const file of files) {
    const kept = keptOf(file.path)
    const own = byKept.get(kept)
    if (own) own.push(file)
    else byKept.set(kept, [file])
  }
  return [...byKept].flatMap(([kept, own]) => (kept ? applyKept(own, kept) : own)).sort(byPath)

  function applyKept(own: readonly FileResult[], kept: KeptIn): readonly FileResult[] {
    const named = own.map(file => ({ name: nameIn(kept.root, file.path, cwd), file }))
    const settled = settleWaivers(named, kept, today, name => isThere(kept.root, name))
    const said = (name: string, problems: readonly Problem[]) =>
      problems.length > 0 ? [settingsFile(shownPath(join(kept.root, name), cwd), problems, wording)] : []
    return [
      ...settled.files,
      ...said(projectFiles.waivers, settled.waivers),
      ...said(projectFiles.baseline, settled.baseline),
    ]
  }
}

/** Some systems keep names in Unicode form D. */
export function isThere(root: string, name: string): boolean {
  return existsSync(join(root, name)) || existsSync(join(root, name.normalize('NFD')))
}

function byPath(a: FileResult, b: FileResult): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function readWaiversFile(
  absolute: string,
  { cwd, language }: WaiversOptions,
): Promise<readonly Waiver[]> {
  const path = shownPath(absolute, cwd)
  const text = textOf(absolute)
  if (text === null) throw new UserError(waiversWords[language].unreadable(path))
  return waiversIn(text, path, language)
}

/** @throws UserError with the place of the first thing that is wrong. */
export async function waiversIn(text: string, path: string, language: Language): Promise<readonly Waiver[]> {
  const words = waiversWords[language]
  const read = (await import('./waivers-file.ts')).readWaivers(text)
  if (read.kind === 'wrong') throw faultOf(read, path, language)
  return read.waivers.map(({ file, until = null, place: { line, column }, ...waiver }) => {
    const rule = rules.find(({ code, name }) => code === waiver.code || name === waiver.code)
    if (!rule)
      throw new UserError(words.unknownRule(`${path}:${line}:${column}`, waiver.code), words.allRules)
    const location = { line, column, endLine: line, endColumn: column + 1, address: null }
    return { ...waiver, until, code: rule.code, file: file.normalize('NFC'), location }
  })
}

function faultOf(
  { place: { line, column }, fault }: Extract<ReadWaivers, { kind: 'wrong' }>,
  path: string,
  language: Language,
): UserError {
  const words = waiversWords[language]
  const place = `${path}:${line}:${column}`
  switch (fault.kind) {
    case 'syntax':
      return new UserError(words.syntax(place))
    case 'unknown-key':
      return new UserError(words.unknownKey(place, fault.key), words.knownKeys(fault.known))
    case 'value':
      return new UserError(words.value(place, fault.key, words.asked[fault.key]!))
  }
}

function readBaselineFile(absolute: string, { cwd, language }: WaiversOptions): Baseline {
  const text = textOf(absolute)
  const baseline = text === null ? null : readBaseline(text)
  if (baseline) return baseline
  const words = waiversWords[language]
  throw new UserError(words.noBaseline(shownPath(absolute, cwd)), words.noBaselineHint)
}

/** Null for what cannot be read as text. */
export function textOf(absolute: string): string | null {
  try {
    return decode(readFileSync(absolute))?.text ?? null
  } catch {
    return null
  }
}
