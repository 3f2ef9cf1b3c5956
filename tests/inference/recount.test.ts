import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

const figures = balancedFigures('2021', 5)
const [fresh, granted] = ['requests.newRequests.naturalPerson', 'requests.outcomes.granted.naturalPerson']

async function causesOf(changes: Readonly<Record<string, number>>) {
  const own = new Map(figures)
  for (const [ref, by] of Object.entries(changes)) own.set(ref, String(Number(own.get(ref)) + by))
  const bytes = writeText(reportSheet(keptReport('2021', own)).rows, plainStyle)
  const source = { path: '示例镇.csv', bytes, isNamed: true }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error('passed over')
  return checked.file.causes
}

test('a request that was added without its totals may be a matter of the totals', async () => {
  const causes = await causesOf({ [fresh!]: 1, [granted!]: 1 })
  expect(causes).toHaveLength(1)
  expect(causes[0]).toMatchObject({ ref: null, diagnostics: [0, 1, 2, 3] })
  expect(causes[0]!.suspects.map(set => set.map(({ ref }) => ref))).toEqual([
    [fresh, granted],
    [
      'requests.newRequests.total',
      'requests.outcomes.granted.total',
      'requests.outcomes.total.naturalPerson',
      'requests.outcomes.total.total',
    ],
  ])
  expect(causes[0]!.message).toContain('也可能各项都填对了，是4格合计没有随之更新（')
})

test.each([
  ['a single wrong item', { [granted!]: 1 }, 1],
  ['two items that no totals explain', { [fresh!]: 1, [granted!]: 2 }, 2],
  ['an impossible item', { [fresh!]: 1, [granted!]: -100 }, 2],
])('not so with %s', async (_, changes, count) => {
  const causes = await causesOf(changes)
  expect(causes.map(({ suspects }) => suspects.map(set => set.length))).toEqual(Array(count).fill([1]))
})
