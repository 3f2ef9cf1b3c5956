import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

const figures = balancedFigures('2021', 5)
const [fresh, granted] = ['requests.newRequests.naturalPerson', 'requests.outcomes.granted.naturalPerson']

async function notesOf(changes: Readonly<Record<string, number>>) {
  const own = new Map(figures)
  for (const [ref, by] of Object.entries(changes)) own.set(ref, String(Number(own.get(ref)) + by))
  const bytes = writeText(reportSheet(keptReport('2021', own)).rows, plainStyle)
  const source = { path: '示例镇.csv', bytes, isNamed: true }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error('passed over')
  return checked.file.causes.map(({ notes }) => notes.filter(note => note.startsWith('另一种可能')))
}

test('a request that was added without its totals is another possibility', async () => {
  const [first, second] = await notesOf({ [fresh!]: 1, [granted!]: 1 })
  expect(first).toEqual([expect.stringContaining('各项都填对了，是4格合计没有随之更新（')])
  expect(second).toEqual(first)
})

test.each([
  ['a single wrong item', { [granted!]: 1 }],
  ['two items that no totals explain', { [fresh!]: 1, [granted!]: 2 }],
  ['an impossible item', { [fresh!]: 1, [granted!]: -100 }],
])('not so with %s', async (_, changes) => {
  for (const notes of await notesOf(changes)) expect(notes).toEqual([])
})
