import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionById } from '../../src/core/editions/index.ts'
import { fixSource, parseSource, type Source } from '../../src/core/index.ts'
import { createLineIndex } from '../../src/core/text/line-index.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  cellsOf,
  encode,
  keptReport,
  layOut,
  reportWriters,
} from '../../src/testing/index.ts'
import { expectEachFixToSettle, options, valuesOf } from './fixed.ts'

/** Reports in random writings, encodings and layouts. */
const wide = (text: string) =>
  text.replace(/[\d+.-]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** Ways of writing a figure that can be cleaned; several together are one more way. */
const clean: readonly ((text: string) => string)[] = [
  wide,
  text => text.replace(/^(\d+)(\d{3})(?=\.|$)/, '$1,$2'),
  text => (/^\d+$/.test(text) ? `${text}件` : text),
  text => `+${text}`,
  text => ` ${text}\u00a0`,
  text => `\u3000${text}`,
  text => `00${text}`,
  text => (/^\d+$/.test(text) ? `${text}.00` : text),
]

/** Ways that only a person can judge. */
const unclear: readonly ((text: string) => string)[] = [
  text => `${text}（其中１件待核）`,
  text => `${text}O`,
  () => '/',
  () => '',
  () => '１２元',
  () => '增３减１',
  () => '约５',
  () => '１２.5',
  () => '#REF!',
]

const writers = reportWriters.filter(({ encoding }) => encoding !== undefined)
const report = fc.record({
  edition: fc.constantFrom('2019' as const, '2021' as const),
  seed: fc.nat(1000),
  writer: fc.constantFrom(...writers),
  changes: fc.array(
    fc.record({
      cell: fc.nat(400),
      ways: fc.oneof(
        { weight: 4, arbitrary: fc.array(fc.constantFrom(...clean), { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constantFrom(...unclear).map(way => [way]) },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  ),
})

type Drawn = typeof report extends fc.Arbitrary<infer Value> ? Value : never

function sourceOf({ edition, seed, writer, changes }: Drawn): Source {
  const figures = balancedFigures(edition, seed)
  const cells = cellsOf(editionById(edition)!)
  const writing: Record<string, string> = {}
  for (const { cell, ways } of changes) {
    const { ref } = cells[cell % cells.length]!
    writing[ref] = ways.reduce((text, way) => way(text), figures.get(ref)!)
  }
  const bytes = writer.write(layOut({ ...keptReport(edition, figures), writing }))
  return { path: `report.${writer.extension}`, bytes, isNamed: true }
}

test('fixes change the writing of figures and nothing else, and leave nothing to fix', async () => {
  let fixedCells = 0
  await fc.assert(
    fc.asyncProperty(report, async drawn => {
      const source = sourceOf(drawn)
      const { checked, fixed } = await fixSource(source, options, nodeHost)
      if (checked.kind === 'skipped') throw new Error(checked.reason)
      if (!fixed) return
      fixedCells += fixed.edits.length
      const after = { ...source, bytes: fixed.bytes }
      expect(await valuesOf(after)).toEqual(await valuesOf(source))
      expect((await fixSource(after, options, nodeHost)).fixed).toBeNull()

      const style = drawn.writer.encoding!
      const text = new TextDecoder(style.replace('-bom', ''), { ignoreBOM: false }).decode(source.bytes)
      const places = createLineIndex(text)
      let [expected, at] = ['', 0]
      for (const { location, text: replacement } of fixed.edits) {
        expected += text.slice(at, places.offset(location.line, location.column)) + replacement
        at = places.offset(location.endLine, location.endColumn)
      }
      expect(fixed.bytes).toEqual(encode(expected + text.slice(at), style))
    }),
    { seed: 2024, numRuns: 400 },
  )
  expect(fixedCells).toBeGreaterThan(1000)
})

test('each fix for itself takes its diagnostic away', async () => {
  await fc.assert(
    fc.asyncProperty(report, drawn => expectEachFixToSettle(sourceOf(drawn))),
    { seed: 2025, numRuns: 60 },
  )
})

test('what a fix writes is written so in a plain report', async () => {
  await fc.assert(
    fc.asyncProperty(report, async drawn => {
      const { fixed } = await fixSource(sourceOf(drawn), options, nodeHost)
      for (const { text } of fixed?.edits ?? []) expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/)
    }),
    { seed: 2026, numRuns: 100 },
  )
})

test.each(reportWriters.filter(({ encoding }) => encoding === undefined))(
  'nothing is offered in $extension: $name',
  async ({ write, extension }) => {
    const figures = balancedFigures('2021', 3)
    const [ref] = figures.keys()
    const writing = { [ref!]: '１２件' }
    const bytes = write(layOut({ ...keptReport('2021', figures), writing }))
    const source = { path: `report.${extension}`, bytes, isNamed: true }
    const { facts } = await parseSource(source, nodeHost)
    expect(facts[0]!.value).toBe('12')
    expect((await fixSource(source, options, nodeHost)).fixed).toBeNull()
  },
)

test('text is written in every encoding', () => {
  expect(new Set(writers.map(({ encoding }) => encoding)).size).toBe(6)
})
