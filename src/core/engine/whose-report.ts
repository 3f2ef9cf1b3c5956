import type { FileResult } from '../diagnostics/diagnostic.ts'
import { bodyNamed } from '../model/body.ts'
import type { Roster } from '../model/collection.ts'
import { folderOf } from '../model/renditions.ts'
import { parseFileName } from '../recognize/identify.ts'

/** Whose report a path says it is, and of which year. */
export interface NamedByPath {
  readonly body: string | null
  readonly year: number | null
}

/** Whose report a file is, and of which year; null where nothing tells. */
export interface Whose {
  /** By the name that the roster gives it. */
  readonly body: string | null
  readonly year: number | null
  /** What tells bodies of one name apart: the folder; empty where settings say whose report it is. */
  readonly folder: string
}

export function whoseReport(
  file: Pick<FileResult, 'path' | 'body' | 'year' | 'tables'>,
  roster: Roster | null,
  namedBy: (path: string) => NamedByPath | null,
): Whose {
  const named = namedBy(file.path)
  const isRead = file.body !== null || file.tables.length > 0
  // Of a file that cannot be read, its name may tell.
  const { body, year } = isRead ? file : parseFileName(file.path)
  const names = [named?.body, body].flatMap(name => name ?? [])
  const listed = names.flatMap(name => (roster && bodyNamed(roster.bodies, name)) ?? [])[0]
  return {
    body: listed?.name ?? names[0] ?? null,
    year: named?.year ?? year,
    folder: listed || named?.body ? '' : folderOf(file.path),
  }
}
