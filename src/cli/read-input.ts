import { resolve } from 'node:path'
import { type Limits, megabyte, type Source } from '../core/index.ts'
import { shownPath } from '../node/find-files.ts'
import { readFile } from '../node/read-file.ts'
import { UserError } from '../node/user-error.ts'
import type { Context, Io } from './io.ts'
import { missingPathHint } from './suggestions.ts'

/**
 * Reads a file that a command works on, other than to check it.
 * @throws UserError when there is no such file or it cannot be read.
 */
export function readInput(path: string, { io, limits, words, workOn }: Context): Source {
  const absolute = resolve(io.cwd, path)
  const shown = shownPath(absolute, io.cwd)
  workOn(shown)
  const read = readFile(absolute, limits)
  if (read.kind === 'read') return { path: shown, bytes: read.bytes, isNamed: true }
  if (read.kind === 'too-large') throw new UserError(words.tooLarge(path))
  if (read.reason === 'ENOENT')
    throw new UserError(words.missingPath(path), missingPathHint(path, { io, words }))
  if (read.reason === 'EISDIR') throw new UserError(words.isFolder(path))
  throw new UserError(words.unreadable(path, read.reason))
}

/** Standard input under a name; what is beyond the limit on a file's size is left unread. */
export async function readStandardInput({ stdin }: Io, name: string, { fileSize }: Limits): Promise<Source> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > fileSize * megabyte) break
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { path: name, bytes, isNamed: true }
}
