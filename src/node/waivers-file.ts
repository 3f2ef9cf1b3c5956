import { type WaiverEntry, waiversFile } from '../core/schemas/waivers.ts'
import { appendTo, parseJsonc, type TextPlace } from './jsonc.ts'

export type { WaiverEntry }

export interface WrittenWaiver extends WaiverEntry {
  readonly place: TextPlace
}

export type ReadWaivers =
  | { readonly kind: 'read'; readonly waivers: readonly WrittenWaiver[] }
  | { readonly kind: 'wrong'; readonly place: TextPlace; readonly fault: WaiversFault }

/** The first thing that is wrong. `value`: what stands under a key, or that nothing does. */
export type WaiversFault =
  | { readonly kind: 'syntax' }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'value'; readonly key: string }

/** What a file of waivers says. This is a bundle of its own, for most folders have none. */
export function readWaivers(text: string): ReadWaivers {
  const { value, fault, placeOf } = parseJsonc(text)
  if (fault) return { kind: 'wrong', place: fault, fault: { kind: 'syntax' } }
  const parsed = waiversFile.safeParse(value)
  if (parsed.success) {
    const waivers = parsed.data.waivers.map((waiver, index) => {
      return { ...waiver, place: placeOf(['waivers', index]) }
    })
    return { kind: 'read', waivers }
  }
  const issue = parsed.error.issues[0]!
  const path = issue.path as readonly (string | number)[]
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!
    const shape = path.length === 0 ? waiversFile.shape : waiversFile.shape.waivers.element.shape
    const known = Object.keys(shape)
    return { kind: 'wrong', place: placeOf([...path, key]), fault: { kind: 'unknown-key', key, known } }
  }
  const key = path.filter(step => typeof step === 'string').at(-1) ?? 'waivers'
  return { kind: 'wrong', place: placeOf(path), fault: { kind: 'value', key } }
}

const emptyFile = '{\n  "version": 1,\n  "waivers": []\n}\n'

/** The text of a file of waivers with more entries, or of a new one; comments and all else stay. */
export function withWaivers(text: string | null, entries: readonly WaiverEntry[]): string {
  return entries.reduce<string>((longer, entry) => appendTo(longer, ['waivers'], entry), text ?? emptyFile)
}
