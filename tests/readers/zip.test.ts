import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { readZip, type ZipResult } from '../../src/core/readers/zip.ts'
import { nodeHost as host } from '../../src/node/host.ts'
import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'

const text = 'a'.repeat(1000)

/** `inflatedSize` in MB. */
function read(bytes: Uint8Array, inflatedSize = 1): ZipResult {
  const limits = { ...defaultLimits, inflatedSize }
  return readZip(bytes, host, { limits, wanted: name => !name.startsWith('unwanted') })
}

function readOne(entry: Omit<EntryToWrite, 'name'>, inflatedSize?: number): ZipResult {
  return read(writeZip([{ name: 'part.xml', ...entry }]), inflatedSize)
}

function contents(result: ZipResult): Record<string, string> {
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
  return Object.fromEntries([...result.parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

describe('good zip files', () => {
  it('inflates deflated entries and slices stored ones', () => {
    const bytes = writeZip([
      { name: 'deflated.xml', content: text },
      { name: 'stored.xml', content: '表三', method: 0 },
      { name: 'empty.xml', content: '' },
    ])
    expect(contents(read(bytes))).toEqual({ 'deflated.xml': text, 'stored.xml': '表三', 'empty.xml': '' })
  })

  it('leaves entries alone that are not wanted, however broken', () => {
    const bytes = writeZip([
      { name: 'unwanted.bin', content: text, method: 99, flags: 1, size: 0xfffffff0 },
      { name: 'part.xml', content: text },
    ])
    expect(contents(read(bytes))).toEqual({ 'part.xml': text })
  })

  it('has no trouble with a name that objects know or with backslashes', () => {
    const bytes = writeZip([
      { name: '__proto__', content: 'first' },
      { name: 'xl\\workbook.xml', content: 'third' },
    ])
    const result = read(bytes)
    expect(result.kind === 'ok' && [...result.parts.keys()]).toEqual(['__proto__', 'xl/workbook.xml'])
    expect(contents(result)['xl/workbook.xml']).toBe('third')
    expect(({} as Record<string, unknown>).first).toBeUndefined()
  })

  it('finds the directory before trailing bytes, and inside a larger buffer', () => {
    const zip = writeZip([{ name: 'part.xml', content: text }])
    const around = new Uint8Array(zip.length + 40)
    around.set(zip, 7)
    expect(contents(read(around.subarray(7)))).toEqual({ 'part.xml': text })
  })

  it('takes sizes from the zip64 extra field, where Apache POI puts them', () => {
    const extra = new Uint8Array(20)
    const view = new DataView(extra.buffer)
    view.setUint16(0, 1, true)
    view.setUint16(2, 16, true)
    view.setBigUint64(4, BigInt(text.length), true)
    view.setBigUint64(12, BigInt(deflateRawSync(text).length), true)
    const zip64 = { content: text, size: 0xffffffff, packedSize: 0xffffffff }
    expect(contents(readOne({ ...zip64, extra }))).toEqual({ 'part.xml': text })
    expect(readOne(zip64)).toEqual({ kind: 'damaged', detail: 'part.xml: sizes missing' })
    expect(readOne({ ...zip64, extra: extra.subarray(0, 12) })).toMatchObject({ kind: 'damaged' })
  })

  it('reads an empty zip file', () => {
    expect(contents(read(writeZip([])))).toEqual({})
  })
})

describe('what is refused', () => {
  it.each([
    ['nothing', ''],
    ['text', '表三,第一项\r\n1,2'],
    ['text as long as the record that closes a zip', 'x'.repeat(22)],
  ])('%s is not a zip', (_, content) => {
    expect(read(new TextEncoder().encode(content))).toEqual({ kind: 'not-a-zip' })
  })

  it('a file that is cut short', () => {
    const bytes = writeZip([{ name: 'part.xml', content: text }])
    expect(read(bytes.subarray(0, bytes.length - 30))).toMatchObject({
      kind: 'damaged',
      detail: 'no central directory: the file is cut short',
    })
  })

  it('two entries of one name, whichever is meant', () => {
    const twice = ['first', 'second'].map(content => ({ name: 'part.xml', content }))
    expect(read(writeZip(twice))).toEqual({ kind: 'damaged', detail: 'two entries have the same name' })
    const unwanted = twice.map(entry => ({ ...entry, name: 'unwanted.xml' }))
    expect(contents(read(writeZip(unwanted)))).toEqual({})
  })

  it('an encrypted entry', () => {
    expect(readOne({ content: text, flags: 1 })).toEqual({ kind: 'encrypted' })
  })

  it.each<[string, Omit<EntryToWrite, 'name' | 'content'>, string]>([
    ['another method', { method: 12 }, 'compression method 12'],
    ['an offset beyond the end', { offset: 0xfffffff0 }, 'no local header'],
    ['an offset to something else', { offset: 1 }, 'no local header'],
    ['a packed size beyond the end', { packedSize: 0xfffffff0 }, 'cut short'],
    ['a stored entry of another size', { method: 0, size: 999 }, '1000 bytes instead of 999'],
    ['an entry that is smaller than declared', { size: 1001 }, '1000 bytes instead of 1001'],
    ['an entry that is larger than declared', { size: 10 }, 'cannot be inflated to its declared size'],
    ['an entry that is a little larger than declared', { size: 990 }, '1000 bytes instead of 990'],
    ['a wrong checksum', { checksum: 1 }, 'checksum does not match'],
  ])('%s', (_, lie, detail) => {
    expect(readOne({ content: text, ...lie })).toEqual({ kind: 'damaged', detail: `part.xml: ${detail}` })
  })

  it('a directory that is broken or in zip64', () => {
    const bytes = writeZip([{ name: 'part.xml', content: text }])
    const end = bytes.length - 22
    const withField = (at: number, value: number) => {
      const copy = bytes.slice()
      new DataView(copy.buffer).setUint32(at, value, true)
      return read(copy)
    }
    const broken = { kind: 'damaged', detail: 'central directory broken at entry 1 of 1' }
    expect(withField(end + 16, 0)).toEqual(broken)
    expect(withField(end + 16, 0x7fffffff)).toEqual(broken)
    expect(withField(end + 16, 0xffffffff)).toEqual({ kind: 'damaged', detail: 'zip64 directory' })
    expect(withField(end + 8, 0xffffffff)).toEqual({ kind: 'damaged', detail: 'zip64 directory' })
    expect(withField(end + 8, 0x00020002)).toMatchObject({
      detail: 'central directory broken at entry 2 of 2',
    })
  })

  it('entries that together declare too much, before any is inflated', () => {
    const bytes = writeZip([
      { name: 'one.xml', content: text, size: 600_000 },
      { name: 'two.xml', content: text, size: 600_000 },
    ])
    const inflateRaw = vi.fn(host.inflateRaw)
    const limits = { ...defaultLimits, inflatedSize: 1 }
    const result = readZip(bytes, { ...host, inflateRaw }, { limits, wanted: () => true })
    expect(result).toEqual({ kind: 'too-large', size: 1_200_000 })
    expect(inflateRaw).not.toHaveBeenCalled()
  })
})

it('gives the content or says what is wrong, whatever byte changes', () => {
  const bytes = writeZip([
    { name: 'one.xml', content: '<v>12</v>'.repeat(5) },
    { name: 'two.xml', content: '<v>34</v>', method: 0 },
  ])
  const whole = contents(read(bytes))
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = bytes.slice()
      changed[at]! ^= flip
      const result = read(changed)
      if (result.kind !== 'ok') return
      const values = Object.values(contents(result))
      // A name may change, or the number of entries; a content may not.
      for (const value of values) expect(Object.values(whole)).toContain(value)
    }),
    { numRuns: 2000 },
  )
})
