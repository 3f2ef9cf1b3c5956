import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isOwnOutput, type Part, type Result } from '../core/index.ts'
import { plainOptions, type ReporterName, render, reporterNames, visible } from '../core/reporters/index.ts'
import type { FoundFile } from '../node/find-files.ts'
import { readFile } from '../node/read-file.ts'
import { UserError } from '../node/user-error.ts'
import { startWriting, type Writing, writeFile } from '../node/write-file.ts'
import type { Context } from './io.ts'
import { styleFor } from './style.ts'
import { notOneOf } from './suggestions.ts'
import type { Words } from './words/words.ts'

/** One format and where it goes: a path as it was typed, or null for standard output. */
export interface Output {
  readonly reporter: ReporterName
  readonly path: string | null
}

/** The fewest columns of a report on a terminal. */
const leastWidth = 40

export interface OutputOptions {
  /** Each NAME or NAME:PATH. */
  readonly format?: readonly string[]
  /** Where a single format without a path goes. */
  readonly output?: string
  /** The same by the name that linters have for it. */
  readonly outputFile?: string
}

/** @throws UserError */
export function parseOutputs(options: OutputOptions, words: Words): readonly Output[] {
  const outputs = (options.format ?? ['pretty']).map(value => parseOutput(value, words))
  const path = options.output ?? options.outputFile
  if (path !== undefined) {
    const [output] = outputs
    if (path === '') throw new UserError(words.noOutputPath('--output'))
    if (!output || outputs.length > 1 || output.path !== null)
      throw new UserError(
        words.notTogether('--output', `--format ${options.format!.join(' ')}`),
        words.sameOutputHint,
      )
    return [{ ...output, path }]
  }
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
  if (!isReporterName(name)) throw notOneOf('--format', name, reporterNames, words)
  if (path === '') throw new UserError(words.noOutputPath(value))
  return { reporter: name, path }
}

function isReporterName(name: string): name is ReporterName {
  return (reporterNames as readonly string[]).includes(name)
}

/** Without what an earlier run wrote where one of the outputs goes again; unless it is named. */
export function withoutFormerOutputs(
  files: readonly FoundFile[],
  outputs: readonly Output[],
  { io, limits }: Context,
): readonly FoundFile[] {
  const places = new Set(outputs.flatMap(({ path }) => (path === null ? [] : resolve(io.cwd, path))))
  return files.filter(({ absolute, isNamed }) => {
    if (isNamed || !places.has(absolute)) return true
    const read = readFile(absolute, limits)
    return read.kind !== 'read' || !isOwnOutput(read.bytes)
  })
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
  time: string | null,
  context: Context,
  part: Part | null = null,
): Promise<void> {
  const { stdout } = context.io
  for (const { reporter, path } of outputs)
    if (path === null) {
      const width = Math.max(leastWidth, (stdout.isTTY && stdout.columns) || plainOptions.width)
      const shown = reporter === 'pretty' && stdout.isTTY ? withLinks(result, context) : result
      stdout.write(
        await render(shown, reporter, { style: await styleFor(stdout, context), width, time, part }),
      )
    }
  for (const { reporter, path } of outputs)
    if (path !== null)
      writeOutput(path, await render(result, reporter, { ...plainOptions, time, part }), context)
}

/** Editors make links of paths in their terminals, but of a workbook's only where there is a slash in it. */
function withLinks(result: Result, { io }: Context): Result {
  const linked = (path: string) =>
    path.includes('/') || !existsSync(resolve(io.cwd, path)) ? path : `./${path}`
  return { ...result, files: result.files.map(file => ({ ...file, path: linked(file.path) })) }
}

/** @throws UserError when the file cannot be written. */
export function writeOutput(path: string, content: string | Uint8Array, context: Context): void {
  orCannotWrite(path, context, () => writeFile(resolve(context.io.cwd, path), content))
}

/**
 * A file that is written piece by piece, or standard output.
 * @throws UserError, as its methods do, when it cannot be written.
 */
export function startOutput(path: string | null, context: Context): Writing {
  const { stdout, cwd } = context.io
  if (path === null) {
    const write = (content: string | Uint8Array) => {
      stdout.write(stdout.isTTY && typeof content === 'string' ? visibleLines(content) : content)
    }
    return { write, finish() {}, abandon() {} }
  }
  const safely = <Made>(work: () => Made) => orCannotWrite(path, context, work)
  const writing = safely(() => startWriting(resolve(cwd, path)))
  return {
    write: content => safely(() => writing.write(content)),
    finish: () => safely(() => writing.finish()),
    abandon: () => writing.abandon(),
  }
}

/** What files hold must not move a terminal's cursor. */
function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n')
}

function orCannotWrite<Made>(path: string, { words }: Context, work: () => Made): Made {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UserError(words.cannotWrite(path, code))
  }
}
