import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: under another name first, then renamed. Makes the folders on the way.
 * @throws the error of the file system.
 */
export function writeFile(path: string, content: string | Uint8Array): void {
  const old = statSync(path, { throwIfNoEntry: false })
  // A device, a pipe or a terminal can only be written to; renaming would replace it.
  if (old && !old.isFile()) {
    writeFileSync(path, content)
    return
  }
  const target = old ? realpathSync(path) : path
  makeFolder(dirname(target))
  writeWhole(target, content, old)
}

/** A file that is written piece by piece, and takes its place when it is finished. */
export interface Writing {
  /** @throws the error of the file system. */
  write(content: string | Uint8Array): void
  /** @throws the error of the file system. */
  finish(): void
  /** Leaves nothing behind, and what was there before as it was. */
  abandon(): void
}

/**
 * Begins to write a file whole or not at all, as `writeFile` does, where its content is too much to be held at once.
 * @throws the error of the file system.
 */
export function startWriting(path: string): Writing {
  const old = statSync(path, { throwIfNoEntry: false })
  const isPlace = !old || old.isFile()
  const target = old && isPlace ? realpathSync(path) : path
  if (isPlace) makeFolder(dirname(target))
  const written = isPlace ? temporaryFor(target) : path
  const file = openSync(written, isPlace ? 'wx' : 'w')
  let isOpen = true
  const close = () => {
    for (const signal of endings) process.off(signal, end)
    if (isOpen) closeSync(file)
    isOpen = false
  }
  const abandon = () => {
    close()
    if (isPlace) rmSync(written, { force: true })
  }
  const end = (signal: NodeJS.Signals) => {
    abandon()
    process.kill(process.pid, signal)
  }
  for (const signal of endings) process.once(signal, end)
  return {
    write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    },
    finish() {
      close()
      if (!isPlace) return
      if (old) keepOwner(written, old)
      if (old) chmodSync(written, old.mode)
      renameSync(written, target)
    },
    abandon,
  }
}

/** Step by step: asked for all folders at once, some versions of Node never return where none can be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

export type Replaced =
  | { readonly kind: 'replaced' }
  /** It no longer holds what was read from it. */
  | { readonly kind: 'changed' }
  /** `reason`: the code of the file system's error. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Puts new content in the place of what was read from a file; a link stays, and what it leads to is written. */
export function replaceFile(path: string, read: Uint8Array, content: Uint8Array): Replaced {
  try {
    const target = realpathSync(path)
    const old = statSync(target)
    // A pipe cannot be read twice.
    if (!old.isFile()) return { kind: 'refused', reason: 'ENOTSUP' }
    // Renaming would go round the mark of a file that must not be written; to the superuser access says nothing.
    if ((old.mode & anyoneMayWrite) === 0) return { kind: 'refused', reason: 'EACCES' }
    accessSync(target, constants.W_OK)
    const isWritten = writeWhole(target, content, old, () => readFileSync(target).equals(read))
    return { kind: isWritten ? 'replaced' : 'changed' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { kind: 'refused', reason: code }
  }
}

const anyoneMayWrite = 0o222

/** False when nothing was written, because `isStill` said no just before the file would have been replaced. */
function writeWhole(
  target: string,
  content: string | Uint8Array,
  old: Stats | undefined,
  isStill: () => boolean = () => true,
): boolean {
  const temporary = temporaryFor(target)
  let isWritten = false
  let isOurs = false
  finishBeforeEnding()
  try {
    // A name that is taken is not ours to write to, nor what it leads to.
    writeFileSync(temporary, content, { flag: 'wx' })
    isOurs = true
    if (old) keepOwner(temporary, old)
    if (old) chmodSync(temporary, old.mode)
    if (isStill()) {
      renameSync(temporary, target)
      isWritten = true
    }
  } finally {
    if (isOurs && !isWritten) rmSync(temporary, { force: true })
  }
  return isWritten
}

/** A name beside it, in the same file system. */
function temporaryFor(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}.tmp`)
}

let isFinishing = false

/**
 * Lets a signal to end the process wait until the event loop turns, which is after the file is whole: else a part of it
 * would stay behind under its other name.
 */
function finishBeforeEnding(): void {
  if (isFinishing) return
  isFinishing = true
  const end = (signal: NodeJS.Signals) => process.kill(process.pid, signal)
  for (const signal of endings) process.once(signal, end)
  setImmediate(() => {
    for (const signal of endings) process.off(signal, end)
    isFinishing = false
  })
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** As far as the system lets us: who may not give a file away is mostly its owner. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid)
  } catch {
    // Some file systems know no owners.
  }
}
