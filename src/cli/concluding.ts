import { type Diagnostic, keepDiagnostics, type Part, type Result } from '../core/index.ts'
import { visible } from '../core/reporters/index.ts'
import { minuteInBeijing } from './clock.ts'
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts'
import type { Context } from './io.ts'
import { type Output, type OutputOptions, writeOutputs } from './outputs.ts'
import type { Settings } from './settings/settings.ts'
import type { WaiversFlags } from './waivers.ts'

/** What is made of a result, in whatever way it came about. */
export interface ConcludeOptions extends OutputOptions, WaiversFlags {
  readonly quiet?: boolean
  readonly timestamp: boolean
  readonly errorOnUnmatched: boolean
  readonly exitZero?: boolean
}

/** Writes a result in every format that was asked for. */
export async function report(
  result: Result,
  outputs: readonly Output[],
  { quiet, timestamp }: ConcludeOptions,
  context: Context,
  part: Part | null,
): Promise<void> {
  context.workOn(outputs.map(output => output.reporter).join(', '))
  const time = timestamp ? minuteInBeijing(context.io, context.language) : null
  await writeOutputs(quiet ? errorsOnly(result) : result, outputs, time, context, part)
}

/** Leaves the rest out of what is shown; the counts stay. */
function errorsOnly(result: Result): Result {
  const isError = ({ severity }: Pick<Diagnostic, 'severity'>) => severity === 'error'
  const files = result.files.map(file => ({
    ...keepDiagnostics(file, isError),
    waived: file.waived.filter(({ diagnostic }) => isError(diagnostic)),
  }))
  const bodies = result.bodies.map(body => ({ ...body, causes: body.causes.filter(isError) }))
  return { ...result, files, bodies }
}

/** What a result tells the shell; more warnings than are allowed are said. */
export function statusOf(
  result: Result,
  settings: Settings,
  { exitZero = false }: ConcludeOptions,
  { io, words }: Context,
): ExitCode {
  const passed = settings.passedBound(result)
  if (passed) {
    const { found, allowed, by } = passed
    io.stderr.write(`${words.error}${visible(words.tooManyWarnings(found, allowed, by))}\n`)
  }
  const status = passed ? exitCode.findings : exitCodeOf(result)
  return exitZero && status === exitCode.findings ? exitCode.ok : status
}
