import { expect, test } from 'vitest'
import { nodeHost } from '../../src/node/host.ts'
import { type Block, runExample } from '../../src/testing/examples.ts'

/** A mistake in an example is an error, for the example would go on to show something else than it says. */
const report = (content: string): Block => ({
  kind: 'report',
  options: 'edition=2021 year=2024 seed=1',
  content,
})

test.each([
  ['a line that is no change', report('requests.newRequests.total: 12\n'), 'not a change'],
  ['a cell that the form does not have', report('requests.newRequests.totals = 12\n'), 'no cell'],
  ['a row that is not there', report('row 规范性文件: drop\n'), '0 rows'],
  ['a label of two rows', report('row 信息内容: copy\n'), '4 rows'],
  ['a text that is not there', report('text 2025年 => 2024年\n'), 'not in the report'],
  ['an option', { kind: 'report', options: 'form=2021', content: '' }, 'form=2021'],
  ['an encoding', { kind: 'file', options: 'name=a.csv encoding=big5', content: '' }, 'big5'],
  ['a builder', { kind: 'file', options: 'name=a.xlsx builder=book', content: '' }, 'book'],
  [
    'a file that is no report',
    { kind: 'file', options: 'name=a.csv', content: '姓名,电话\n' },
    'passed over',
  ],
])('%s', async (_, block, message) => {
  await expect(runExample(block, 'GJ001', nodeHost)).rejects.toThrow(message)
})

test('changes are made to figures, then to rows, then to the text', async () => {
  const lines = [
    'texts 37 => 38件',
    'row 行政处罚: copy',
    'rows 行政处罚决定 <=> 行政强制',
    'activeDisclosure.penalty.decisions = 37',
  ]
  await expect(runExample(report(lines.join('\n')), 'GJ209', nodeHost)).rejects.toThrow('0 rows')
  const output = await runExample(report(`${lines[0]}\n${lines[3]}\n`), 'GJ209', nodeHost)
  expect(output.en).toContain('“38件” carries a unit')
})
