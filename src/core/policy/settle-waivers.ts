import type { FileResult, WaiverReason } from '../diagnostics/diagnostic.ts'
import { documentStart, type Location } from '../document/location.ts'
import type { Problem, Unused } from '../document/problem.ts'
import type { Baseline } from './baseline.ts'
import { type Accepted, keyOf, type Occurrence, waive } from './waive.ts'

/** A finding that somebody answers for, as it stands in a file of waivers. */
export interface Waiver extends Occurrence, WaiverReason {
  /** Relative to the folder of the waivers, with `/`, in Unicode form C. */
  readonly file: string
  /** Of the entry in the file of waivers. */
  readonly location: Location
}

/** What a folder of reports keeps beside them. */
export interface Kept {
  readonly waivers: readonly Waiver[]
  readonly baseline: Baseline
}

export interface Settled {
  /** In the order they were given. */
  readonly files: readonly FileResult[]
  /** What is to be said of the waivers, in their order. */
  readonly waivers: readonly Problem[]
  /** What is to be said of the baseline. */
  readonly baseline: readonly Problem[]
}

/** A file that was checked, with its name in the folder. */
export interface NamedFile {
  readonly name: string
  readonly file: FileResult
}

/**
 * Waives what a folder accepts of the files that were checked, and says which entries are of no use: among those of
 * these files, and of files that are no longer there. `today` is a day as `until` writes it.
 */
export function settleWaivers(
  checked: readonly NamedFile[],
  { waivers, baseline }: Kept,
  today: string,
  isThere: (name: string) => boolean,
): Settled {
  const own = waiversByFile(waivers)
  const known = new Map(baseline)
  const problems = new Map<Waiver, Problem>()
  let gone = 0
  const files = checked.map(({ name, file }) => {
    const entries = acceptedOf(own.get(name) ?? [], known.get(name) ?? [], today)
    // What accepts something of one file accepts nothing of another that bears the same name.
    own.delete(name)
    known.delete(name)
    if (entries.length === 0) return file
    const { file: settled, unmet, left } = waive(file, entries)
    gone += unmet.filter(({ waiver }) => waiver === null).length
    const met = entries.filter(entry => !unmet.includes(entry))
    for (const { waiver, isLive } of met) if (waiver && !isLive) problems.set(waiver, expired(waiver))
    const taken = new Set(met.map(keyOf))
    const changed = [...left]
    for (const { waiver } of unmet)
      if (waiver) problems.set(waiver, uselessness(waiver, file, taken, changed))
    return settled
  })
  for (const [name, entries] of own)
    if (!isThere(name)) for (const waiver of entries) problems.set(waiver, unused(waiver, 'no-file'))
  for (const [name, entries] of known) if (!isThere(name)) gone += entries.length
  return {
    files,
    waivers: waivers.flatMap(waiver => problems.get(waiver) ?? []),
    baseline: gone > 0 ? [{ name: 'outdated-baseline', location: documentStart, data: { count: gone } }] : [],
  }
}

function waiversByFile(waivers: readonly Waiver[]): Map<string, readonly Waiver[]> {
  const byFile = new Map<string, Waiver[]>()
  for (const waiver of waivers) {
    const own = byFile.get(waiver.file)
    if (own) own.push(waiver)
    else byFile.set(waiver.file, [waiver])
  }
  return byFile
}

interface Entry extends Accepted {
  /** Null for what a baseline knows. */
  readonly waiver: Waiver | null
}

export function acceptedOf(
  waivers: readonly Waiver[],
  baseline: readonly Occurrence[],
  today: string,
): readonly Entry[] {
  return [
    ...waivers.map(waiver => {
      const { code, ref, value, reason, who, until } = waiver
      const isLive = until === null || until >= today
      return { code, ref, value, waiver, reason: { reason, who, until }, isLive }
    }),
    ...baseline.map(occurrence => ({ ...occurrence, waiver: null, reason: null, isLive: true })),
  ]
}

/** Why a waiver accepts nothing that was found; takes what it is compared with out of `changed`. */
function uselessness(
  waiver: Waiver,
  { tables }: FileResult,
  taken: ReadonlySet<string>,
  changed: Occurrence[],
): Problem {
  if (tables.length === 0) return unused(waiver, 'unread')
  if (taken.has(keyOf(waiver))) return unused(waiver, 'twice')
  const { code, ref } = waiver
  const at = ref === '' ? -1 : changed.findIndex(other => other.code === code && other.ref === ref)
  if (at < 0) return unused(waiver, 'gone')
  const [{ value: found }] = changed.splice(at, 1) as [Occurrence]
  return { name: 'lapsed-waiver', location: waiver.location, data: { ...cellOf(waiver), found } }
}

function unused(waiver: Waiver, why: Unused): Problem {
  return { name: 'unused-waiver', location: waiver.location, data: { ...cellOf(waiver), why } }
}

function expired(waiver: Waiver): Problem {
  const data = { ...cellOf(waiver), until: waiver.until! }
  return { name: 'expired-waiver', location: waiver.location, data }
}

function cellOf({ file, code, ref, value }: Waiver) {
  return { file, code, ref, value }
}
