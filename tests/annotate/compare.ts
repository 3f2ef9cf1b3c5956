import { inflateRawSync } from 'node:zlib'
import { type Cell, read, type Sheet } from 'hucre'
import { expect } from 'vitest'
import type { Cause, Diagnostic, FileResult } from '../../src/core/index.ts'
import { annotateSource, checkSource, type Profile } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'

export const first = '核对结果'

/** A file, what was said of it, and its copy. */
export async function annotated(path: string, bytes: Uint8Array, profile: Profile = 'standard') {
  const source = { path, bytes, isNamed: true }
  const checked = await checkSource(source, { language: 'zh-CN', profile }, nodeHost)
  if (checked.kind === 'skipped') throw new Error(`skipped: ${checked.reason}`)
  const copy = await annotateSource(source, checked.file, { language: 'zh-CN' }, nodeHost)
  return { file: checked.file, ...copy }
}

/** An entry of a container: what its headers say and its packed bytes. */
interface Entry {
  readonly date: number
  readonly flags: number
  readonly method: number
  readonly packed: Buffer
  readonly text: string
}

/** Read by the directory, in its order. */
export function entriesOf(zip: Uint8Array): Map<string, Entry> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const method = bytes.readUInt16LE(at + 10)
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      date: bytes.readUInt32LE(at + 12),
      // But for the sign that sizes stand behind the entry.
      flags: bytes.readUInt16LE(at + 8) & ~8,
      method,
      packed,
      text: (method === 8 ? inflateRawSync(packed) : packed).toString(),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * Every entry of the original is in the copy, in its order, packed as it was; only those that `mayChange` names have
 * other bytes, and sheets differ only by styles of cells, blank cells, the drawing of notes and the selection.
 */
export function expectPatched(original: Uint8Array, copy: Uint8Array, mayChange: RegExp): void {
  const [before, after] = [entriesOf(original), entriesOf(copy)]
  expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()])
  for (const [name, entry] of before) {
    const other = after.get(name)!
    expect([name, other.date, other.flags]).toEqual([name, entry.date, entry.flags])
    if (other.packed.equals(entry.packed)) continue
    expect(name).toMatch(mayChange)
    if (/worksheets\/[^/]*\.xml$/i.test(name)) expect(bare(other.text), name).toBe(bare(entry.text))
  }
}

/** A sheet without what annotating changes. */
function bare(sheet: string): string {
  return sheet
    .replace(/<((?:\w+:)?c)( r="[A-Z]+\d+")?(?: s="\d+")?( [^>]*?)?(?: s="\d+")?\s*(\/?)>/g, '<$1$2$3$4>')
    .replace(/<(?:\w+:)?c r="[A-Z]+\d+"\/>/g, '')
    .replace(/(<(?:\w+:)?row [^>]*?) spans="[^"]*"/g, '$1')
    .replace(/<(?:\w+:)?row r="\d+"(?:\/>|><\/(?:\w+:)?row>)/g, '')
    .replace(/<(?:\w+:)?legacyDrawing [^>]*>/g, '')
    .replace(/ tabSelected=["'][^"']*["']/g, '')
    .replace(/<((?:\w+:)?row) ([^>]*)><\/(?:\w+:)?row>/g, '<$1 $2/>')
    .replace(/<((?:\w+:)?sheetData)><\/(?:\w+:)?sheetData>/g, '<$1/>')
}

/** Sheets as another reader sees them, with styles. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return (await read(Uint8Array.from(bytes), { readStyles: true })).sheets
}

/** All that the other reader sees of the original's sheets is in the copy, but for fills and notes. */
export async function expectSameSheets(original: Uint8Array, copy: Uint8Array): Promise<void> {
  const [before, [, ...after]] = [await sheetsOf(original), await sheetsOf(copy)]
  expect(after.map((sheet, at) => plainSheet(sheet, before[at]))).toEqual(
    before.map(sheet => plainSheet(sheet)),
  )
}

/** Blank cells that `original` does not have are left out. */
function plainSheet(sheet: Sheet, original = sheet) {
  const { cells = new Map<string, Cell>(), rows, view, a11y, ...rest } = sheet as Sheet & { a11y?: unknown }
  // Details only of cells that have any: it leaves plain ones out, and values stand in the rows.
  const kept = [...cells].flatMap(([key, { comment, style, value, type, ...cell }]) => {
    if (value === null && !original.cells?.has(key)) return []
    const { fill, ...look } = style ?? {}
    return Object.keys(look).length + Object.keys(cell).length > 0 ? [[key, { ...cell, look }] as const] : []
  })
  const lines = rows.map(row => withoutEnd(row, value => value === null || value === undefined))
  return { ...rest, rows: withoutEnd(lines, line => line.length === 0), cells: new Map(kept) }
}

function withoutEnd<Item>(list: readonly Item[], isBlank: (item: Item) => boolean): Item[] {
  let length = list.length
  while (length > 0 && isBlank(list[length - 1]!)) length--
  return list.slice(0, length)
}

/** `C12` as `11,2`. */
export function keyOf(address: string): string {
  const [, letters, row] = /([A-Z]+)(\d+)$/.exec(address)!
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return `${Number(row) - 1},${column}`
}

/** Where the links of the first sheet lead to, in their order, as `表三!C12`. */
export async function linksOf(copy: Uint8Array): Promise<string[]> {
  const [sheet] = await sheetsOf(copy)
  const links = [...sheet!.cells!].flatMap(([key, { hyperlink }]) =>
    hyperlink?.location ? [[Number(key.split(',')[0]), hyperlink.location] as const] : [],
  )
  return links.sort(([a], [b]) => a - b).map(([, location]) => location)
}

/** The places of diagnostics as links write them. */
export function placesOf(file: FileResult): string[] {
  return listedOf(file).flatMap(({ location: { address } }) =>
    address === null ? [] : [address.startsWith("'") ? address : `'${address.replace('!', "'!")}`],
  )
}

/** What the list has a line for: each cause with what it explains beneath it, and what has no cause. */
export function listedOf({ diagnostics, causes }: FileResult): readonly (Cause | Diagnostic)[] {
  const explained = new Set(causes.flatMap(cause => cause.diagnostics))
  return diagnostics.flatMap((diagnostic, index) => [
    ...causes
      .filter(cause => cause.diagnostics[0] === index)
      .flatMap(cause => [cause, ...cause.diagnostics.map(at => diagnostics[at]!)]),
    ...(explained.has(index) ? [] : [diagnostic]),
  ])
}
