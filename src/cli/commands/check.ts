import { keepDiagnostics, type Profile, type Result, type Source } from '../../core/index.ts'
import { checkInputs } from '../../node/check-files.ts'
import { type FoundFile, type FoundFiles, findFiles } from '../../node/find-files.ts'
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { parseOutputs, refuseInputs, writeOutputs } from '../outputs.ts'
import { parseProfile } from '../profile.ts'
import { startProgress } from '../progress.ts'
import { readStandardInput } from '../read-input.ts'

export interface CheckOptions {
  readonly format?: readonly string[]
  readonly profile?: string
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly errorOnUnmatched: boolean
  readonly stdinFilename?: string
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
  const { files, ...found } = await findFiles(
    asked.filter(path => path !== '-'),
    context.io.cwd,
  )
  refuseInputs(outputs, new Set(files.map(file => file.absolute)), context)
  const sources = asked.includes('-')
    ? [await readStandardInput(context.io, options.stdinFilename ?? 'stdin.csv', context.limits)]
    : []
  const { result, crash } = await checkAll([...files, ...sources], profile, context)
  context.workOn(outputs.map(output => output.reporter).join(', '))
  await writeOutputs(options.quiet ? errorsOnly(result) : result, outputs, context)
  if (crash) {
    context.workOn(crash.path)
    throw crash.error
  }
  return conclude(result, found, options, context)
}

/** The first file that brought out a fault of our own. */
interface Crash {
  readonly path: string
  readonly error: unknown
}

async function checkAll(
  inputs: readonly (FoundFile | Source)[],
  profile: Profile,
  { io, language, limits, words, workOn }: Context,
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
    return { result: await checkInputs(inputs, { language, profile, limits, onProgress, onCrash }), crash }
  } finally {
    progress.end()
  }
}

/** Leaves the rest out of what is shown; the counts stay. */
function errorsOnly(result: Result): Result {
  const files = result.files.map(file => keepDiagnostics(file, ({ severity }) => severity === 'error'))
  return { ...result, files }
}

function conclude(
  result: Result,
  found: Omit<FoundFiles, 'files'>,
  options: CheckOptions,
  context: Context,
): ExitCode {
  const { io, words } = context
  const complain = (sentence: string, hint?: string) =>
    io.stderr.write(`${words.error}${sentence}\n${hint ? `${words.hint}${hint}\n` : ''}`)
  const { missing } = found
  const unmatched = options.errorOnUnmatched ? found.unmatched : []
  for (const [index, path] of missing.entries())
    complain(words.missingPath(path), index === missing.length - 1 ? words.missingPathHint : undefined)
  for (const pattern of unmatched) complain(words.unmatched(pattern))
  if (missing.length + unmatched.length > 0) return exitCode.failure
  if (result.summary.files === 0 && options.errorOnUnmatched) {
    complain(words.nothingToCheck, words.nothingToCheckHint)
    return exitCode.failure
  }
  const { maxWarnings = Number.POSITIVE_INFINITY } = options
  const { warnings } = result.summary
  if (warnings > maxWarnings) complain(words.tooManyWarnings(warnings, maxWarnings))
  return exitCodeOf(result, maxWarnings)
}
