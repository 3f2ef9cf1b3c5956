import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { readDelimited } from '../../src/core/readers/plain/delimited.ts'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { createLineIndex } from '../../src/core/text/line-index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { encode, plainStyle, writeText } from '../../src/testing/write-text.ts'

const surroundings = { host: nodeHost, limits: defaultLimits }

const read = (text: string, format: 'csv' | 'txt' = 'csv') =>
  readDelimited({ path: `a.${format}`, bytes: encode(text, 'utf-8') }, format, surroundings)

test.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1;2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'tabs under the name of commas',
    'a\tb,c\n1\t2\n',
    [
      ['a', 'b,c'],
      ['1', '2'],
    ],
  ],
  [
    'mixed line ends',
    'a,b\r\n1,2\n3,4\r5,6',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  [
    'mixed line ends beside quotes',
    '"a",b\r\n1,2\n3,4\r5,6',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  ['rows of different widths', 'a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
  [
    'line breaks in quotes',
    '"a\nb",c\n1,2\n',
    [
      ['a\nb', 'c'],
      ['1', '2'],
    ],
  ],
  [
    'quotation marks that quote nothing',
    '3.危及"三安全",0\n"放管服"改革,1\n',
    [
      ['3.危及"三安全"', '0'],
      ['"放管服"改革', '1'],
    ],
  ],
  ['doubled quotation marks', '"a""b",c\n', [['a"b', 'c']]],
  ['empty lines', 'a,b\n\n1,2\n', [['a', 'b'], [''], ['1', '2']]],
])('reads %s', async (_, text, rows) => {
  expect((await read(text)).grids[0]!.rows).toEqual(rows)
})

test('pasted text keeps its tabs where its sentences hold more commas', async () => {
  const text = 'one, two, three\nfour, five\nsix, seven\na\tb\n1\t2\n'
  expect((await read(text, 'txt')).grids[0]!.rows.at(-1)).toEqual(['1', '2'])
})

test('a quotation mark that is never closed is said, and the rest is read all the same', async () => {
  const document = await read('a,b\n1,"2\n3,4\n')
  expect(document.problems).toMatchObject([{ name: 'unclosed-quote', location: { line: 2, column: 3 } }])
  expect(document.grids[0]!.rows).toEqual([
    ['a', 'b'],
    ['1', '"2'],
    ['3', '4'],
  ])
})

test('bytes without an encoding are refused', async () => {
  const document = await readDelimited(
    { path: 'a.csv', bytes: Uint8Array.of(0x31, 0xff, 0x2c) },
    'csv',
    surroundings,
  )
  expect(document.grids).toEqual([])
  expect(document.problems).toMatchObject([{ name: 'undecodable-text' }])
})

const cell = fc.string({
  unit: fc.constantFrom('1', '0', '总', '計', '𠮷', ' ', '"', ',', '\n', '\r\n'),
  maxLength: 6,
})
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 8 })

test('any cells written with quotes are read back, each at its place', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (cells, lineEnd) => {
      const separated = [['表', '表', '表', '表', '表', '表'], ...cells]
      const bytes = writeText(separated, { ...plainStyle, lineEnd, quotes: 'all' })
      const document = await readDelimited({ path: 'a.csv', bytes }, 'csv', surroundings)
      expect(document.grids[0]!.rows).toEqual(separated)
      expectPlaces(document, new TextDecoder().decode(bytes))
    }),
    { seed: 20, numRuns: 500 },
  )
})

test('split without a parser and with one, the cells and places are the same', async () => {
  const plain = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('1', '总', '𠮷', ' ', 'a'), maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
    }),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  await fc.assert(
    fc.asyncProperty(plain, fc.constantFrom(...(['\n', '\r\n', '\r'] as const)), async (cells, lineEnd) => {
      const text = cells.map(row => row.join(',')).join(lineEnd) + lineEnd
      const split = (await read(text)).grids[0]!
      // A last quoted cell sends the same text through the parser.
      const parsed = (await read(`${text}"",x`)).grids[0]!
      expect(parsed.rows.slice(0, -1)).toEqual(split.rows)
      for (const [row, own] of split.rows.entries())
        for (const column of [...own.keys(), own.length])
          expect(parsed.locate(row, column)).toEqual(split.locate(row, column))
    }),
    { seed: 21, numRuns: 500 },
  )
})

function expectPlaces(document: Document, source: string): void {
  const text = source.replace(/^\ufeff/, '')
  const starts: number[] = []
  const index = createLineIndex(text)
  for (let offset = 0; offset <= text.length; offset++) {
    const { line, column } = index.position(offset)
    if (column === 1) starts[line] ??= offset
  }
  for (const grid of document.grids) {
    for (const [row, cells] of grid.rows.entries()) {
      for (const [column, raw] of cells.entries()) {
        const { line, column: from, endLine, endColumn } = grid.locate(row, column)
        const cut = text.slice(starts[line]! + from - 1, starts[endLine]! + endColumn - 1)
        expect(cut.replaceAll('""', '"')).toBe(raw)
      }
    }
  }
}

test('a large text with quotes is read in the thread of the parsers, each cell at its place', async () => {
  const text = `${'"总计","𠮷"\r\n"1"\r\n'.repeat(10_000)}"a""b",2\r\n`
  const document = await read(text)
  const [grid] = document.grids
  expect(document.problems).toEqual([])
  expect(grid?.rows.length).toBe(20_001)
  expect(grid?.rows.slice(-2)).toEqual([['1'], ['a"b', '2']])
  expect(grid?.locate(19_999, 0)).toMatchObject({ line: 20_000, column: 2, endColumn: 3 })
  expect(grid?.locate(20_000, 1)).toMatchObject({ line: 20_001, column: 8, endColumn: 9 })
  expect((await read(`${text}"`)).problems).toMatchObject([{ name: 'unclosed-quote' }])
})
