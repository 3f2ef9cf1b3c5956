import {
  type CheckedSource,
  type CheckOptions,
  checkSource,
  type FileResult,
  limitsOf,
  type Result,
  resultOf,
  type Skipped,
  type Source,
  tooLargeFile,
  unreadableFile,
} from '../core/index.ts'
import { type FoundFile, isLockFile } from './find-files.ts'
import { nodeHost } from './host.ts'
import { readFile } from './read-file.ts'

export interface CheckFilesOptions extends CheckOptions {
  /** Called before each file with its place in the order, from 0. */
  readonly onProgress?: (path: string, index: number, total: number) => void
  /** Called when checking a file fails through a fault of our own; the other files go on. Thrown when absent. */
  readonly onCrash?: (path: string, error: unknown) => void
  /** Checks a file that was read; `absolute` is null for a source that is no file. */
  readonly checkRead?: (
    source: Source,
    absolute: string | null,
    options: CheckOptions,
  ) => Promise<CheckedSource>
  /** How one input is checked, where settings say something else than for the rest. */
  readonly optionsFor?: (input: FoundFile | Source) => CheckOptions
  /** What settings make of all that was found: severities, waivers. In the order of the paths. */
  readonly settleAll?: (files: readonly FileResult[]) => readonly FileResult[]
}

/** Checks files, and sources already read, in the order of their paths. */
export async function checkInputs(
  inputs: readonly (FoundFile | Source)[],
  { onProgress, onCrash, checkRead, settleAll = files => files, optionsFor, ...options }: CheckFilesOptions,
): Promise<Result> {
  const check = checkRead ?? ((source, _, own) => checkSource(source, own, nodeHost))
  const files: FileResult[] = []
  const skipped: Skipped[] = []
  const sorted = [...inputs].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const [index, input] of sorted.entries()) {
    onProgress?.(input.path, index, sorted.length)
    let checked: CheckedSource
    try {
      checked = await checkInput(input, optionsFor?.(input) ?? options, check)
    } catch (error) {
      if (!onCrash) throw error
      onCrash(input.path, error)
      continue
    }
    if (checked.kind === 'checked') files.push(checked.file)
    else skipped.push({ path: input.path, reason: checked.reason, isNamed: input.isNamed === true })
  }
  return resultOf(settleAll(files), skipped, options)
}

async function checkInput(
  input: FoundFile | Source,
  options: CheckOptions,
  check: NonNullable<CheckFilesOptions['checkRead']>,
): Promise<CheckedSource> {
  if ('bytes' in input) return check(input, null, options)
  const { path, absolute, isNamed, unlisted } = input
  if (isLockFile(path)) return { kind: 'skipped', reason: 'other-format' }
  if (unlisted) return { kind: 'checked', file: unreadableFile(path, unlisted, options) }
  const read = readFile(absolute, limitsOf(options))
  switch (read.kind) {
    case 'read':
      return check({ path, bytes: read.bytes, isNamed }, absolute, options)
    case 'too-large':
      return { kind: 'checked', file: tooLargeFile(path, read.size, options) }
    case 'unreadable':
      return { kind: 'checked', file: unreadableFile(path, read.reason, options) }
  }
}
