import type { Occurrence } from './waive.ts'

/** What an archive is known to have, by file: relative to the folder of the baseline, with `/`, in Unicode form C. */
export type Baseline = ReadonlyMap<string, readonly Occurrence[]>

/**
 * The text of `gouji.baseline.json`: by file, code and ref what is said there, each line for itself so that differences
 * can be read. Refs that differ in the last part and say the same share a line, `requests.granted.{total,naturalPerson}`.
 */
export function baselineText(baseline: Baseline): string {
  const files = [...baseline].filter(([, occurrences]) => occurrences.length > 0)
  const byFile = files.map(([file, occurrences]) => {
    const codes = groupBy(occurrences, ({ code }) => code)
    return [file, sorted(codes.map(([code, own]) => [code, valuesByRef(own)] as const))] as const
  })
  return `${JSON.stringify({ version: 1, files: sorted(byFile) }, null, 2)}\n`
}

type Values = string | readonly string[]

function valuesByRef(occurrences: readonly Occurrence[]): Readonly<Record<string, Values>> {
  const single: { readonly ref: string; readonly value: string }[] = []
  const entries: (readonly [string, Values])[] = []
  for (const [ref, own] of groupBy(occurrences, occurrence => occurrence.ref)) {
    if (own.length === 1 && ref !== '') single.push({ ref, value: own[0]!.value })
    else entries.push([ref, own.map(({ value }) => value).sort()])
  }
  const rowOf = (ref: string) => ref.slice(0, ref.lastIndexOf('.') + 1)
  for (const [, alike] of groupBy(single, ({ ref, value }) => `${rowOf(ref)}\0${value}`)) {
    const [{ ref, value }] = alike as [(typeof alike)[number]]
    const ends = alike.map(other => other.ref.slice(rowOf(ref).length)).sort()
    entries.push([ends.length === 1 ? ref : `${rowOf(ref)}{${ends.join()}}`, value])
  }
  return sorted(entries)
}

/** Null for a text that is no baseline. */
export function readBaseline(text: string): Baseline | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(content) || content.version !== 1 || !isRecord(content.files)) return null
  const baseline = new Map<string, readonly Occurrence[]>()
  for (const [file, codes] of Object.entries(content.files)) {
    const occurrences = isRecord(codes) ? occurrencesIn(codes) : null
    if (!occurrences) return null
    baseline.set(file.normalize('NFC'), occurrences)
  }
  return baseline
}

function occurrencesIn(codes: Readonly<Record<string, unknown>>): readonly Occurrence[] | null {
  const occurrences: Occurrence[] = []
  for (const [code, refs] of Object.entries(codes)) {
    if (!isRecord(refs)) return null
    for (const [pattern, written] of Object.entries(refs)) {
      const values = Array.isArray(written) ? written : [written]
      for (const ref of refsOf(pattern))
        for (const value of values) {
          if (typeof value !== 'string') return null
          occurrences.push({ code, ref, value })
        }
    }
  }
  return occurrences
}

function refsOf(pattern: string): readonly string[] {
  const brace = pattern.indexOf('{')
  if (brace < 0) return [pattern]
  const row = pattern.slice(0, brace)
  return pattern
    .slice(brace + 1, -1)
    .split(',')
    .map(end => row + end)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups]
}

/** By key, in code units. */
function sorted<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
