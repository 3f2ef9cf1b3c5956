import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/core/document/format.ts'
import { cellAddress, columnLetters } from '../../src/core/document/location.ts'
import { visiblePlace } from '../../src/core/reporters/index.ts'
import {
  balancedFigures,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../../src/testing/index.ts'
import { folderWith, run } from '../cli/run.ts'

/** How the twelfth row and the third column of a sheet are written. */
const addresses: readonly (readonly [sheet: string, address: string])[] = [
  ['表三', '表三!C12'],
  ['Sheet1', 'Sheet1!C12'],
  ['_汇总.2024', '_汇总.2024!C12'],
  ['2020', "'2020'!C12"],
  ['2020年', "'2020年'!C12"],
  ['三、收到和处理', "'三、收到和处理'!C12"],
  ['附表(1)', "'附表(1)'!C12"],
  ['表 三', "'表 三'!C12"],
  ["it's", "'it''s'!C12"],
  ["'", "''''!C12"],
  ['a!b', "'a!b'!C12"],
  ['A1', "'A1'!C12"],
  ['ABC12', "'ABC12'!C12"],
  ['R1C1', "'R1C1'!C12"],
  ['rc', "'rc'!C12"],
  ['C', "'C'!C12"],
  ['ABCD12', 'ABCD12!C12'],
  ['表三-附', "'表三-附'!C12"],
]

test.each(addresses)('the address in sheet %s is %s', (sheet, address) => {
  expect(cellAddress(sheet, 11, 2)).toBe(address)
})

/** What a name box makes of an address. */
function readAddress(address: string): { readonly sheet: string; readonly cell: string } {
  const [, quoted, bare, cell] = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!([A-Z]+\d+)$/u.exec(
    address,
  )!
  return { sheet: quoted?.replaceAll("''", "'") ?? bare!, cell: cell! }
}

test('any sheet name comes back from its address', () => {
  const name = fc.string({
    unit: fc.constantFrom(..."表三A1rc'!. (),:#%﹙_０🙂"),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(name, fc.nat(1_048_575), fc.nat(16_383), (sheet, row, column) => {
      const read = readAddress(cellAddress(sheet, row, column))
      expect(read).toEqual({ sheet, cell: `${columnLetters(column)}${row + 1}` })
    }),
    { seed: 12, numRuns: 2000 },
  )
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})

const place = (address: string | null) => ({ line: 12, column: 3, endLine: 12, endColumn: 5, address })

test.each<[Format | null, string, string | null, string]>([
  ['csv', '黄庄镇/2020.csv', null, '黄庄镇/2020.csv:12:3'],
  ['txt', '黄庄镇/2020 年报.txt', null, '黄庄镇/2020 年报.txt:12:3'],
  ['html', '年报.html', '表格3!C12', '年报.html:12:3'],
  ['md', '年报.md', '表格3!C12', '年报.md:12:3'],
  ['xlsx', '黄庄镇/2020.xlsx', '表三!C12', '黄庄镇/2020.xlsx:表三!C12'],
  ['xls', '2020.xls', "'2020'!C12", "2020.xls:'2020'!C12"],
  ['ods', '2020.ods', "'附表(1)'!C12", "2020.ods:'附表(1)'!C12"],
  ['docx', '报告.docx', '表格3!B12', '报告.docx:表格3!B12'],
  ['mht', '报告.mht', '表格3!B12', '报告.mht:表格3!B12'],
  [null, '扫描.pdf', null, '扫描.pdf:12:3'],
])('%s: a place is printed as expected', (format, path, address, printed) => {
  expect(visiblePlace(path, place(address), format)).toBe(printed)
})

const flawed = reportSheet(
  keptReport(
    '2021',
    new Map([...balancedFigures('2021', 5), ['requests.outcomes.total.naturalPerson', '9999']]),
  ),
)
const rows = flawed.rows.map(row => row.map(text => text.replace('自然人', '𠮷自然人')))

describe('what is printed leads back to the cell', () => {
  const cwd = folderWith({
    'gbk 镇.csv': writeText(flawed.rows, { ...plainStyle, encoding: 'gb18030' }),
    '镇.txt': writeText(flawed.rows, { ...plainStyle, separator: '\t', encoding: 'utf-16le-bom' }),
    '镇.xlsx': writeWorkbook([{ ...flawed, name: "三、it's (1)" }]),
  })

  test.each(['gbk 镇.csv', '镇.txt', '镇.xlsx'])('%s', async path => {
    const { stdout } = await run(['check', '-f', 'unix', path], { cwd })
    const printed = /^(.+): error GJ302/m.exec(stdout)![1]!
    const explained = await run(['explain', printed, '--lang', 'en'], { cwd })
    expect(explained.stdout).toContain('requests.outcomes.total.naturalPerson\n')
    expect(explained.stdout).toContain('Content: 9999\n')
  })
})

test.each(['gb18030', 'utf-8-bom', 'utf-16be-bom'] as const)(
  '%s: columns count characters of the text, whatever they take in bytes',
  async encoding => {
    const cwd = folderWith({ '镇.csv': writeText(rows, { ...plainStyle, encoding }) })
    const { stdout } = await run(['check', '-f', 'unix', '镇.csv'], { cwd })
    const [, line, column] = /:(\d+):(\d+): error GJ302/.exec(stdout)!
    const text = new TextDecoder().decode(writeText(rows, plainStyle))
    expect(text.split('\n')[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(/^9999,/)
  },
)
