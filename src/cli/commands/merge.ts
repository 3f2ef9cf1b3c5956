import { type Part, resultOf } from '../../core/index.ts'
import { inOrder } from '../../node/check-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { parseOutputs, writeOutputs } from '../outputs.ts'
import { readParts, wholeRun } from '../parts.ts'
import { type ConcludeOptions, complainOfNothing, complainOfPaths, conclude, errorsOnly } from './check.ts'

export interface MergeOptions extends ConcludeOptions {
  readonly format?: readonly string[]
}

/** Reports the parts of a run as if it had not been cut. */
export async function merge(
  paths: readonly string[],
  options: MergeOptions,
  context: Context,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['pretty'], context.words)
  const parts = readParts(paths, context)
  const files = inOrder(parts.flatMap(part => part.files))
  const skipped = inOrder(parts.flatMap(part => part.skipped))
  const notes = parts[0]!.notes.filter(note => parts.every(part => part.notes.includes(note)))
  const whole: Part = { ...parts[0]!, ...wholeRun, notes, files, skipped }
  const result = resultOf(files, skipped, whole)
  context.workOn(outputs.map(output => output.reporter).join(', '))
  await writeOutputs(options.quiet ? errorsOnly(result) : result, outputs, context, whole)
  for (const note of notes) context.io.stderr.write(note)
  if (complainOfPaths(whole, options, context) || complainOfNothing(result, options, context))
    return exitCode.failure
  return conclude(result, options, context)
}
