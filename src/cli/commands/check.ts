import {
  type CheckOptions as CheckSettings,
  keepDiagnostics,
  lastYearOf,
  type ParsedReport,
  parseSource,
  type Result,
  type Source,
} from '../../core/index.ts'
import { extrasOf } from '../../core/reporters/index.ts'
import { checkInputs, inOrder } from '../../node/check-files.ts'
import type { Concurrency } from '../../node/concurrency.ts'
import { type FoundFile, type FoundFiles, findFiles } from '../../node/find-files.ts'
import { nodeHost } from '../../node/host.ts'
import { UserError } from '../../node/user-error.ts'
import { type CachingOptions, startCache, storeCache } from '../caching.ts'
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts'
import { type Fixing, type FixingOptions, startFixing } from '../fixing.ts'
import type { Context } from '../io.ts'
import { parseOutputs, refuseInputs, writeOutputs } from '../outputs.ts'
import { filesOf, parseShard, partOf, wholeRun } from '../parts.ts'
import { parseProfile } from '../profile.ts'
import { startProgress } from '../progress.ts'
import { readInput, readStandardInput } from '../read-input.ts'

export interface CheckOptions extends FixingOptions, ConcludeOptions, CachingOptions {
  readonly profile?: string
  readonly previous?: string
  readonly stdinFilename?: string
  readonly concurrency?: Concurrency
  readonly shard?: string
}

/** What is made of a result, in whatever way it came about. */
export interface ConcludeOptions {
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly errorOnUnmatched: boolean
}

/** Checks everything that can be checked, and says what could not be found. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['pretty'], context.words)
  const profile = parseProfile(options.profile ?? 'standard', context)
  const asked = paths.length > 0 ? paths : ['.']
  const { language, limits } = context
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, context)
  const extras = extrasOf(outputs.map(({ reporter }) => reporter))
  const settings = { language, profile, limits, previous, extras }
  const fixing = startFixing(options, asked, context)
  const shard = options.shard === undefined ? null : parseShard(options.shard, context.words)
  if (shard && fixing)
    throw new UserError(context.words.notTogether('--shard', '--fix / --diff'), context.words.shardHint)
  const { files, ...found } = await findFiles(
    asked.filter(path => path !== '-'),
    context.io.cwd,
  )
  refuseInputs(outputs, new Set(files.map(file => file.absolute)), context)
  const sources = asked.includes('-')
    ? [await readStandardInput(context.io, options.stdinFilename ?? 'stdin.csv', context.limits)]
    : []
  const inputs = inOrder([...files, ...sources])
  const own = shard ? filesOf(inputs, shard) : inputs
  const { result, crash } = await checkAll(own, settings, options, fixing, context)
  const notes =
    previous && !result.files.some(file => lastYearOf(previous, file))
      ? [`${context.words.note}${context.words.previousUnused(previous.path, whoseOf(previous))}\n`]
      : []
  const part = outputs.some(({ reporter }) => reporter === 'shard')
    ? partOf(inputs, settings, shard ?? wholeRun, { ...found, notes, result }, context)
    : null
  let outcome: ExitCode = exitCode.ok
  try {
    context.workOn(outputs.map(output => output.reporter).join(', '))
    if (fixing?.mode !== 'show')
      await writeOutputs(options.quiet ? errorsOnly(result) : result, outputs, context, part)
  } finally {
    // What was done to files is said whatever becomes of the report.
    outcome = fixing?.conclude() ?? exitCode.ok
  }
  if (crash) {
    context.workOn(crash.path)
    throw crash.error
  }
  if (!shard) for (const note of notes) context.io.stderr.write(note)
  // Whether there is anything to check cannot be told of a part.
  const isIncomplete =
    complainOfPaths(found, options, context) || (!shard && complainOfNothing(result, options, context))
  if (isIncomplete || outcome === exitCode.failure) return exitCode.failure
  return fixing?.mode === 'show' ? outcome : conclude(result, options, context)
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
  settings: CheckSettings,
  { concurrency = 'auto', ...caching }: CheckOptions,
  fixing: Fixing | null,
  context: Context,
): Promise<{ readonly result: Result; readonly crash: Crash | null }> {
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
    const result = await checkInputs(inputs, { ...settings, ...ways, onProgress, onCrash })
    storeCache(cache, context)
    return { result, crash }
  } finally {
    progress.end()
  }
}

/** Leaves the rest out of what is shown; the counts stay. */
export function errorsOnly(result: Result): Result {
  const files = result.files.map(file => keepDiagnostics(file, ({ severity }) => severity === 'error'))
  return { ...result, files }
}

/** True when a path was not there. */
export function complainOfPaths(
  { missing, ...found }: Omit<FoundFiles, 'files'>,
  { errorOnUnmatched }: ConcludeOptions,
  { io, words }: Context,
): boolean {
  const unmatched = errorOnUnmatched ? found.unmatched : []
  for (const path of missing) io.stderr.write(`${words.error}${words.missingPath(path)}\n`)
  if (missing.length > 0) io.stderr.write(`${words.hint}${words.missingPathHint}\n`)
  for (const pattern of unmatched) io.stderr.write(`${words.error}${words.unmatched(pattern)}\n`)
  return missing.length + unmatched.length > 0
}

/** True when nothing was checked. */
export function complainOfNothing(
  { summary }: Result,
  { errorOnUnmatched }: ConcludeOptions,
  { io, words }: Context,
): boolean {
  if (summary.files > 0 || !errorOnUnmatched) return false
  io.stderr.write(`${words.error}${words.nothingToCheck}\n${words.hint}${words.nothingToCheckHint}\n`)
  return true
}

export function conclude(result: Result, options: ConcludeOptions, { io, words }: Context): ExitCode {
  const { maxWarnings = Number.POSITIVE_INFINITY } = options
  const { warnings } = result.summary
  if (warnings > maxWarnings)
    io.stderr.write(`${words.error}${words.tooManyWarnings(warnings, maxWarnings)}\n`)
  return exitCodeOf(result, maxWarnings)
}
