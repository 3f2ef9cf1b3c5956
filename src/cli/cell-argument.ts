import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Target } from '../core/index.ts'

/** A cell of a file as it is typed: FILE:REF, FILE:表三!C12 or FILE:LINE:COLUMN. */
export interface CellArgument {
  readonly path: string
  readonly target: Target
}

/** Null when it names no cell. A path may contain colons itself: the longest one that is a file counts. */
export function parseCellArgument(text: string, cwd: string): CellArgument | null {
  const colons = [...text.matchAll(/:/g)].map(({ index }) => index).reverse()
  const ends = colons.filter(end => end > 0 && isFile(resolve(cwd, text.slice(0, end))))
  const guessed = /:\d+:\d+$/.exec(text)?.index ?? colons.find(end => !isDrive(text, end))
  const end = ends[0] ?? guessed
  if (!end) return null
  const target = parseTarget(text.slice(end + 1))
  return target && { path: text.slice(0, end), target }
}

/** The colon of `C:\`. */
function isDrive(text: string, end: number): boolean {
  return end === 1 && /^[A-Za-z]:[\\/]/.test(text)
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function parseTarget(text: string): Target | null {
  const [, line, column] = /^(\d{1,9}):(\d{1,9})$/.exec(text) ?? []
  if (line && column) return { kind: 'place', line: Number(line), column: Number(column) }
  if (/[!！]/.test(text)) return { kind: 'address', address: text }
  return /^[A-Za-z.]+$/.test(text) ? { kind: 'ref', ref: text } : null
}
