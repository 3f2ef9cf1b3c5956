import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type Limits, megabyte } from '../core/index.ts'

export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Beyond the limit, and therefore not read. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** `reason`: the code of the file system's error. */
  | { readonly kind: 'unreadable'; readonly reason: string }

export function readFile(absolute: string, { fileSize }: Limits): FileRead {
  try {
    // Opened once: to look a path up costs more than to read a report.
    const file = openSync(absolute, 'r')
    try {
      const stats = fstatSync(file)
      // A device may have no end.
      if (!stats.isFile() && !stats.isFIFO())
        return { kind: 'unreadable', reason: stats.isDirectory() ? 'EISDIR' : 'ENOTSUP' }
      const { size } = stats
      if (size > fileSize * megabyte) return { kind: 'too-large', size }
      return { kind: 'read', bytes: readFileSync(file) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return { kind: 'unreadable', reason: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
}
