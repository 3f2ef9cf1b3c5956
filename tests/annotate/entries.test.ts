import { expect, test } from 'vitest'
import type { Cause } from '../../src/core/index.ts'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { keyOf, linksOf, sheetsOf } from './compare.ts'
import { annotateAs, diagnostic, result } from './results.ts'

const workbook = writeWorkbook([
  {
    name: '表三',
    rows: [
      ['甲', 1, 2],
      ['乙', 3, 4],
      ['丙', 5, 6],
      ['丁', 7, 8],
    ],
    merges: [],
  },
])
const diagnostics = [
  diagnostic('表三!B1', 'error', '甲不等', { code: 'GJ301' }),
  diagnostic('表三!C1', 'warning', '乙为空', { code: 'GJ204' }),
  diagnostic('表三!B2', 'error', '丙不等', { code: 'GJ302' }),
  diagnostic('表三!B3', 'error', '丁不等', { code: 'GJ401' }),
]
const cause = (more: Partial<Cause>): Cause => ({
  severity: 'error',
  message: '丁应当改',
  notes: ['请核对底稿。'],
  ref: 'requests.outcomes.total.naturalPerson',
  location: diagnostic('表三!C4', 'error', '').location,
  excerpt: null,
  diagnostics: [0, 2],
  suspects: [[{ ref: 'r', name: '（七）总计 × 自然人', location: null, actual: '20', expected: '26' }]],
  complete: true,
  ...more,
})

async function listed(causes: readonly Cause[], language: 'zh-CN' | 'en' = 'zh-CN') {
  const { bytes } = await annotateAs(workbook, result(diagnostics, causes), language)
  const [list, sheet] = await sheetsOf(bytes)
  const rows = list!.rows.map(row => row.map(value => value ?? ''))
  const head = rows.findIndex(row => row[0] === '序号' || row[0] === 'No.')
  const noteAt = (address: string) => sheet!.cells?.get(keyOf(address))?.comment?.text
  const isMarked = (address: string) => sheet!.cells?.get(keyOf(address))?.style?.fill !== undefined
  return {
    rows: rows.slice(head + 1),
    above: rows.slice(0, head).flat().filter(Boolean),
    links: await linksOf(bytes),
    noteAt,
    isMarked,
  }
}

test('each diagnostic is an entry at its cell', async () => {
  const { rows, above, links, noteAt } = await listed([])
  expect(
    rows.map(([number, severity, rule, place, message]) => [number, severity, rule, place, message]),
  ).toEqual([
    ['1', '错误', 'GJ301', '表三!B1', '甲不等'],
    ['2', '警告', 'GJ204', '表三!C1', '乙为空'],
    ['3', '错误', 'GJ302', '表三!B2', '丙不等'],
    ['4', '错误', 'GJ401', '表三!B3', '丁不等'],
  ])
  expect(rows[0]![5]).toBe('请核对。\n依据：算术。')
  expect(links).toEqual(["'表三'!B1", "'表三'!C1", "'表三'!B2", "'表三'!B3"])
  expect(noteAt('C1')).toBe('[gouji] 警告 GJ204 乙为空')
  expect(above.slice(0, 3)).toEqual([
    '核对结果',
    '文件：年报.xlsx    单位：甲镇    年份：2024',
    '3个错误，1个警告，0个提示。  勾稽关系：1项成立，2项不成立，3项无法判断。',
  ])
  expect(above[3]).toContain('不是年度报告')
})

test('a cause is an entry at its suspect, with what it explains beneath it', async () => {
  const { rows, links, noteAt, isMarked } = await listed([cause({})])
  expect(rows.map(row => row.slice(0, 5))).toEqual([
    ['1', '错误', 'GJ301、GJ302', '表三!C4', '丁应当改'],
    ['1.1', '错误', 'GJ301', '表三!B1', '甲不等'],
    ['1.2', '错误', 'GJ302', '表三!B2', '丙不等'],
    ['2', '警告', 'GJ204', '表三!C1', '乙为空'],
    ['3', '错误', 'GJ401', '表三!B3', '丁不等'],
  ])
  expect(rows[0]![5]).toBe('请核对底稿。')
  expect(links[0]).toBe("'表三'!C4")
  expect(noteAt('C4')).toBe('[gouji] 错误 丁应当改\nGJ301 甲不等\nGJ302 丙不等')
  expect(['B1', 'B2', 'B3', 'C1', 'C4'].filter(isMarked)).toEqual(['B3', 'C1', 'C4'])
})

test('where the table cannot tell, all that the cause explains is marked with every possibility', async () => {
  const suspects = [
    [{ ref: 'a', name: '甲', location: null, actual: '', expected: '1' }],
    [
      { ref: 'b', name: '乙', location: null, actual: '2', expected: '3' },
      { ref: 'c', name: '丙', location: null, actual: '4', expected: null },
    ],
  ]
  const unsure = cause({ ref: null, location: diagnostics[0]!.location, suspects, complete: false })
  const { rows, noteAt, isMarked } = await listed([unsure, cause({ diagnostics: [2, 3] })], 'en')
  expect(rows.map(([number]) => number)).toEqual(['1', '1.1', '1.2', '2', '3', '3.1', '3.2'])
  expect(rows[0]![5]).toBe(
    'Possibility 1: 甲: now blank, to be 1\nPossibility 2: 乙: now 2, to be 3; 丙: now 4, several numbers fit\nThere may be others.\n请核对底稿。',
  )
  expect(noteAt('B1')).toContain('Possibility 2')
  expect(['B1', 'B2', 'B3', 'C4'].filter(isMarked)).toEqual(['B1', 'B2', 'C4'])
})

test('cells that share a defect are all marked; those of a relation are not', async () => {
  const at = (address: string) => ({
    ref: 'r',
    path: null,
    format: null,
    location: diagnostic(`表三!${address}`, 'info', '').location,
    message: '',
  })
  const shared = diagnostic('表三!B1', 'warning', '共3处', {
    data: { count: 3 },
    related: [at('B2'), at('B3')],
  })
  const relation = diagnostic('表三!C1', 'error', '不等', {
    data: { expected: '1' },
    related: [at('C2'), at('C3')],
  })
  const { bytes } = await annotateAs(workbook, result([shared, relation]))
  const [, sheet] = await sheetsOf(bytes)
  const notes = [...sheet!.cells!].filter(([, { comment }]) => comment).map(([key]) => key)
  expect(notes.sort()).toEqual(['B1', 'B2', 'B3', 'C1'].map(keyOf).sort())
})

test('a report without findings says so', async () => {
  const { bytes } = await annotateAs(workbook, result([]))
  const [list] = await sheetsOf(bytes)
  expect(list!.rows.at(-1)![0]).toBe('没有发现问题。')
})

test('a list that nobody reads to its end is cut, and says so', async () => {
  const many = Array.from({ length: 10_003 }, (_, at) =>
    diagnostic(`表三!B${(at % 4) + 1}`, 'info', `第${at}项`),
  )
  const { bytes } = await annotateAs(workbook, result(many))
  const [list] = await sheetsOf(bytes)
  expect(list!.rows.filter(row => /^第\d+项$/.test(String(row[4])))).toHaveLength(10_000)
  expect(list!.rows.flat()).toContain('还有3项没有列出，见 gouji check -f json。')
})
