import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, asyncProperty, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { formatExact, parseExact } from '../../src/core/constraints/exact.ts'
import { type ParsedReport, parseSource } from '../../src/core/index.ts'
import {
  balancedFigures,
  type Figures,
  keptReport,
  nodeHost,
  plainStyle,
  reportSheet,
  writeText,
} from '../../src/testing/index.ts'
import { folderWith, other, run } from '../cli/run.ts'

function unit(
  figures: Figures,
  body: string,
  { edition = '2021' as '2019' | '2021', year = 2024, encoding = 'utf-8' as 'utf-8' | 'gb18030' } = {},
): Uint8Array {
  return writeText(reportSheet(keptReport(edition, figures, body, year)).rows, { ...plainStyle, encoding })
}

const town = (seed: number, changes: Readonly<Record<string, string>> = {}) =>
  new Map([...balancedFigures('2021', seed), ...Object.entries(changes)])

async function parsed(cwd: string, path: string): Promise<ParsedReport> {
  return parseSource({ path, bytes: readFileSync(join(cwd, path)), isNamed: true }, nodeHost)
}

/** Ten-thousandths, added as whole numbers. */
function added(figures: readonly string[]): string {
  const whole = figures.map(text => {
    const { units, scale } = parseExact(text)!
    return BigInt(units) * 10n ** BigInt(4 - scale)
  })
  return formatExact(parseExact(decimal(whole.reduce((sum, each) => sum + each, 0n)))!)
}

function decimal(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(5, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

test('sound units make a sound form, each cell their sum', async () => {
  const shape = record({ seed: integer({ min: 0, max: 1e6 }), units: integer({ min: 1, max: 6 }) })
  await assert(
    asyncProperty(shape, async ({ seed, units }) => {
      const edition = seed % 2 === 0 ? '2021' : '2019'
      const figures = Array.from({ length: units }, (_, index) => balancedFigures(edition, seed + index))
      const year = edition === '2021' ? 2024 : 2020
      const files = figures.map((each, index): [string, Uint8Array] => [
        `乡镇/${index}.csv`,
        unit(each, `第${index}镇`, { edition, year, encoding: index % 2 ? 'gb18030' : 'utf-8' }),
      ])
      const cwd = folderWith(Object.fromEntries(files))
      for (const target of ['县.csv', '县.xlsx']) {
        const { status, stderr } = await run(['aggregate', '乡镇', '--body', '某县', '-o', target], { cwd })
        expect([status, stderr]).toEqual([0, ''])
        const report = await parsed(cwd, target)
        expect([report.body, report.year]).toEqual(['某县', year])
        for (const { ref, value } of report.facts)
          expect([ref, value]).toEqual([ref, added(figures.map(each => each.get(ref)!))])
        expect(report.facts).toHaveLength(figures[0]!.size)
        expect((await run(['check', target], { cwd })).stdout).toContain('没有发现问题')
      }
    }),
    { seed: 11, numRuns: 15 },
  )
})

test('a cell that a unit does not tell stays blank and is named, and so is what else is missing', async () => {
  const cwd = folderWith({
    '甲.csv': unit(town(1), '甲镇'),
    '乙.csv': unit(town(2, { 'requests.outcomes.granted.naturalPerson': '' }), '乙镇'),
    '丙.csv': unit(town(3, { 'requests.newRequests.total': '不详' }), '丙镇'),
    '丁.csv': unit(town(4, { 'requests.outcomes.total.total': '99999' }), '丁镇'),
    '坏2024年政府信息公开工作年度报告.xlsx': 'PK\u0003\u0004',
    'x.csv': other,
  })
  const { status, stdout, stderr } = await run(['aggregate', '.', '--body', '某县', '-o', '县.csv'], { cwd })
  expect(status).toBe(1)
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/^错误：坏/),
    '错误：丙.csv：表三“一、本年新收政府信息公开申请数量”行“总计”列空白或没有读出，汇总表中留空。',
    '错误：乙.csv：表三“（一）予以公开”行“自然人”列空白或没有读出，汇总表中留空。',
    '错误：丁.csv：有3项勾稽关系不成立，照原数汇入；详见 gouji check。',
    expect.stringMatching(/^说明：没有采用的文件：.*：1个。$/),
    '',
  ])
  const { facts } = await parsed(cwd, '县.csv')
  expect(facts.filter(({ value }) => value === null).map(({ ref }) => ref)).toEqual([
    'requests.newRequests.total',
    'requests.outcomes.granted.naturalPerson',
  ])
  for (const said of ['由4个单位', '另有1个文件没有汇入', '有2格因', '没有单位名单']) {
    expect(stdout).toContain(said)
    expect(readFileSync(join(cwd, '县.csv'), 'utf8')).toContain(said)
  }
})

test('a table that a unit lacks leaves all its cells blank', async () => {
  const rows = reportSheet(keptReport('2021', town(1), '甲镇')).rows
  const cut = rows.findIndex(row => row[0]!.startsWith('四、') && row[0]!.includes('诉讼'))
  const cwd = folderWith({
    '甲.csv': writeText(rows.slice(0, cut), plainStyle),
    '乙.csv': unit(town(2), '乙镇'),
  })
  const { status, stderr } = await run(['aggregate', '.', '--body', '某县', '-o', '县.csv'], { cwd })
  expect([status, stderr]).toEqual([1, '错误：甲.csv：没有读出表四，汇总表中表四各格留空。\n'])
  const { facts } = await parsed(cwd, '县.csv')
  expect(facts.filter(({ value }) => value === null)).toHaveLength(15)
})

