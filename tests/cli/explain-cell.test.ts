import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCellArgument } from '../../src/cli/cell-argument.ts'
import { proveRules } from '../../src/cli/commands/prove.ts'
import { wordsIn } from '../../src/cli/words/words.ts'
import { proveForms } from '../../src/core/index.ts'
import { certificateOutput } from '../../src/core/schemas/outputs.ts'
import { balancedFigures, keptReport, reportSheet, writeWorkbook } from '../../src/testing/index.ts'
import { folderWith, other, reportCsv, run } from './run.ts'

const total = 'requests.outcomes.total.naturalPerson'
const spoiled = {
  'requests.carriedForward.naturalPerson': '97',
  'requests.outcomes.granted.legalEntity.business': '',
  'requests.outcomes.denied.stateSecret.legalEntity.other': '/',
  'reviewLitigation.review.upheld': '99',
  'reviewLitigation.litigationAfterReview.total': '40',
  'activeDisclosure.rules.issued': '',
  'activeDisclosure.normativeDocuments.issued': '9999',
  'reviewLitigation.litigationDirect.pending': '-1',
}
const figures = new Map([...balancedFigures('2021', 5), ...Object.entries(spoiled)])
const cwd = folderWith({
  '镇.csv': reportCsv(spoiled),
  '好:1:2.csv': reportCsv(),
  '镇.xlsx': writeWorkbook([{ ...reportSheet(keptReport('2021', figures)), name: '附表(1)' }]),
  '其他.csv': other,
})

describe('which cell is meant', () => {
  const typed = (text: string) => parseCellArgument(text, cwd)

  test.each<[string, string, object]>([
    ['镇.csv:a.b.c', '镇.csv', { kind: 'ref', ref: 'a.b.c' }],
    ['镇.csv:12:8', '镇.csv', { kind: 'place', line: 12, column: 8 }],
    ['镇.xlsx:表三!C12', '镇.xlsx', { kind: 'address', address: '表三!C12' }],
    ["镇.xlsx:'附表(1)'!C12", '镇.xlsx', { kind: 'address', address: "'附表(1)'!C12" }],
    ['好:1:2.csv:12:8', '好:1:2.csv', { kind: 'place', line: 12, column: 8 }],
    ['好:1:2.csv:a.b', '好:1:2.csv', { kind: 'ref', ref: 'a.b' }],
    ['没有.csv:12:8', '没有.csv', { kind: 'place', line: 12, column: 8 }],
    ['C:\\年报\\镇.csv:a.b', 'C:\\年报\\镇.csv', { kind: 'ref', ref: 'a.b' }],
    ['C:\\年报\\镇.csv:12:8', 'C:\\年报\\镇.csv', { kind: 'place', line: 12, column: 8 }],
    ['D:/镇.xlsx:表三!C12', 'D:/镇.xlsx', { kind: 'address', address: '表三!C12' }],
  ])('%s', (text, path, target) => {
    expect(typed(text)).toEqual({ path, target })
  })

  test.each(['镇.csv', 'C:\\年报\\镇.csv', '镇.csv:', '镇.csv:12', ':a.b', '镇.csv:第三行'])(
    '%s names none',
    text => {
      expect(typed(text)).toBeNull()
    },
  )
})

const cells: readonly (readonly [name: string, cell: string])[] = [
  ['suspect', '镇.csv:requests.carriedForward.naturalPerson'],
  ['beside-a-suspect', `镇.csv:${total}`],
  ['one-of-several', '镇.csv:reviewLitigation.review.total'],
  ['one-of-a-few', '镇.csv:reviewLitigation.litigationAfterReview.total'],
  ['blank', '镇.csv:requests.outcomes.granted.legalEntity.business'],
  ['placeholder', '镇.csv:requests.outcomes.denied.stateSecret.legalEntity.other'],
  ['negative', '镇.csv:reviewLitigation.litigationDirect.pending'],
  ['beyond-a-bound', '镇.csv:activeDisclosure.normativeDocuments.effective'],
  ['in-no-equation', '镇.csv:activeDisclosure.rules.issued'],
  ['sound', '好:1:2.csv:requests.newRequests.total'],
]

describe.each(['zh-CN', 'en'])('in %s', language => {
  test.each(cells)('%s', async (name, cell) => {
    const { status, stdout, stderr } = await run(['explain', cell, '--lang', language], { cwd })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    await expect(stdout).toMatchFileSnapshot(`../../fixtures/explained/${name}.${language}.txt`)
  })

  test('what each form can tell', async () => {
    const { status, stdout } = await run(['rules', '--prove', '--lang', language])
    expect(status).toBe(0)
    await expect(stdout).toMatchFileSnapshot(`../../fixtures/explained/forms.${language}.txt`)
  })
})

