import * as core from '../core/api/index.ts'
import { settle, settleSources } from '../core/api/options.ts'
import { compared } from '../core/api/run.ts'
import { limitsOf, parseSource, resultOf } from '../core/index.ts'
import { checkInputs } from './check-files.ts'
import { type FoundFile, findFiles, isLockFile } from './find-files.ts'
import { nodeHost } from './host.ts'
import { readFile } from './read-file.ts'
import { UserError } from './user-error.ts'

/** The path of a file or a folder, a pattern, or a file that was read. */
export type Input = string | core.Source

export interface NodeOptions extends core.Options {
  /** The folder that paths are taken from and shown against; the working directory unless told. */
  readonly cwd?: string | undefined
}

/**
 * Checks files, those of folders and patterns, and sources, in the order of their paths. Bad content is a diagnostic,
 * never a throw; what looks like no report at all is in `skipped`.
 * @throws UserError when there is no such path; TypeError for options that do not exist.
 */
export async function check(
  inputs: Input | readonly Input[],
  options: NodeOptions = {},
): Promise<core.Result> {
  const { files, settings } = await find(inputs, options)
  const result = await checkInputs(files, settings)
  return resultOf(compared(result.files, settings), result.skipped, settings)
}

/**
 * The figures of files, those of folders and patterns, and sources: one report each. A report has no tables where none
 * could be read; `check` says why.
 * @throws UserError when there is no such path; TypeError for options that do not exist.
 */
export async function parse(
  inputs: Input | readonly Input[],
  options: NodeOptions = {},
): Promise<readonly core.ParsedReport[]> {
  const { files, settings } = await find(inputs, options)
  const limits = limitsOf(settings)
  const reports: core.ParsedReport[] = []
  for (const input of files) {
    const source = 'bytes' in input ? input : read(input)
    const nothing = { path: input.path, body: null, year: null, tables: [], facts: [] }
    reports.push(source ? await parseSource(source, nodeHost, limits) : nothing)
  }
  return reports

  function read({ path, absolute, isNamed, unlisted }: FoundFile): core.Source | null {
    if (unlisted || isLockFile(path)) return null
    const found = readFile(absolute, limits)
    return found.kind === 'read' ? { path, bytes: found.bytes, isNamed } : null
  }
}

/**
 * Writes figures plainly (full-width digits, separators, units, signs, blanks, zeros) where no number changes by it; in
 * text formats only. What comes out was read again and says the same. Stores nothing.
 * @throws TypeError for options that do not exist.
 */
export function fix(source: core.Source, options: core.Options = {}): Promise<core.Fixed> {
  return core.fix(source, { ...options, host: nodeHost })
}

/**
 * A copy of a source as a workbook with the findings in it: coloured cells, notes, a list. Null when no table was found.
 * Stores nothing.
 * @throws TypeError for options that do not exist.
 */
export function annotate(source: core.Source, options: core.Options = {}): Promise<core.Annotated | null> {
  return core.annotate(source, { ...options, host: nodeHost })
}

async function find(inputs: Input | readonly Input[], { cwd = process.cwd(), ...options }: NodeOptions) {
  const settings = settle(options)
  const all: readonly Input[] = Array.isArray(inputs) ? inputs : [inputs]
  const sources = settleSources(all.filter(input => typeof input !== 'string'))
  const paths = all.filter(input => typeof input === 'string')
  const { files, missing, unmatched } = await findFiles(paths, cwd)
  const nowhere = [...missing, ...unmatched]
  if (nowhere.length > 0) {
    const isEnglish = settings.language === 'en'
    const list = nowhere.join(isEnglish ? ', ' : '、')
    throw new UserError(isEnglish ? `No such path: ${list}` : `路径不存在：${list}`)
  }
  return { files: [...files, ...sources], settings }
}
