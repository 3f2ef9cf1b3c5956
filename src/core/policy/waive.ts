import type { Diagnostic, FileResult, Waived, WaiverReason } from '../diagnostics/diagnostic.ts'
import { keepDiagnostics } from '../diagnostics/keep.ts'
import { isUnread } from '../document/problem.ts'

/** What a diagnostic says of one of its subjects. */
export interface Occurrence {
  readonly code: string
  readonly ref: string
  readonly value: string
}

/** An occurrence that somebody accepts, once: the same thing found twice needs two. */
export interface Accepted extends Occurrence {
  /** Null for what a baseline knows. */
  readonly reason: WaiverReason | null
  /** False when its last day has passed: it still takes up what it accepts, but covers it no longer. */
  readonly isLive: boolean
}

export interface Waiving<Entry extends Accepted> {
  /** With what is covered among the waived ones. */
  readonly file: FileResult
  /** Those that accept nothing that was found. */
  readonly unmet: readonly Entry[]
  /** What was found and no entry accepts, in the order of the diagnostics. */
  readonly left: readonly Occurrence[]
}

/**
 * Takes out of a file's diagnostics those of which every subject is covered. Entries of rules that are turned off are
 * left alone, for what they accept was not looked for.
 */
export function waive<Entry extends Accepted>(file: FileResult, accepted: readonly Entry[]): Waiving<Entry> {
  const found = occurrencesOf(file)
  const free = new Map<string, number>()
  for (const occurrence of found) add(free, keyOf(occurrence), 1)
  const cover = new Map<string, Entry[]>()
  const unmet: Entry[] = []
  for (const entry of accepted.filter(({ code }) => !file.off.includes(code)).sort(inTurn)) {
    const key = keyOf(entry)
    if ((free.get(key) ?? 0) === 0) unmet.push(entry)
    else {
      add(free, key, -1)
      if (entry.isLive) cover.set(key, [...(cover.get(key) ?? []), entry])
    }
  }
  const waived = new Map<Diagnostic, Waived>()
  for (const diagnostic of file.diagnostics) {
    const entries = isWaivable(diagnostic, file) ? takeAll(diagnostic, cover) : null
    if (entries) waived.set(diagnostic, waivedBy(diagnostic, entries))
  }
  const rest = keepDiagnostics(file, diagnostic => !waived.has(diagnostic))
  return {
    file: waived.size > 0 ? { ...rest, waived: [...file.waived, ...waived.values()] } : file,
    unmet,
    left: found.filter(occurrence => {
      const count = free.get(keyOf(occurrence)) ?? 0
      add(free, keyOf(occurrence), -1)
      return count > 0
    }),
  }
}

/** False for what says that something was not read: nobody knows what is in it, so there is nothing to accept. */
export function isWaivable({ name }: Diagnostic, { role, tables }: FileResult): boolean {
  return role === 'report' && tables.length > 0 && !isUnread(name)
}

/** What a file's diagnostics say of each of their subjects, as far as it can be waived. */
function occurrencesOf(file: FileResult): readonly Occurrence[] {
  return file.diagnostics
    .filter(diagnostic => isWaivable(diagnostic, file))
    .flatMap(({ code, subjects }) => subjects.map(({ ref, value }) => ({ code, ref, value })))
}

/** Whose reason holds covers first, then comes who has to look again, then what an archive is known to have. */
function inTurn(a: Accepted, b: Accepted): number {
  return turnOf(a) - turnOf(b)
}

function turnOf({ reason, isLive }: Accepted): number {
  if (!reason) return 2
  return isLive ? 0 : 1
}

/** One entry for each subject, which then cover nothing else; null, and nothing taken, when one is missing. */
function takeAll<Entry extends Accepted>(
  { code, subjects }: Diagnostic,
  cover: ReadonlyMap<string, Entry[]>,
): readonly Entry[] | null {
  const needed = new Map<string, number>()
  for (const { ref, value } of subjects) add(needed, keyOf({ code, ref, value }), 1)
  for (const [key, count] of needed) if ((cover.get(key)?.length ?? 0) < count) return null
  return [...needed].flatMap(([key, count]) => cover.get(key)!.splice(0, count))
}

function waivedBy(diagnostic: Diagnostic, entries: readonly Accepted[]): Waived {
  const reasons = new Map<string, WaiverReason>()
  for (const { reason } of entries)
    if (reason) reasons.set([reason.reason, reason.who, reason.until].join('\0'), reason)
  return { diagnostic, by: reasons.size > 0 ? 'waiver' : 'baseline', reasons: [...reasons.values()] }
}

export function keyOf({ code, ref, value }: Occurrence): string {
  return `${code}\0${ref}\0${value}`
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
