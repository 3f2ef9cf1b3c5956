import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Skipped } from '../core/index.ts'
import { skipReasons, visible } from '../core/reporters/index.ts'
import { type FoundFile, findFiles } from '../node/find-files.ts'
import { readReports } from '../node/read-reports.ts'
import { UserError } from '../node/user-error.ts'
import { complainOfPaths } from './complaints.ts'
import type { Context } from './io.ts'
import { loadSettings, type Settings, type SettingsFlags } from './settings/settings.ts'

export type ReportFilesFlags = Pick<SettingsFlags, 'config' | 'exclude'>

export interface ReportFiles {
  readonly files: readonly FoundFile[]
  readonly settings: Settings
  /** How many settings leave out. */
  readonly leftOut: number
}

/** The files that `check` would check; null when a path was not there, which is said. */
export async function findReportFiles(
  paths: readonly string[],
  flags: ReportFilesFlags,
  context: Context,
): Promise<ReportFiles | null> {
  const { files: all, ...found } = await findFiles(paths.length > 0 ? paths : ['.'], context.io.cwd)
  if (complainOfPaths(found, { errorOnUnmatched: true }, context)) return null
  const settings = await loadSettings(all, flags, context)
  const files = all.filter(file => file.isNamed || !settings.isLeftOut(file))
  return { files, settings, leftOut: all.length - files.length }
}

/**
 * Without what an earlier run wrote to the same place, which is no report.
 * @throws UserError when the output would replace a report.
 */
export async function withoutOutput(
  { files, settings: { optionsFor } }: ReportFiles,
  output: string,
  { io, words }: Context,
): Promise<readonly FoundFile[]> {
  const target = resolve(io.cwd, output)
  if (!existsSync(target)) return files
  const place = realpathSync(target)
  const own = files.filter(
    ({ absolute }) => absolute === target || (existsSync(absolute) && realpathSync(absolute) === place),
  )
  for await (const outcome of readReports(own, optionsFor))
    if (outcome.kind === 'read' || outcome.reason !== 'own-output')
      throw new UserError(words.outputIsInput(output))
  return files.filter(file => !own.includes(file))
}

/** Says of a file that it, or a part of it, could not be read. */
export function complainOfFile(path: string, sentence: string, { io, words }: Context): void {
  io.stderr.write(`${words.error}${visible(words.collect.lacking(path, sentence))}\n`)
}

/** Files by why they were left alone. */
export type SkippedCounts = Map<Skipped['reason'], number>

export function countSkipped(skipped: SkippedCounts, reason: Skipped['reason']): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
}

/** What was left alone, and why; empty when nothing was. `leftOut`: files that settings leave out. */
export function skippedText(skipped: SkippedCounts, leftOut: number, { words, language }: Context): string {
  const inWords = skipReasons(language)
  const all = [...skipped, ...(leftOut > 0 ? [['excluded', leftOut] as const] : [])]
  if (all.length === 0) return ''
  const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1))
  return words.collect.skipped(sorted.map(([reason, count]) => [inWords[reason], count] as const))
}