test("the body's own report and a second rendition are not added in", async () => {
  const cwd = folderWith({
    '县.csv': unit(town(9), '某县人民政府'),
    '甲.csv': unit(town(1), '甲镇'),
    '甲（网页）.csv': unit(town(1), '甲镇人民政府'),
    '乙.csv': unit(town(2), '乙镇'),
  })
  const { status, stdout, stderr } = await run(['aggregate', '.', '--body', '某县', '-o', '汇总.csv'], {
    cwd,
  })
  expect([status, stderr]).toEqual([
    0,
    '说明：县.csv：是本级自己的报告，没有汇入。\n说明：甲（网页）.csv：与同一单位的另一个报告数据相同，只汇入一次。\n',
  ])
  expect(stdout).toContain('由2个单位')
})

test.each([
  ['years', { '2.csv': unit(town(2), '乙镇', { year: 2023 }) }, '--year'],
  [
    'editions',
    { '2.csv': unit(balancedFigures('2019', 1), '乙镇', { edition: '2019' }) },
    '2019年版的是：2.csv',
  ],
  ['figures of one body', { '2.csv': unit(town(2), '甲镇') }, '1.csv、2.csv'],
])('different %s are not added up', async (_, files, said) => {
  const cwd = folderWith({ '1.csv': unit(town(1), '甲镇'), ...files })
  const { status, stderr } = await run(['aggregate', '.', '--body', '某县', '-o', '县.csv'], { cwd })
  expect([status, existsSync(join(cwd, '县.csv'))]).toEqual([2, false])
  expect(stderr).toContain(said)
})

test('a year that is asked for, and one that is not there', async () => {
  const cwd = folderWith({
    '1.csv': unit(town(1), '甲镇'),
    '2.csv': unit(town(2), '甲镇', { year: 2023 }),
  })
  const of2023 = await run(['aggregate', '.', '--body', '某县', '--year', '2023', '-o', '县.csv'], { cwd })
  expect(of2023.status).toBe(0)
  const { year, facts } = await parsed(cwd, '县.csv')
  expect(year).toBe(2023)
  expect(facts.map(({ ref, value }) => [ref, value])).toEqual(
    facts.map(({ ref }) => [ref, added([town(2).get(ref)!])]),
  )
  const none = await run(['aggregate', '1.csv', '--body', '某县', '--year', '2019', '-o', 'x.csv'], { cwd })
  expect([none.status, none.stderr]).toEqual([2, '错误：没有2019年的报告；有的年度：2024。\n'])
})

test('never over a file that is there, and only as a form', async () => {
  const cwd = folderWith({ '1.csv': unit(town(1), '甲镇') })
  for (const target of ['1.csv', '汇总.parquet', '汇总']) {
    const { status } = await run(['aggregate', '.', '--body', '某县', '-o', target], { cwd })
    expect(status).toBe(2)
  }
})

const settings = JSON.stringify({
  bodies: [
    { name: '某县人民政府' },
    { name: '甲镇', parent: '某县', aliases: ['甲镇政府'] },
    { name: '乙镇', parent: '某县' },
    { name: '丙镇', parent: '某县' },
    { name: '丁村', parent: '乙镇' },
  ],
})

test('the roster tells for whom, which units belong to it, and which are missing', async () => {
  const cwd = folderWith({
    'gouji.json': settings,
    '县.csv': unit(town(9), '某县人民政府'),
    '甲.csv': unit(town(1), '甲镇政府'),
    '乙.csv': unit(town(2), '乙镇人民政府'),
    '丁.csv': unit(town(3), '丁村'),
    '外.csv': unit(town(4), '外镇'),
  })
  const { status, stdout, stderr } = await run(['aggregate', '.', '-o', '汇总.csv'], { cwd })
  expect(status).toBe(1)
  expect(stderr).toBe(
    [
      '错误：外.csv：“外镇”不在单位名单中，没有汇入。',
      '错误：丙镇：没有报告。',
      '说明：县.csv：是本级自己的报告，没有汇入。',
      '说明：丁.csv：不是“某县人民政府”的直属单位，没有汇入。',
      '',
    ].join('\n'),
  )
  expect(stdout).toBe(
    '某县人民政府2024年汇总表存入“汇总.csv”。本表由2个单位的报告逐格相加而成。另有1个文件没有汇入。名单中应有3个单位，缺1个。\n',
  )
  const { facts } = await parsed(cwd, '汇总.csv')
  for (const { ref, value } of facts)
    expect([ref, value]).toEqual([ref, added([town(1).get(ref)!, town(2).get(ref)!])])
})

test('a body that the roster does not have, and several heads', async () => {
  const cwd = folderWith({ 'gouji.json': settings, '甲.csv': unit(town(1), '甲镇') })
  const { status, stderr } = await run(['aggregate', '.', '--body', '别县', '-o', '县.csv'], { cwd })
  expect([status, stderr]).toEqual([
    2,
    '错误：单位名单中没有“别县”。\n建议：名单中的上级单位：某县人民政府\n',
  ])
  const none = folderWith({ '甲.csv': unit(town(1), '甲镇') })
  const unnamed = await run(['aggregate', '.', '-o', '县.csv'], { cwd: none })
  expect([unnamed.status, unnamed.stderr]).toEqual([
    2,
    '错误：缺少选项“--body”。\n建议：请写明为谁汇总，例如 --body 示例县\n',
  ])
})
