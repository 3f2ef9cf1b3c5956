import { encode } from '../../src/testing/write-text.ts'

/** One record of a BIFF stream: its number, and its content in pieces. */
export type BiffRecord = readonly [number: number, ...content: (readonly number[])[]]

export interface SheetToWrite {
  readonly name: string
  /** 0 is visible, 1 hidden, 2 very hidden. */
  readonly state?: number
  readonly records: readonly BiffRecord[]
}

export interface BiffToWrite {
  readonly version: 5 | 8
  readonly codePage?: number
  /** Of the workbook, before its sheets. */
  readonly records?: readonly BiffRecord[]
  readonly sheets: readonly SheetToWrite[]
}

export const u16 = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff]
export const u32 = (value: number): readonly number[] => [...u16(value), ...u16(value >>> 16)]
export const f64 = (value: number): readonly number[] => [...new Uint8Array(new Float64Array([value]).buffer)]
/** A place and the style of a cell. */
const at = (row: number, column: number, style = 0) => [...u16(row), ...u16(column), ...u16(style)]

/** Texts as the version writes them. */
export function textsOf(version: 5 | 8) {
  const gbk = (text: string) => [...encode(text, 'gb18030')]
  const utf16 = (text: string) => [...Buffer.from(text, 'utf16le')]
  const isSmall = (text: string) => !/[^\0-\xff]/.test(text)
  const latin = (text: string) => [...Buffer.from(text, 'latin1')]
  return {
    /** Counted in one byte. */
    short: (text: string) =>
      version === 5
        ? [gbk(text).length, ...gbk(text)]
        : [text.length, isSmall(text) ? 0 : 1, ...(isSmall(text) ? latin(text) : utf16(text))],
    long: (text: string) =>
      version === 5
        ? [...u16(gbk(text).length), ...gbk(text)]
        : [...u16(text.length), isSmall(text) ? 0 : 1, ...(isSmall(text) ? latin(text) : utf16(text))],
  }
}

export const number = (row: number, column: number, value: number, style = 0): BiffRecord => [
  0x0203,
  at(row, column, style),
  f64(value),
]
/** A number of 30 bits; `hundredths` says that it is to be divided by 100. */
export const rk = (value: number, hundredths = false) => u32((value << 2) | 2 | (hundredths ? 1 : 0))
export const rkCell = (row: number, column: number, value: readonly number[]): BiffRecord => [
  0x027e,
  at(row, column),
  value,
]
export const rkCells = (row: number, column: number, values: readonly (readonly number[])[]): BiffRecord => [
  0x00bd,
  [...u16(row), ...u16(column)],
  ...values.flatMap(value => [u16(0), value]),
  u16(column + values.length - 1),
]
export const label = (version: 5 | 8, row: number, column: number, text: string): BiffRecord => [
  0x0204,
  at(row, column),
  textsOf(version).long(text),
]
export const error = (row: number, column: number, code: number): BiffRecord => [
  0x0205,
  at(row, column),
  [code, 1],
]
/** `=1+1` with a stored number. */
export const formula = (row: number, column: number, value: readonly number[]): BiffRecord => {
  const tokens = [0x1e, 1, 0, 0x1e, 1, 0, 0x03]
  return [0x0006, at(row, column), value, u16(0), u32(0), u16(tokens.length), tokens]
}
/** The stored value of a formula whose text follows. */
export const textFollows = [0, 0, 0, 0, 0, 0, 0xff, 0xff]
export const formulaText = (version: 5 | 8, text: string): BiffRecord => [0x0207, textsOf(version).long(text)]
export const merge = (row: number, lastRow: number, column: number, lastColumn: number): BiffRecord => [
  0x00e5,
  u16(1),
  [...u16(row), ...u16(lastRow), ...u16(column), ...u16(lastColumn)],
]
export const hiddenRow = (row: number): BiffRecord => [
  0x0208,
  [...u16(row), ...u16(0), ...u16(16), ...u16(255)],
  u32(0),
  [0x20, 1, 0, 0],
]
export const hiddenColumns = (first: number, last: number): BiffRecord => [
  0x007d,
  [...u16(first), ...u16(last), ...u16(2048), ...u16(0), ...u16(1), ...u16(0)],
]
export const format = (version: 5 | 8, id: number, code: string): BiffRecord => [
  0x041e,
  u16(id),
  version === 5 ? textsOf(version).short(code) : textsOf(version).long(code),
]
export const style = (version: 5 | 8, id: number): BiffRecord => [
  0x00e0,
  [...u16(0), ...u16(id), ...u16(1)],
  Array(version === 5 ? 10 : 14).fill(0),
]
export const font = (version: 5 | 8, name: string): BiffRecord => [
  0x0031,
  [...u16(200), ...u16(0), ...u16(0x7fff), ...u16(400), ...u16(0), 0, 0, 134, 0],
  textsOf(version).short(name),
]

