import { resolve } from 'node:path'
import type { Part, Result } from '../core/index.ts'
import { plainOptions, type ReporterName, render, reporterNames } from '../core/reporters/index.ts'
import { UserError } from '../node/user-error.ts'
import { writeFile } from '../node/write-file.ts'
import type { Context } from './io.ts'
import { styleFor } from './style.ts'
import type { Words } from './words.ts'

/** One format and where it goes: a path as it was typed, or null for standard output. */
export interface Output {
  readonly reporter: ReporterName
  readonly path: string | null
}

/** The fewest columns of a report on a terminal. */
const leastWidth = 40

/**
 * Reads the values of `--format`, NAME or NAME:PATH.
 * @throws UserError
 */
export function parseOutputs(values: readonly string[], words: Words): readonly Output[] {
  const outputs = values.map(value => parseOutput(value, words))
  const places = outputs.map(output => output.path)
  const twice = places.find((place, index) => places.indexOf(place) !== index)
  if (twice !== undefined) throw new UserError(words.sameOutput(twice), words.sameOutputHint)
  return outputs
}

/** Split at the first colon: `json:C:\result.json` is a path with a drive. */
function parseOutput(value: string, words: Words): Output {
  const colon = value.indexOf(':')
  const name = colon < 0 ? value : value.slice(0, colon)
  const path = colon < 0 ? null : value.slice(colon + 1)
  if (!isReporterName(name))
    throw new UserError(words.notOneOf('--format', name), words.oneOf(words.list(reporterNames)))
  if (path === '') throw new UserError(words.noOutputPath(value))
  return { reporter: name, path }
}

function isReporterName(name: string): name is ReporterName {
  return (reporterNames as readonly string[]).includes(name)
}

/** @throws UserError when an output would replace one of the files that are checked. */
export function refuseInputs(
  outputs: readonly Output[],
  inputs: ReadonlySet<string>,
  { io, words }: Context,
): void {
  const output = outputs.find(({ path }) => path !== null && inputs.has(resolve(io.cwd, path)))
  if (output?.path) throw new UserError(words.outputIsInput(output.path))
}

/** Standard output first, so that a file that cannot be written takes nothing away from it. */
export async function writeOutputs(
  result: Result,
  outputs: readonly Output[],
  context: Context,
  part: Part | null = null,
): Promise<void> {
  const { stdout } = context.io
  for (const { reporter, path } of outputs)
    if (path === null) {
      const width = Math.max(leastWidth, (stdout.isTTY && stdout.columns) || plainOptions.width)
      stdout.write(
        await render(result, reporter, {
          ...plainOptions,
          style: await styleFor(stdout, context),
          width,
          part,
        }),
      )
    }
  for (const { reporter, path } of outputs)
    if (path !== null) writeOutput(path, await render(result, reporter, { ...plainOptions, part }), context)
}

/** @throws UserError when the file cannot be written. */
export function writeOutput(path: string, content: string | Uint8Array, { io, words }: Context): void {
  try {
    writeFile(resolve(io.cwd, path), content)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UserError(words.cannotWrite(path, code))
  }
}
