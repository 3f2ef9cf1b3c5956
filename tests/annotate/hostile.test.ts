import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/index.ts'
import { readXml } from '../../src/core/readers/saxes.ts'
import { readZip } from '../../src/core/readers/zip.ts'
import { nodeHost } from '../../src/node/host.ts'
import { awkwardParts, writeParts } from './awkward.ts'
import { annotateAs, diagnostic, result } from './results.ts'

const findings = result([
  diagnostic(`'a''b & "c" (1)'!B2`, 'warning', '有批注'),
  diagnostic(`'a''b & "c" (1)'!C4`, 'error', '空格'),
  diagnostic(`'表 三'!B2`, 'error', '夹在中间 ]]> <b> \ud800'),
])
const parts = awkwardParts()
const names = Object.keys(parts).filter(name => /\.(?:xml|rels|vml)$/.test(name))

/** What a damaged or hostile part may hold in the place of a few characters. */
const piece = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    '&#xD800;',
    '&#x110000;',
    '&amp;',
    '$&',
    "$'",
    '\0',
    ' r="-1"',
    ' s="1e9"',
    '<x:c/>',
    '</x:row>',
    '',
  ),
  fc.string({ maxLength: 5 }),
)
const damage = fc.record({
  name: fc.constantFrom(...names),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  piece,
})

test('whatever is damaged, there is a sound copy', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async damages => {
      const changed = awkwardParts()
      for (const { name, at, length, piece } of damages) {
        const text = changed[name]!
        const start = Math.floor(at * text.length)
        changed[name] = text.slice(0, start) + piece + text.slice(start + length)
      }
      const { bytes } = await annotateAs(writeParts(changed), findings)
      const zip = readZip(bytes, nodeHost, { limits: defaultLimits, wanted: () => true })
      expect(zip.kind).toBe('ok')
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('every part of a sound copy is well-formed', async () => {
  const { bytes } = await annotateAs(writeParts(parts), findings)
  const zip = readZip(bytes, nodeHost, {
    limits: defaultLimits,
    wanted: name => /\.(?:xml|rels)$|Drawing[23]\.vml$/.test(name),
  })
  if (zip.kind !== 'ok') throw new Error(zip.kind)
  expect(zip.parts.size).toBeGreaterThan(12)
  for (const [name, part] of zip.parts) expect(readXml(part, name, 100, { open() {}, close() {} })).toBe(true)
})

test.each<[string, string, string]>([
  [
    'a hundred thousand relations',
    'xl/worksheets/_rels/sheet1.xml.rels',
    '<Relationship Id="rId1" Type="x" Target="y"/>'.repeat(100_000),
  ],
  ['a hundred thousand shapes', 'xl/drawings/vmlDrawing1.vml', '<v:shape id="_x0000_s9"/>'.repeat(100_000)],
  [
    'elements deep inside each other',
    'xl/styles.xml',
    `${'<x:ext>'.repeat(50_000)}${'</x:ext>'.repeat(50_000)}`,
  ],
])('%s', async (_, name, many) => {
  const changed = { ...parts, [name]: parts[name]!.replace(/<\/[\w:]+>$/, end => many + end) }
  const { remarks } = await annotateAs(writeParts(changed), findings)
  expect(remarks).toEqual([])
})
