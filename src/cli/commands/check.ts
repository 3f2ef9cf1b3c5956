import { resolve } from 'node:path'
import { lastYearOf, type ParsedReport, parseSource, type Result, type Source } from '../../core/index.ts'
import { extrasOf, visible } from '../../core/reporters/index.ts'
import { type CheckFilesOptions, checkInputs, inOrder } from '../../node/check-files.ts'
import type { Concurrency } from '../../node/concurrency.ts'
import { type FoundFile, findFiles, shownPath } from '../../node/find-files.ts'
import { nodeHost } from '../../node/host.ts'
import { UserError } from '../../node/user-error.ts'
import { type CachingOptions, startCache, storeCache } from '../caching.ts'
import { compareReports } from '../comparing.ts'
import { complainOfNothing, complainOfPaths } from '../complaints.ts'
import { type ConcludeOptions, report, statusOf } from '../concluding.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Fixing, type FixingOptions, startFixing } from '../fixing.ts'
import type { Context } from '../io.ts'
import { parseOutputs, refuseInputs, withoutFormerOutputs } from '../outputs.ts'
import { filesOf, parseShard, partOf, wholeRun } from '../parts.ts'
import { startProgress } from '../progress.ts'
import { readInput, readStandardInput } from '../read-input.ts'
import { loadSettings, type Settings, type SettingsFlags } from '../settings/settings.ts'
import { shownSettings } from '../settings/shown-settings.ts'
import { waiversFor } from '../waivers.ts'

export interface CheckOptions extends FixingOptions, ConcludeOptions, CachingOptions, SettingsFlags {
  readonly printConfig?: string
  readonly previous?: string
  readonly stdinFilename?: string
  readonly concurrency?: Concurrency
  readonly shard?: string
}

/** Checks everything that can be checked, and says what could not be found. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  const outputs = parseOutputs(options, words)
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, context)
  const asked = paths.length > 0 ? paths : ['.']
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, context)
  const fixing = startFixing(options, asked, context)
  const shard = options.shard === undefined ? null : parseShard(options.shard, words)
  if (shard && fixing) throw new UserError(words.notTogether('--shard', '--fix / --diff'), words.shardHint)
  const { files: all, ...found } = await findFiles(
    asked.filter(path => path !== '-'),
    io.cwd,
  )
  const present = withoutFormerOutputs(all, outputs, context)
  refuseInputs(outputs, new Set(present.map(file => file.absolute)), context)
  const sources = asked.includes('-')
    ? [await readStandardInput(io, options.stdinFilename ?? 'stdin.csv', context.limits)]
    : []
  const extras = extrasOf(outputs.map(({ reporter }) => reporter))
  if (present.length + sources.length > 1 && !extras.includes('figures')) extras.push('figures')
  const settings = await loadSettings([...present, ...sources], options, context, { previous, extras })
  const files = present.filter(file => file.isNamed || !settings.isLeftOut(file))
  const inputs = inOrder([...files, ...sources])
  const own = shard ? filesOf(inputs, shard) : inputs
  const waived = await waiversFor(own, options, settings, context)
  const { result: checked, crash } = await checkAll(own, settings, options, fixing, context)
  const given = [...all, ...sources].map(({ path }) => path)
  const wording = { language: context.language, profile: options.profile ?? 'standard' }
  const result = waived(shard ? checked : await compareReports(checked, given, settings, wording, context))
  const notes =
    previous && !result.files.some(file => lastYearOf(previous, file))
      ? [`${words.note}${visible(words.previousUnused(previous.path, whoseOf(previous)))}\n`]
      : []
  const part = outputs.some(({ reporter }) => reporter === 'shard')
    ? partOf(inputs, settings, shard ?? wholeRun, { ...found, notes, result: checked }, options, context)
    : null
  let outcome: ExitCode = exitCode.ok
  try {
    if (fixing?.mode !== 'show') await report(result, outputs, options, context, part)
  } finally {
    // What was done to files is said whatever becomes of the report.
    outcome = fixing?.conclude() ?? exitCode.ok
  }
  if (crash) {
    context.workOn(crash.path)
    throw crash.error
  }
  if (!shard) for (const note of notes) io.stderr.write(note)
  const leftOut = present.length - files.length
  // Whether there is anything to check cannot be told of a part.
  const isIncomplete =
    complainOfPaths(found, options, context) ||
    (!shard && complainOfNothing(result, leftOut, options, context))
  if (isIncomplete || outcome === exitCode.failure) return exitCode.failure
  return fixing?.mode === 'show' ? outcome : statusOf(result, settings, options, context)
}

/** @throws UserError when the file is no report. */
async function readPrevious(path: string, context: Context): Promise<ParsedReport> {
  const report = await parseSource(readInput(path, context), nodeHost, context.limits)
  if (report.tables.length === 0) throw new UserError(context.words.noTable(path))
  return report
}

function whoseOf({ body, year }: ParsedReport): string {
  return [body, year].filter(Boolean).join(', ')
}

/** The first file that brought out a fault of our own. */
interface Crash {
  readonly path: string
  readonly error: unknown
}

async function checkAll(
  inputs: readonly (FoundFile | Source)[],
  { optionsFor, isExcluded }: Settings,
  { concurrency = 'auto', profile = 'standard', ...caching }: CheckOptions,
  fixing: Fixing | null,
  context: Context,
): Promise<{ readonly result: Result; readonly crash: Crash | null }> {
  const { language } = context
  let crash: Crash | null = null
  const onCrash = (path: string, error: unknown) => {
    crash ??= { path, error }
  }
  const progress = startProgress(context.io, context.words)
  const onProgress = (path: string, done: number, total: number) => {
    context.workOn(path)
    progress.show(done, total)
  }
  try {
    const cache = fixing ? undefined : startCache(caching, context)
    const ways = { concurrency, cache, ...(fixing && { checkRead: fixing.checkRead }) }
    const said: CheckFilesOptions = { language, profile, optionsFor, isExcluded, onProgress, onCrash }
    const result = await checkInputs(inputs, { ...said, ...ways })
    storeCache(cache, context)
    return { result, crash }
  } finally {
    progress.end()
  }
}

/** The settings that hold for a file, as JSON. */
async function printConfig(path: string, flags: SettingsFlags, context: Context): Promise<ExitCode> {
  const absolute = resolve(context.io.cwd, path)
  const file = { path: shownPath(absolute, context.io.cwd), absolute, isNamed: true, unlisted: null }
  const settings = await loadSettings([file], flags, context)
  const json = JSON.stringify(shownSettings(file, settings, flags, context), null, 2)
  // A setting and what it comes from, on one line.
  const lines = json.replace(/\{\n +("value": .*,)\n +("from": .*)\n +\}/g, '{ $1 $2 }')
  context.io.stdout.write(`${lines}\n`)
  return exitCode.ok
}
