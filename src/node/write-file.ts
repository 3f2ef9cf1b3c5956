import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  mkdirSync(dirname(target), { recursive: true })
  const temporary = join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, content)
    if (old) chmodSync(temporary, old.mode)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