/** A font of BIFF8 by what it does to a text: `struck` counts 8, `raised` is 1, lowered 2. */
export const marking = (struck: number, raised: number): BiffRecord => [
  0x0031,
  [...u16(220), ...u16(struck), ...u16(0x7fff), ...u16(400), ...u16(raised), 0, 0, 134, 0],
  textsOf(8).short('宋体'),
]
/** A shared string; runs begin at a letter and have the number of a font. */
export function shared(
  text: string,
  runs: readonly (readonly [number, number])[] = [],
  extra: number[] = [],
) {
  const [isWide = 0, ...letters] = textsOf(8).long(text).slice(2)
  const list = runs.flatMap(run => run.flatMap(u16))
  const sizes = [...(runs.length > 0 ? u16(runs.length) : []), ...(extra.length > 0 ? u32(extra.length) : [])]
  const flags = isWide | (runs.length > 0 ? 8 : 0) | (extra.length > 0 ? 4 : 0)
  return [...u16(text.length), flags, ...sizes, ...letters, ...list, ...extra]
}
export const sharedLabel = (row: number, column: number, index: number): BiffRecord => [
  0x00fd,
  at(row, column),
  u32(index),
]

/** The stream of a workbook: its own records, then those of each sheet. */
export function biffStream({ version, codePage, records = [], sheets }: BiffToWrite): Uint8Array {
  const start = (kind: number): BiffRecord => [
    0x0809,
    [...u16(version === 8 ? 0x0600 : 0x0500), ...u16(kind), ...u16(0), ...u16(0)],
    version === 8 ? [...u32(0), ...u32(6)] : [],
  ]
  const end: BiffRecord = [0x000a]
  const bodies = sheets.map(({ records }) => write([start(0x10), ...records, end]))
  const page: readonly BiffRecord[] = codePage === undefined ? [] : [[0x0042, u16(codePage)]]
  const head = (places: readonly number[]) =>
    write([
      start(5),
      ...page,
      ...records,
      ...sheets.map(
        ({ name, state = 0 }, index): BiffRecord => [
          0x0085,
          [...u32(places[index] ?? 0), state, 0],
          textsOf(version).short(name),
        ],
      ),
      end,
    ])
  let next = head([]).length
  const places = bodies.map(body => {
    const place = next
    next += body.length
    return place
  })
  return Uint8Array.from([...head(places), ...bodies.flat()])
}

function write(records: readonly BiffRecord[]): number[] {
  return records.flatMap(([id, ...content]) => [...u16(id), ...u16(content.flat().length), ...content.flat()])
}

const sector = 512
const [free, last, fat] = [0xffffffff, 0xfffffffe, 0xfffffffd]

/** An OLE container with one stream, of at least 4096 bytes: smaller ones are stored in another way. */
export function oleFile(name: string, stream: Uint8Array): Uint8Array {
  const size = Math.max(4096, Math.ceil(stream.length / sector) * sector)
  const sectors = size / sector
  const header = [
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    Array(16).fill(0),
    [...u16(0x3e), ...u16(3), ...u16(0xfffe), ...u16(9), ...u16(6)],
    Array(10).fill(0),
    // One sector of the allocation table, the directory in the second sector, no small streams.
    [...u32(1), ...u32(1), ...u32(0), ...u32(4096), ...u32(last), ...u32(0), ...u32(last), ...u32(0)],
    u32(0),
    Array.from({ length: 108 }, () => u32(free)).flat(),
  ].flat()
  const chain = Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? last : at + 3))
  const table = [fat, last, ...chain]
  if (table.length > sector / 4) throw new Error('too long for one sector of the table')
  while (table.length < sector / 4) table.push(free)
  const entry = (name: string, kind: number, child: number, start: number, length: number) => {
    const letters = [...Buffer.from(name, 'utf16le')]
    return [
      ...letters,
      ...Array(64 - letters.length).fill(0),
      ...u16(name === '' ? 0 : letters.length + 2),
      kind,
      1,
      ...u32(free),
      ...u32(free),
      ...u32(child),
      ...Array(36).fill(0),
      ...u32(start),
      ...u32(length),
      ...u32(0),
    ]
  }
  const directory = [
    entry('Root Entry', 5, 1, last, 0),
    entry(name, 2, free, 2, size),
    entry('', 0, free, 0, 0),
    entry('', 0, free, 0, 0),
  ].flat()
  const content = new Uint8Array(size)
  content.set(stream)
  return Uint8Array.from([...header, ...table.flatMap(u32), ...directory, ...content])
}

export function writeBiff(book: BiffToWrite): Uint8Array {
  return oleFile(book.version === 8 ? 'Workbook' : 'Book', biffStream(book))
}
