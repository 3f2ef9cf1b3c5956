import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { nodeHost } from '../../src/node/host.ts'
import * as biff from '../readers/biff-writer.ts'

const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const label = (row: number, column: number, text: string) => biff.label(8, row, column, text)

/** 表四 with its figures in the sixth row of the sheet. */
const table = (figures: readonly number[]): readonly biff.BiffRecord[] => [
  label(0, 0, '四、政府信息公开行政复议、行政诉讼情况'),
  ...['行政复议', '行政诉讼'].map((text, index) => label(1, index * 5, text)),
  ...heads.map((text, column) => label(2, column, text)),
  ...['未经复议直接起诉', '复议后起诉'].map((text, index) => label(2, 5 + index * 5, text)),
  ...[...heads, ...heads].map((text, column) => label(3, 5 + column, text)),
  ...figures.map((figure, column) => biff.number(5, column, figure)),
]
const figures = [1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

/** The diagnostics of the three rules, as `place name data`. */
async function check(sheets: readonly biff.SheetToWrite[], records: readonly biff.BiffRecord[] = []) {
  const bytes = biff.writeBiff({ version: 8, records, sheets })
  const options = { language: 'en', profile: 'standard' } as const
  const checked = await checkSource({ path: '示例镇2024年.xls', bytes, isNamed: true }, options, nodeHost)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  return checked.file.diagnostics
    .filter(({ name }) => /^(?:hidden|number-as|shown|duplicate)/.test(name))
    .map(({ name, location, message }) => `${location.address} ${name}: ${message}`)
}

test('hidden rows and columns are told in the letters of the sheet, at the first of their cells', async () => {
  const hidden = [
    biff.hiddenRow(8),
    biff.hiddenColumns(1, 2),
    biff.hiddenColumns(6, 6),
    biff.hiddenColumns(30, 40),
  ]
  expect(await check([{ name: '表四', records: [...table(figures), ...hidden] }])).toEqual([
    '表四!B6 hidden-content: The sheet “表四” has hidden columns B-C, G with 3 cells of the tables, which were read all the same.',
  ])
  expect(
    await check([
      { name: '表四', records: [...table(figures), biff.hiddenRow(5), biff.hiddenColumns(0, 0)] },
    ]),
  ).toEqual([
    '表四!A6 hidden-content: The sheet “表四” has hidden row 6 and column A with 15 cells of the tables, which were read all the same.',
  ])
})

test('a hidden sheet is told when the table on it is the one that is read', async () => {
  expect(await check([{ name: '表四', state: 2, records: table(figures) }])).toEqual([
    '表四!A6 hidden-content: The sheet “表四” is hidden with 15 cells of the tables, which were read all the same.',
  ])
  const [duplicate, ...rest] = await check([
    { name: '旧', state: 1, records: table([9, ...figures.slice(1)]) },
    { name: '表四', records: table(figures) },
  ])
  expect(duplicate).toMatch(
    /^旧!A\d duplicate-table: Table 4 appears again \(one of them is on the hidden sheet “旧”\) and differs/,
  )
  expect(rest).toEqual([])
})

test('of a row that appears again it is told which one is hidden', async () => {
  const twice = [
    label(0, 0, '二、主动公开政府信息情况'),
    label(1, 0, '第二十条第（一）项'),
    ...['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text, column) =>
      label(2, column, text),
    ),
    ...['规章', '规章', '行政规范性文件'].flatMap((text, index) => [
      label(3 + index, 0, text),
      ...[1, 2, 3].map(column => biff.number(3 + index, column, column)),
    ]),
  ]
  const said = async (records: readonly biff.BiffRecord[]) =>
    (await check([{ name: '表二', records }])).filter(line => line.includes('duplicate'))
  const message = (hidden: string) =>
    `表二!A5 duplicate-row: Row “规章” of Table 2 appears more than once${hidden}, so none of its figures were used.`
  expect(await said(twice)).toEqual([message('')])
  expect(await said([...twice, biff.hiddenRow(3)])).toEqual([
    message(' (one of them is in the hidden row 4)'),
  ])
})

test('what is hidden, text or shown otherwise beside the tables is no matter', async () => {
  const beside = [label(0, 0, '12'), biff.number(0, 1, 12.6, 1), biff.hiddenRow(0)]
  const styles = [biff.format(8, 176, '0'), biff.style(8, 0), biff.style(8, 176)]
  const sheets = [
    { name: '表四', records: [...table(figures), biff.hiddenRow(0)] },
    { name: '草稿', records: beside },
    { name: '说明', state: 1, records: beside },
  ]
  expect(await check(sheets, styles)).toEqual([])
})

test('a table of texts alone has no numbers, whatever is written beside the figures', async () => {
  const texts = (change: Record<number, string>) =>
    table([]).concat(figures.map((figure, column) => label(5, column, change[column] ?? String(figure))))
  expect(await check([{ name: '表四', records: texts({ 3: '1件', 4: '2（含1件）', 5: '０' }) }])).toEqual([])
  const mixed = [...texts({ 3: '1件' }), biff.number(5, 0, 1)]
  expect(await check([{ name: '表四', records: mixed }])).toEqual([
    '表四!B6 number-as-text: Table 4 column “行政复议 结果纠正”: “0” is stored as text (13 cells of the table in all), while 1 of its cells hold numbers.',
  ])
})

test('a figure that a merge of its label covers is refused, not blank; the label once more is neither', async () => {
  const said = async (covered: string | number) => {
    const rows = [
      ['二、主动公开政府信息情况'],
      ['第二十条第（一）项'],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', covered, 0, 1],
      ['行政规范性文件', 0, 0, 0],
    ]
    const merges = [{ row: 3, column: 0, rows: 1, columns: 2 }]
    const bytes = writeWorkbook([{ name: '表二', rows, merges }])
    const options = { language: 'en', profile: 'standard' } as const
    const checked = await checkSource({ path: '镇.xlsx', bytes, isNamed: true }, options, nodeHost)
    if (checked.kind === 'skipped') throw new Error(checked.reason)
    return checked.file.diagnostics
      .filter(({ location }) => location.address === '表二!B4')
      .map(({ name }) => name)
  }
  expect(await said(406)).toEqual(['merged-figures'])
  for (const covered of ['', ' ', '规章']) expect(await said(covered)).toEqual(['blank-cell'])
})
