import { causesAndOthers } from '../diagnostics/causes-and-others.ts'
import type {
  Cause,
  Diagnostic,
  Excerpt,
  FileResult,
  Fix,
  Related,
  Severity,
} from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { fingerprint } from '../text/fingerprint.ts'

/** One thing to look at: a cause with all that fails because of it, or a diagnostic that has none. */
export interface Entry {
  readonly severity: Severity
  /** Of the first diagnostic. */
  readonly code: string
  readonly name: string
  readonly message: string
  readonly ref: string | null
  readonly location: Location
  readonly excerpt: Excerpt | null
  /** Why, what to do, what else speaks for it, and the basis. */
  readonly notes: readonly string[]
  /** What fails because of it; empty for a diagnostic, which stands for itself. */
  readonly symptoms: readonly Diagnostic[]
  readonly related: readonly Related[]
  readonly suspects: Cause['suspects']
  readonly fixes: readonly Fix[]
  /**
   * 16 hexadecimal digits, a colon and the place among equal ones, from 1: of the file, the code and the ref, so that it
   * stays when lines move, numbers change or the language is another.
   */
  readonly fingerprint: string
}

/** What a file has to say, an entry for each thing that a person has to look at. */
export function entriesOf(file: FileResult): readonly Entry[] {
  const seen = new Map<string, number>()
  return causesAndOthers(file).map(each => {
    const isCause = 'suspects' in each
    const symptoms = isCause ? each.diagnostics.map(index => file.diagnostics[index]!) : []
    const first = isCause ? symptoms[0]! : each
    const { severity, message, ref, location, excerpt } = each
    const about = ref ?? first.ref ?? first.subjects[0]!.value
    const hash = fingerprint(first.code, file.path.normalize('NFC'), about)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return {
      severity,
      code: first.code,
      name: first.name,
      message,
      ref,
      location,
      excerpt,
      // Its own advice takes the place of the rule's, between the reason and the basis.
      notes: isCause ? [...first.notes.slice(0, 1), ...each.notes, ...first.notes.slice(2)] : first.notes,
      symptoms,
      related: isCause ? [] : each.related,
      suspects: isCause ? each.suspects : [],
      fixes: isCause ? [] : each.fixes,
      fingerprint: `${hash}:${count}`,
    }
  })
}
