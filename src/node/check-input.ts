import {
  type CheckedSource,
  type CheckOptions,
  checkSource,
  limitsOf,
  type Source,
  tooLargeFile,
  unreadableFile,
} from '../core/index.ts'
import { type FoundFile, isLockFile } from './find-files.ts'
import { nodeHost } from './host.ts'
import { readFile } from './read-file.ts'

/** One file and how it is checked: plain data, so that another thread can be asked to. */
export interface Task {
  readonly input: FoundFile | Source
  readonly options: CheckOptions
}

export type Outcome =
  /** `digest`: of the bytes that were checked; null when it was not asked for, or nothing was read. */
  | { readonly kind: 'done'; readonly checked: CheckedSource; readonly digest: string | null }
  /** Through a fault of our own. */
  | { readonly kind: 'crashed'; readonly error: unknown }

/** Checks a file that was read; `absolute` is null for a source that is no file. */
export type CheckRead = (
  source: Source,
  absolute: string | null,
  options: CheckOptions,
) => Promise<CheckedSource>

const checkAlone: CheckRead = (source, _, options) => checkSource(source, options, nodeHost)

/** Reads and checks a file. Never throws. */
export async function checkInput(
  task: Task,
  isDigested = false,
  checkRead: CheckRead = checkAlone,
): Promise<Outcome> {
  try {
    const { input, options } = task
    const opened = openInput(task)
    if ('kind' in opened) return { kind: 'done', checked: opened, digest: null }
    const checked = await checkRead(opened, 'bytes' in input ? null : input.absolute, options)
    return { kind: 'done', checked, digest: isDigested ? digestOf(opened.bytes) : null }
  } catch (error) {
    return { kind: 'crashed', error }
  }
}

/** The file as it was read, or what there is to say without its content. */
export function openInput({ input, options }: Task): Source | CheckedSource {
  if ('bytes' in input) return input
  const { path, absolute, isNamed, unlisted } = input
  if (isLockFile(path)) return { kind: 'skipped', reason: 'other-format' }
  if (unlisted) return { kind: 'checked', file: unreadableFile(path, unlisted, options) }
  const read = readFile(absolute, limitsOf(options))
  switch (read.kind) {
    case 'read':
      return { path, bytes: read.bytes, isNamed }
    case 'too-large':
      return { kind: 'checked', file: tooLargeFile(path, read.size, options) }
    case 'unreadable':
      return { kind: 'checked', file: unreadableFile(path, read.reason, options) }
  }
}

/** SHA-256 in hexadecimal digits, by Node's own code; asked for here, for most runs digest nothing. */
export function digestOf(content: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex')
}
