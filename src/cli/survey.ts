import { extname } from 'node:path'
import type { FileResult } from '../core/index.ts'

/** What stands in a folder that gouji is to check. */
export interface Survey {
  /** Files in which tables were read. */
  readonly reports: number
  /** Those of them with errors. */
  readonly flawed: number
  /** Files that look like reports and could not be read. */
  readonly unread: number
  /** Rising. */
  readonly years: readonly number[]
  readonly editions: readonly string[]
  /** How many reports have each extension, most first. */
  readonly extensions: readonly (readonly [extension: string, count: number])[]
  /** How paths tell body and year, where at least two do in the same way; most first. */
  readonly paths: readonly string[]
}

/** `files` are those of a check, with paths relative to the folder. */
export function surveyOf(files: readonly FileResult[]): Survey {
  const reports = files.filter(({ tables }) => tables.length > 0)
  const hasErrors = ({ diagnostics }: FileResult) => diagnostics.some(({ severity }) => severity === 'error')
  return {
    reports: reports.length,
    flawed: reports.filter(hasErrors).length,
    unread: files.length - reports.length,
    years: sorted(reports.flatMap(({ year }) => year ?? [])),
    editions: sorted(reports.flatMap(({ tables }) => tables.map(({ edition }) => edition))),
    extensions: counted(reports.map(({ path }) => extname(path).toLowerCase().slice(1))),
    paths: counted(reports.flatMap(file => patternOf(file) ?? []))
      .filter(([, count]) => count > 1)
      .slice(0, mostPatterns)
      .map(([pattern]) => pattern),
  }
}

const mostPatterns = 5

/** The path with its body and year taken out; null where it has neither, or characters that mean something else there. */
function patternOf({ path, body, year }: FileResult): string | null {
  const composed = path.normalize('NFC')
  if (/[*?[\]{}\\]|^!/.test(composed)) return null
  const end = composed.length - extname(composed).length
  const marked = [
    [body, '{body}'],
    [year === null ? null : String(year), '{year}'],
  ].reduce<string>(
    (text, [value, mark]) => (value ? text.replace(value, () => mark!) : text),
    composed.slice(0, end),
  )
  return marked.includes('{') ? `${marked}.*` : null
}

function sorted<Value extends string | number>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Most first, then by text. */
function counted(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
}
