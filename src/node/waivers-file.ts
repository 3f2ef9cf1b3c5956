import { fitsField, type WaiverEntry, waiverFields } from '../core/policy/waiver-fields.ts'
import { appendTo, type JsonPath, parseJsonc, type TextPlace } from './jsonc.ts'

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
  for (const { path, fault } of faultsIn(value)) return { kind: 'wrong', place: placeOf(path), fault }
  const { waivers } = value as { readonly waivers: readonly WaiverEntry[] }
  return {
    kind: 'read',
    waivers: waivers.map((waiver, index) => ({ ...waiver, place: placeOf(['waivers', index]) })),
  }
}

interface PlacedFault {
  readonly path: JsonPath
  readonly fault: WaiversFault
}

const fields = Object.keys(waiverFields) as (keyof typeof waiverFields)[]

function* faultsIn(value: unknown): Generator<PlacedFault> {
  yield* unknownKeys(value, ['$schema', 'version', 'waivers'], [])
  if (!isObject(value)) yield wrongValue([], 'waivers')
  const { $schema, version, waivers } = value as Readonly<Record<string, unknown>>
  if ($schema !== undefined && typeof $schema !== 'string') yield wrongValue(['$schema'], '$schema')
  if (version !== 1) yield wrongValue(['version'], 'version')
  if (!Array.isArray(waivers)) yield wrongValue(['waivers'], 'waivers')
  for (const [index, waiver] of (waivers as readonly unknown[]).entries()) {
    const path = ['waivers', index]
    if (!isObject(waiver)) yield wrongValue(path, 'waivers')
    yield* unknownKeys(waiver, fields, path)
    const entry = waiver as Readonly<Record<string, unknown>>
    for (const field of fields) if (!fitsField(field, entry[field])) yield wrongValue([...path, field], field)
  }
}

function* unknownKeys(value: unknown, known: readonly string[], path: JsonPath): Generator<PlacedFault> {
  for (const key of isObject(value) ? Object.keys(value) : [])
    if (!known.includes(key)) yield { path: [...path, key], fault: { kind: 'unknown-key', key, known } }
}

function wrongValue(path: JsonPath, key: string): PlacedFault {
  return { path, fault: { kind: 'value', key } }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const emptyFile = '{\n  "version": 1,\n  "waivers": []\n}\n'

/** The text of a file of waivers with more entries, or of a new one; comments and all else stay. */
export function withWaivers(text: string | null, entries: readonly WaiverEntry[]): string {
  return entries.reduce<string>((longer, entry) => appendTo(longer, ['waivers'], entry), text ?? emptyFile)
}
