import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  acceptedOf,
  type Baseline,
  baselineText,
  type FileResult,
  isWaivable,
  type Occurrence,
  waive,
} from '../../core/index.ts'
import { visible, visiblePlace } from '../../core/reporters/index.ts'
import { checkInputs } from '../../node/check-files.ts'
import { findFiles, shownPath } from '../../node/find-files.ts'
import { projectFiles } from '../../node/project.ts'
import { UserError } from '../../node/user-error.ts'
import { isThere, type KeptIn, keptWaivers } from '../../node/waivers.ts'
import { dayInBeijing } from '../clock.ts'
import { compareReports } from '../comparing.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'
import { startProgress } from '../progress.ts'
import { loadSettings } from '../settings/settings.ts'
import { nameInside } from '../waivers.ts'

export interface BaselineOptions {
  readonly update?: boolean
  readonly prune?: boolean
}

/** Writes what the files are known to have into the baseline of their folder; waived findings are no part of it. */
export async function baseline(
  paths: readonly string[],
  options: BaselineOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, language, words } = context
  if (options.update && options.prune)
    throw new UserError(words.notTogether('--update', '--prune'), words.updateOrPruneHint)
  const files = await checkAll(paths.length > 0 ? paths : ['.'], context)
  const keptOf = await keptWaivers(
    files.map(({ path }) => path),
    { cwd: io.cwd, language },
  )
  const folders = new Map<string, { kept: KeptIn | null; files: FileResult[] }>()
  for (const file of files) {
    const kept = keptOf(file.path)
    const root = kept?.root ?? io.cwd
    const folder = folders.get(root) ?? { kept, files: [] }
    folder.files.push(file)
    folders.set(root, folder)
  }
  const changes = [...folders].map(([root, folder]) => changeOf(root, folder, options, context))
  for (const change of changes) writeChange(change, context)
  return sayUnread(files, context)
}

async function checkAll(paths: readonly string[], context: Context): Promise<readonly FileResult[]> {
  const { io, language, words, workOn } = context
  const { files, missing, unmatched } = await findFiles(paths, io.cwd)
  if (missing.length > 0) throw new UserError(words.missingPath(missing.join(', ')), words.missingPathHint)
  if (unmatched.length > 0) throw new UserError(words.unmatched(unmatched.join(', ')))
  const progress = startProgress(io, words)
  try {
    const onProgress = (path: string, index: number, total: number) => {
      workOn(path)
      progress.show(index, total)
    }
    const settings = await loadSettings(files, {}, context, { extras: ['figures'] })
    const taken = files.filter(file => file.isNamed || !settings.isLeftOut(file))
    const { optionsFor } = settings
    const wording = { language, profile: 'standard' } as const
    const checked = await checkInputs(taken, { ...wording, optionsFor, onProgress })
    const given = files.map(({ path }) => path)
    const result = await compareReports(checked, given, settings, wording, context)
    if (result.files.length === 0) throw new UserError(words.nothingToCheck, words.nothingToCheckHint)
    return result.files.filter(({ role }) => role === 'report')
  } finally {
    progress.end()
  }
}

interface Change {
  /** Relative to the working directory. */
  readonly path: string
  readonly old: Baseline | null
  readonly next: Baseline
}

/** @throws UserError when there is a baseline that would be overwritten, or none to prune. */
function changeOf(
  root: string,
  { kept, files }: { readonly kept: KeptIn | null; readonly files: readonly FileResult[] },
  { update, prune }: BaselineOptions,
  context: Context,
): Change {
  const { io, words } = context
  const absolute = join(root, projectFiles.baseline)
  const path = shownPath(absolute, io.cwd)
  const old = existsSync(absolute) && kept ? kept.baseline : null
  if (old && !update && !prune) throw new UserError(words.baselineThere(path), words.baselineThereHint)
  if (!old && prune) throw new UserError(words.noBaseline(path), words.noBaselineHint)
  const next = new Map([...(old ?? [])].filter(([name]) => isThere(root, name)))
  const today = dayInBeijing(io)
  for (const file of files) {
    // What could not be read today may still have what it was known to have.
    if (file.tables.length === 0) continue
    const name = nameInside(root, file.path, context)
    const own = kept?.waivers.filter(waiver => waiver.file === name) ?? []
    const { left } = waive(file, acceptedOf(own, [], today))
    const known = old?.get(name) ?? []
    next.set(name, prune ? without(known, without(known, left)) : left)
  }
  return { path, old, next }
}

function writeChange({ path, old, next }: Change, context: Context): void {
  const { io, words } = context
  const [before, after] = [all(old ?? new Map()), all(next)]
  if (!old && after.length === 0) {
    io.stdout.write(`${words.nothingForBaseline}\n`)
    return
  }
  writeOutput(path, baselineText(next), context)
  const added = countByCode(without(after, before)).map(([code, count]) => words.baselineAdded(code, count))
  const gone = countByCode(without(before, after)).map(([code, count]) => words.baselineGone(code, count))
  const filled = [...next.values()].filter(occurrences => occurrences.length > 0).length
  const said = added.length + gone.length > 0 ? [...added, ...gone] : [words.baselineSame]
  const head = visible(words.baselineWritten(path, after.length, filled))
  io.stdout.write([head, ...said.map(line => `  ${line}`)].map(line => `${line}\n`).join(''))
}

/** What no baseline takes in stays an error of every check. */
function sayUnread(files: readonly FileResult[], { io, words }: Context): ExitCode {
  const unread = files.flatMap(file =>
    file.diagnostics.flatMap(diagnostic => (isWaivable(diagnostic, file) ? [] : [{ file, diagnostic }])),
  )
  if (unread.length === 0) return exitCode.ok
  const lines = unread.map(({ file, diagnostic: { location, code, message } }) => {
    return `  ${visiblePlace(file.path, location, file.format)}  ${code}  ${visible(message)}\n`
  })
  io.stdout.write(`${words.notInBaseline(unread.length)}\n${lines.join('')}`)
  return unread.some(({ diagnostic }) => diagnostic.severity === 'error') ? exitCode.findings : exitCode.ok
}

interface Known extends Occurrence {
  readonly file: string
}

function all(baseline: Baseline): readonly Known[] {
  return [...baseline].flatMap(([file, occurrences]) => occurrences.map(each => ({ ...each, file })))
}

/** Each takes one of the same away, so that of two alike one can stay. */
function without<Item extends Occurrence & { readonly file?: string }>(
  items: readonly Item[],
  others: readonly Item[],
): readonly Item[] {
  const keyOf = ({ file = '', code, ref, value }: Item) => [file, code, ref, value].join('\0')
  const counts = new Map<string, number>()
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1)
  return items.filter(item => {
    const count = counts.get(keyOf(item)) ?? 0
    counts.set(keyOf(item), count - 1)
    return count <= 0
  })
}

function countByCode(occurrences: readonly Occurrence[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { code } of occurrences) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
