import { describe, expect, test } from 'vitest'
import { editionById, editions } from '../../src/core/editions/index.ts'
import { checkSource, parseSource, resultOf, type Source } from '../../src/core/index.ts'
import { render } from '../../src/core/reporters/index.ts'
import { checkLine, checkOutput, parseOutput } from '../../src/core/schemas/outputs.ts'
import { tablesSchema, typedReport } from '../../src/core/schemas/typed-report.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  keptReport,
  plainStyle as plainText,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../../src/testing/index.ts'

/** The schemas describe what is printed: all of it, so that parsing gives back the very same. */

function sourceOf(edition: string, changes: Readonly<Record<string, string>> = {}): Source {
  const figures = balancedFigures(edition as '2021', 1)
  for (const [ref, text] of Object.entries(changes)) figures.set(ref, text)
  return { path: '示例镇.csv', bytes: writeText(reportSheet(keptReport(edition, figures)).rows, plainText) }
}

const spoiled = {
  'requests.newRequests.total': '1953',
  'requests.carriedOver.naturalPerson': '',
  'requests.outcomes.granted.naturalPerson': '详见附件',
  'reviewLitigation.review.upheld': '/',
  'requests.newRequests.naturalPerson': '１２件',
}
const sources: readonly (readonly [name: string, source: Source])[] = [
  ['a balanced report of 2021', sourceOf('2021')],
  ['a balanced report of 2019', sourceOf('2019')],
  ['a report with errors', sourceOf('2021', spoiled)],
  [
    'a workbook',
    {
      path: '示例镇.xlsx',
      bytes: writeWorkbook([reportSheet(keptReport('2021', balancedFigures('2021', 2)))]),
    },
  ],
  [
    'a file that is not read',
    { path: '年报.pdf', bytes: new TextEncoder().encode('%PDF-1.7'), isNamed: true },
  ],
]

describe.each(sources)('%s', (_, source) => {
  test.each(['zh-CN', 'en'] as const)('check -f json, %s', async language => {
    const checked = await checkSource(source, { language, profile: 'standard' }, nodeHost)
    if (checked.kind !== 'checked') throw new Error(checked.reason)
    const files = [checked.file]
    const result = resultOf(files, [], { language, profile: 'standard' })
    const printed = JSON.parse(await render(result, 'json'))
    expect(checkOutput.parse(printed)).toEqual(printed)
  })

  test('check -f jsonl: the same in lines', async () => {
    const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
    if (checked.kind !== 'checked') throw new Error(checked.reason)
    const skipped = [{ path: '说明.txt', reason: 'no-sign', isNamed: false }] as const
    const result = resultOf([checked.file], skipped, { language: 'zh-CN', profile: 'standard' })
    const lines = (await render(result, 'jsonl'))
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line))
    expect(lines.map(line => checkLine.parse(line))).toEqual(lines)
    const { files, skipped: passed, ...head } = JSON.parse(await render(result, 'json'))
    const typed = (type: string, entries: readonly object[]) => entries.map(entry => ({ type, ...entry }))
    expect(lines).toEqual([
      ...typed('file', files),
      ...typed('skipped', passed),
      { type: 'summary', ...head },
    ])
  })

  test('parse', async () => {
    const printed = JSON.parse(JSON.stringify({ version: 1, reports: [await parseSource(source, nodeHost)] }))
    expect(parseOutput.parse(printed)).toEqual(printed)
  })
})

test.each(editions.map(({ id }) => id))('the tables of a balanced report of %s', async id => {
  const schema = tablesSchema(editionById(id)!)
  const { tables } = typedReport(await parseSource(sourceOf(id), nodeHost), editions)
  expect(schema.parse(tables)).toEqual(tables)
})

test('a figure that the form does not have is refused', async () => {
  const { tables } = typedReport(await parseSource(sourceOf('2021'), nodeHost), editions)
  expect(tablesSchema(editionById('2019')!).safeParse(tables).success).toBe(false)
})
