import { resolve } from 'node:path'
import { type Part, resultOf } from '../../core/index.ts'
import { inOrder } from '../../node/check-files.ts'
import { compareReports } from '../comparing.ts'
import { complainOfNothing, complainOfPaths } from '../complaints.ts'
import { type ConcludeOptions, report, statusOf } from '../concluding.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { parseOutputs } from '../outputs.ts'
import { readParts, wholeRun } from '../parts.ts'
import { loadSettings, type SettingsFlags } from '../settings/settings.ts'
import { waiversFor } from '../waivers.ts'

export interface MergeOptions extends ConcludeOptions, Pick<SettingsFlags, 'config' | 'maxWarnings'> {}

/** Reports the parts of a run as if it had not been cut. */
export async function merge(
  paths: readonly string[],
  options: MergeOptions,
  context: Context,
): Promise<ExitCode> {
  const outputs = parseOutputs(options, context.words)
  const parts = readParts(paths, context)
  const files = inOrder(parts.flatMap(part => part.files))
  const skipped = inOrder(parts.flatMap(part => part.skipped))
  const notes = parts[0]!.notes.filter(note => parts.every(part => part.notes.includes(note)))
  const whole: Part = { ...parts[0]!, ...wholeRun, notes, files, skipped }
  const inputs = files.map(({ path }) => ({
    path,
    absolute: resolve(context.io.cwd, path),
    isNamed: false,
    unlisted: null,
  }))
  const settings = await loadSettings(inputs, options, context)
  const waived = await waiversFor(inputs, { ...options, profile: whole.profile }, settings, context)
  const given = [...files, ...skipped].map(({ path }) => path)
  const result = waived(
    await compareReports(resultOf(files, skipped, whole), given, settings, whole, context),
  )
  await report(result, outputs, options, context, whole)
  for (const note of notes) context.io.stderr.write(note)
  const isIncomplete =
    complainOfPaths(whole, options, context) || complainOfNothing(result, 0, options, context)
  return isIncomplete ? exitCode.failure : statusOf(result, settings, options, context)
}
