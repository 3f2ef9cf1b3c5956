import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyZip, newZip } from '../../src/core/annotate/copy-zip.ts'
import { defaultLimits } from '../../src/core/index.ts'
import { readZip } from '../../src/core/readers/zip.ts'
import { nodeHost } from '../../src/node/host.ts'
import { writeZip } from '../../src/testing/write-zip.ts'
import { entriesOf } from './compare.ts'

const contents = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,6}\/[a-z]{1,6}$/),
    content: fc.uint8Array({ maxLength: 300 }),
    method: fc.constantFrom(0, 8),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
)

test('a copy holds the changed and the added entries, and all others as they were', () => {
  fc.assert(
    fc.property(contents, fc.uint8Array({ maxLength: 300 }), fc.nat(), (entries, content, pick) => {
      const original = writeZip(entries)
      const changed = entries.length > 0 ? entries[pick % entries.length]!.name : null
      const copy = copyZip(
        original,
        new Map(changed ? [[changed, content]] : []),
        [{ name: 'new', content }],
        nodeHost,
      )
      const [before, after] = [entriesOf(original), entriesOf(copy)]
      expect([...after.keys()]).toEqual([...before.keys(), 'new'])
      for (const [name, entry] of before) if (name !== changed) expect(after.get(name)).toEqual(entry)
      const zip = readZip(copy, nodeHost, { limits: defaultLimits, wanted: () => true })
      if (zip.kind !== 'ok') throw new Error(zip.kind)
      for (const { name, content: own } of entries)
        expect(Uint8Array.from(zip.parts.get(name)!)).toEqual(name === changed ? content : own)
      expect(Uint8Array.from(zip.parts.get('new')!)).toEqual(content)
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('sizes that stand behind an entry or in its extra field move into its header', () => {
  const content = Buffer.from('一些内容'.repeat(20))
  const packed = deflateRawSync(content)
  const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
  const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
  const name = Buffer.from('part')
  const behind = Buffer.concat([
    u32(0x08074b50),
    u32(crc32(content)),
    u32(packed.length),
    u32(content.length),
  ])
  const local = Buffer.concat([
    u32(0x04034b50),
    u16(20),
    u16(0x808),
    u16(8),
    u32(0x5a6b1234),
    u32(0),
    u32(0),
    u32(0),
    u16(4),
    u16(0),
    name,
  ])
  const wide = Buffer.concat([
    u16(1),
    u16(16),
    u32(content.length),
    u32(0),
    u32(packed.length),
    u32(0),
    u16(0x5455),
    u16(2),
    u16(7),
  ])
  const none = 0xffffffff
  const central = Buffer.concat([
    ...[
      u32(0x02014b50),
      u16(45),
      u16(45),
      u16(0x808),
      u16(8),
      u32(0x5a6b1234),
      u32(crc32(content)),
      u32(none),
      u32(none),
    ],
    ...[
      u16(4),
      u16(wide.length),
      u16(3),
      u16(0),
      u16(0),
      u32(0x81a40000),
      u32(0),
      name,
      wide,
      Buffer.from('abc'),
    ],
  ])
  const start = local.length + packed.length + behind.length
  const end = Buffer.concat([
    u32(0x06054b50),
    u32(0),
    u16(1),
    u16(1),
    u32(central.length),
    u32(start),
    u16(2),
    Buffer.from('zz'),
  ])
  const copy = Buffer.from(
    copyZip(Buffer.concat([local, packed, behind, central, end]), new Map(), [], nodeHost),
  )
  const zip = readZip(copy, nodeHost, { limits: defaultLimits, wanted: () => true })
  expect(zip.kind === 'ok' && Buffer.from(zip.parts.get('part')!).equals(content)).toBe(true)
  expect(entriesOf(copy).get('part')).toMatchObject({ date: 0x5a6b1234, flags: 0x800, method: 8 })
  // The field of another kind, the comments and the attributes stay.
  expect(copy.subarray(-2).toString()).toBe('zz')
  expect(copy.includes(Buffer.concat([u16(0x5455), u16(2), u16(7), Buffer.from('abc')]))).toBe(true)
  expect(copy.includes(u32(0x81a40000))).toBe(true)
  expect(copy.length).toBe(start - behind.length + central.length - 20 + end.length)
})

test('a container without entries', () => {
  expect(entriesOf(newZip([], nodeHost)).size).toBe(0)
  expect(() => copyZip(Uint8Array.of(1, 2, 3), new Map(), [], nodeHost)).toThrow('no central directory')
})
