import { resolve } from 'node:path'
import {
  type Diagnostic,
  keepDiagnostics,
  lastYearOf,
  type ParsedReport,
  parseSource,
  type Result,
  type Source,
} from '../../core/index.ts'
import { extrasOf, skipReasons, visible } from '../../core/reporters/index.ts'
import { type CheckFilesOptions, checkInputs } from '../../node/check-files.ts'
import { type FoundFile, type FoundFiles, findFiles, shownPath } from '../../node/find-files.ts'
import { nodeHost } from '../../node/host.ts'
import { UserError } from '../../node/user-error.ts'
import { minuteInBeijing } from '../clock.ts'
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts'
import { type Fixing, type FixingOptions, startFixing } from '../fixing.ts'
import type { Context } from '../io.ts'
import {
  type OutputOptions,
  parseOutputs,
  refuseInputs,
  withoutFormerOutputs,
  writeOutputs,
} from '../outputs.ts'
import { startProgress } from '../progress.ts'
import { readInput, readStandardInput } from '../read-input.ts'
import { loadSettings, type Settings, type SettingsFlags } from '../settings.ts'
import { shownSettings } from '../shown-settings.ts'
import { missingPathHint } from '../suggestions.ts'
import { waiversFor } from '../waivers.ts'
import type { Words } from '../words.ts'

export interface CheckOptions extends FixingOptions, OutputOptions, SettingsFlags {
  readonly printConfig?: string
  readonly previous?: string
  readonly quiet?: boolean
  readonly timestamp: boolean
  readonly errorOnUnmatched: boolean
  readonly exitZero?: boolean
  readonly stdinFilename?: string
  readonly waivers: boolean
}

/** Checks everything that can be checked, and says what could not be found. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const outputs = parseOutputs(options, context.words)
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, context)
  const asked = paths.length > 0 ? paths : ['.']
  const time = options.timestamp ? minuteInBeijing(context.io, context.language) : null
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, context)
  const extras = extrasOf(outputs.map(({ reporter }) => reporter))
  const fixing = startFixing(options, asked, context)
  const { files: all, ...found } = await findFiles(
    asked.filter(path => path !== '-'),
    context.io.cwd,
  )
  const present = withoutFormerOutputs(all, outputs, context)
  refuseInputs(outputs, new Set(present.map(file => file.absolute)), context)
  const sources = asked.includes('-')
    ? [await readStandardInput(context.io, options.stdinFilename ?? 'stdin.csv', context.limits)]
    : []
  const settings = await loadSettings([...present, ...sources], options, context, { previous, extras })
  const files = present.filter(file => file.isNamed || !settings.isLeftOut(file))
  const inputs = [...files, ...sources]
  const { profile = 'standard' } = options
  const settled = options.waivers ? { settleAll: await waiversFor(inputs, profile, context) } : {}
  const { result, crash } = await checkAll(inputs, settings, { profile, ...settled }, fixing, context)
  let outcome: ExitCode = exitCode.ok
  try {
    context.workOn(outputs.map(output => output.reporter).join(', '))
    if (fixing?.mode !== 'show')
      await writeOutputs(options.quiet ? errorsOnly(result) : result, outputs, time, context)
  } finally {
    // What was done to files is said whatever becomes of the report.
    outcome = fixing?.conclude() ?? exitCode.ok
  }
  if (crash) {
    context.workOn(crash.path)
    throw crash.error
  }
  if (previous && !result.files.some(file => lastYearOf(previous, file)))
    context.io.stderr.write(
      `${context.words.note}${visible(context.words.previousUnused(previous.path, whoseOf(previous)))}\n`,
    )
  const leftOut = present.length - files.length
  const isIncomplete = complainOfPaths(result, { ...found, leftOut }, options, context)
  if (isIncomplete || outcome === exitCode.failure) return exitCode.failure
  const status = fixing?.mode === 'show' ? outcome : conclude(result, settings, context)
  return options.exitZero && status === exitCode.findings ? exitCode.ok : status
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
  base: Pick<CheckFilesOptions, 'profile' | 'settleAll'>,
  fixing: Fixing | null,
  { io, language, words, workOn }: Context,
): Promise<{ readonly result: Result; readonly crash: Crash | null }> {
  let crash: Crash | null = null
  const onCrash = (path: string, error: unknown) => {
    crash ??= { path, error }
  }
  const progress = startProgress(io, words)
  const onProgress = (path: string, index: number, total: number) => {
    workOn(path)
    progress.show(index, total)
  }
  try {
    const checkRead = fixing ? { checkRead: fixing.checkRead } : {}
    const options = { ...base, language, optionsFor, isExcluded, onProgress, onCrash, ...checkRead }
    return { result: await checkInputs(inputs, options), crash }
  } finally {
    progress.end()
  }
}

/** Leaves the rest out of what is shown; the counts stay. */
function errorsOnly(result: Result): Result {
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  const files = result.files.map(file => ({
    ...keepDiagnostics(file, isError),
    waived: file.waived.filter(({ diagnostic }) => isError(diagnostic)),
  }))
  return { ...result, files }
}

/** True when a path was not there, or nothing to check. */
function complainOfPaths(
  result: Result,
  { missing, leftOut, ...found }: Omit<FoundFiles, 'files'> & { readonly leftOut: number },
  { errorOnUnmatched }: CheckOptions,
  { io, words }: Context,
): boolean {
  const complain = (sentence: string, hint?: string) =>
    io.stderr.write(`${words.error}${visible(sentence)}\n${hint ? `${words.hint}${visible(hint)}\n` : ''}`)
  const unmatched = errorOnUnmatched ? found.unmatched : []
  for (const [index, path] of missing.entries())
    complain(
      words.missingPath(path),
      index === missing.length - 1 ? missingPathHint(path, { io, words }) : undefined,
    )
  for (const pattern of unmatched) complain(words.unmatched(pattern))
  if (missing.length + unmatched.length > 0) return true
  if (result.summary.files > 0) return false
  const excluded = result.skipped.filter(({ reason }) => reason === 'excluded').length + leftOut
  const hint = excluded > 0 ? words.allExcluded(excluded) : words.nothingToCheckHint
  if (errorOnUnmatched) complain(words.nothingToCheck, hint)
  else io.stderr.write(`${words.note}${noneChecked(result, leftOut, words)}\n`)
  return errorOnUnmatched
}

/** So that a hook that had nothing to check is not taken for one that found nothing. */
function noneChecked({ skipped, language }: Result, leftOut: number, words: Words): string {
  const inWords = skipReasons(language)
  const found = [...skipped.map(({ reason }) => reason), ...Array<'excluded'>(leftOut).fill('excluded')]
  const reasons = [...new Set(found)].sort()
  if (reasons.length === 0) return words.nothingFound
  const counts = reasons.map(each => [inWords[each], found.filter(reason => reason === each).length] as const)
  return words.noneChecked(found.length, counts)
}

function conclude(result: Result, settings: Settings, { io, words }: Context): ExitCode {
  const passed = settings.passedBound(result)
  if (!passed) return exitCodeOf(result)
  const { found, allowed, by } = passed
  io.stderr.write(`${words.error}${visible(words.tooManyWarnings(found, allowed, by))}\n`)
  return exitCode.findings
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