test('by its place it is the same cell', async () => {
  const [byRef, workbookByRef] = [
    await run(['explain', `镇.csv:${total}`], { cwd }),
    await run(['explain', `镇.xlsx:${total}`], { cwd }),
  ]
  const [, place] = /^位置：(.*)$/m.exec(byRef.stdout)!
  const [, address] = /^位置：(.*)$/m.exec(workbookByRef.stdout)!
  expect(place).toMatch(/^镇\.csv:\d+:\d+$/)
  expect(address).toMatch(/^镇\.xlsx:'附表\(1\)'![A-Z]+\d+$/)
  expect(await run(['explain', place!], { cwd })).toEqual(byRef)
  expect(await run(['explain', address!], { cwd })).toEqual(workbookByRef)
  expect(await run(['explain', address!.replaceAll("'", '').toLowerCase()], { cwd })).toEqual(workbookByRef)
})

test('as JSON a certificate', async () => {
  const { status, stdout } = await run(['explain', `镇.csv:${total}`, '-f', 'json'], { cwd })
  expect(status).toBe(0)
  const printed = JSON.parse(stdout)
  expect(certificateOutput.parse(printed)).toEqual(printed)
  expect(printed).toMatchObject({
    version: 1,
    path: '镇.csv',
    table: 'requests',
    edition: '2021',
    ref: total,
  })
})

test.each(cells)('the certificate of %s keeps to its schema', async (_, cell) => {
  const printed = JSON.parse((await run(['explain', cell, '-f', 'json'], { cwd })).stdout)
  expect(certificateOutput.parse(printed)).toEqual(printed)
})

test('a cell that is no figure of the form', async () => {
  const title = await run(['explain', '镇.csv:1:1'], { cwd })
  expect([title.status, title.stdout]).toEqual([
    0,
    '这一格是“示例镇2024年政府信息公开工作年度报告”，没有读作表中的数据项：它不是数据项，或者这一行、这张表未被采用（原因见 gouji check）。没有勾稽关系涉及它。\n',
  ])
})

test('a cell of a row that the report adds', async () => {
  const layouts = join(import.meta.dirname, '../../fixtures/layouts')
  for (const cell of ['39:3', '39:14']) {
    const added = await run(['explain', `added-provincial-rows.csv:${cell}`, '--lang', 'en'], {
      cwd: layouts,
    })
    expect([added.status, added.stdout]).toEqual([
      0,
      'This cell is in the row “4.其他无法提供情形”, which the report adds to the form; no relation holds it.\n',
    ])
  }
})

test.each<[string, string[], number, string]>([
  ['an unknown ref', ['镇.csv:requests.outcomes.total.naturalPersn'], 2, `您要的是不是 ${total}`],
  ['a ref unlike any', ['镇.csv:x.y.z'], 2, 'gouji parse 镇.csv'],
  ['a place where nothing is', ['镇.csv:9999:1'], 2, '没有这一格'],
  ['a file without a cell', ['镇.csv'], 2, '没有写明是哪一格'],
  ['a line alone', ['镇.csv:12'], 2, '没有写明是哪一格'],
  ['a file that is not there', ['没有.csv:1:1'], 2, '路径不存在：没有.csv'],
  ['a file that is no report', ['其他.csv:1:1'], 1, '没有在“其他.csv”中识别出'],
  ['an unknown format', [`镇.csv:${total}`, '-f', 'xml'], 2, 'text、json'],
  ['a rule as JSON', ['GJ301', '-f', 'json'], 2, 'gouji rules --format json'],
  ['a title as JSON', ['镇.csv:1:1', '-f', 'json'], 2, '没有读作表中的数据项'],
])('%s', async (_, args, status, words) => {
  const result = await run(['explain', ...args], { cwd })
  expect([result.status, result.stdout]).toEqual([status, ''])
  expect(result.stderr).toContain(words)
})

describe('rules --prove', () => {
  test('as JSON', async () => {
    const { tables } = JSON.parse((await run(['rules', '--prove', '--format', 'json'])).stdout)
    expect(
      tables.map(({ edition, table, identities, rank }: Record<string, unknown>) => [
        edition,
        table,
        identities,
        rank,
      ]),
    ).toEqual([
      ['2019', 'activeDisclosure', 0, 0],
      ['2019', 'requests', 37, 35],
      ['2019', 'reviewLitigation', 3, 3],
      ['2021', 'activeDisclosure', 0, 0],
      ['2021', 'requests', 39, 37],
      ['2021', 'reviewLitigation', 3, 3],
    ])
    expect((await run(['rules', '--prove', '--format', 'xml'])).status).toBe(2)
  })

  test('fails when relations contradict each other', async () => {
    const [proof] = proveForms().filter(({ table }) => table.id === 'reviewLitigation')
    const contradiction = { position: 0, constraints: proof!.identities }
    const written: unknown[] = []
    const io = { stdout: { write: () => {} }, stderr: { write: (text: unknown) => written.push(text) } }
    const context = { io, language: 'en', words: wordsIn.en } as unknown as Parameters<typeof proveRules>[1]
    expect(await proveRules({}, context, [{ ...proof!, contradiction }])).toBe(1)
    expect(written.join('')).toMatch(/^error: The relations contradict each other: .* force reviewLitigation/)
  })
})
