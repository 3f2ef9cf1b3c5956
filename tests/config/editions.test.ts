import { describe, expect, test } from 'vitest'
import { checkSource, type Expected } from '../../src/core/index.ts'
import { nothingExpected } from '../../src/core/model/report.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, keptReport, plainStyle, reportSheet, writeText } from '../../src/testing/index.ts'

/** Whether a table of 2019 or 2021 is read as it is, and what is said where settings ask for an edition. */
async function check(edition: '2019' | '2021', expected: Partial<Expected>, change: (csv: string) => string) {
  const rows = reportSheet(keptReport(edition, balancedFigures(edition, 2), '示例镇', 2024)).rows
  const csv = change(new TextDecoder().decode(writeText(rows, plainStyle)))
  const bytes = new TextEncoder().encode(csv)
  const options = {
    language: 'en',
    profile: 'standard',
    expected: { ...nothingExpected, ...expected },
  } as const
  const checked = await checkSource({ path: '表.csv', bytes, isNamed: true }, options, nodeHost)
  if (checked.kind !== 'checked') throw new Error(checked.reason)
  const { tables, diagnostics } = checked.file
  return {
    editions: tables.map(({ table, edition }) => `${table} ${edition}`),
    codes: diagnostics
      .filter(({ code }) => ['GJ104', 'GJ110', 'GJ115', 'GJ127'].includes(code))
      .map(({ code, data }) => `${code} ${data.table ?? data.first}`),
  }
}

const untitled = (csv: string) => csv.replace(/^.*\n/, ',\n')
/** 表三 without the rows that the editions print differently. */
const unclear = (csv: string) =>
  untitled(csv)
    .slice(untitled(csv).indexOf('三、'))
    .split('\n')
    .filter(line => !/（六）其他处理|逾期|3\.其他/.test(line))
    .join('\n')

describe('a table whose edition does not show', () => {
  test('is said to be unclear, and read as the latest', async () => {
    expect(await check('2021', {}, unclear)).toMatchObject({ codes: ['GJ104 表三'] })
  })

  test.each(['2019', '2021'])('is read as the one that settings name, %s, and no guess', async edition => {
    const { editions, codes } = await check('2021', { edition }, unclear)
    expect(editions[0]).toBe(`requests ${edition}`)
    expect(codes).toEqual([])
  })

  test('is read as that of its year all the same', async () => {
    const titled = (csv: string) => `示例镇2024年政府信息公开工作年度报告\n${unclear(csv)}`
    const { editions, codes } = await check('2021', { edition: '2019' }, titled)
    expect(editions[0]).toBe('requests 2021')
    expect(codes).toEqual(['GJ127 表三'])
  })
})

test('a table that shows another edition is read as what it is, and an error', async () => {
  const { editions, codes } = await check('2019', { edition: '2021' }, untitled)
  expect(editions).toEqual(['activeDisclosure 2019', 'requests 2019', 'reviewLitigation 2019'])
  expect(codes).toEqual(['GJ127 表二', 'GJ127 表三'])
})

test('where the year says the same, it is said once', async () => {
  const { codes } = await check('2019', { edition: '2021' }, csv => csv)
  expect(codes).toEqual(['GJ110 表二', 'GJ110 表三'])
})

test.each([
  [{ body: '示例镇', year: 2024 }, []],
  [{ body: null, year: null }, []],
  [{ body: '示例县示例镇人民政府', year: 2024 }, []],
  [{ body: '例镇', year: null }, []],
  [{ body: '镇示例', year: null }, ['body']],
  [{ body: '甲镇', year: 2023 }, ['year', 'body']],
])('a path that says %j', async (named, said) => {
  const rows = reportSheet(keptReport('2021', balancedFigures('2021', 2), '示例镇', 2024)).rows
  const options = { language: 'en', profile: 'standard', expected: { ...nothingExpected, named } } as const
  const source = { path: '表.csv', bytes: writeText(rows, plainStyle), isNamed: true }
  const checked = await checkSource(source, options, nodeHost)
  if (checked.kind !== 'checked') throw new Error(checked.reason)
  const own = checked.file.diagnostics.filter(({ code }) => code === 'GJ126')
  expect(own.map(({ data }) => data.what)).toEqual(said)
})
