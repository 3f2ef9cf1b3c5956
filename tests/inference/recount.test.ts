import { expect, test } from 'vitest'
import { evaluate } from '../../src/core/constraints/evaluate.ts'
import { parseExact } from '../../src/core/constraints/exact.ts'
import { editionById } from '../../src/core/editions/index.ts'
import { checkSource } from '../../src/core/index.ts'
import { infer } from '../../src/core/inference/infer.ts'
import type { Fact } from '../../src/core/model/fact.ts'
import type { ReportTable } from '../../src/core/model/report.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, createDraw, type Figures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

const figures = balancedFigures('2021', 5)
const [fresh, granted] = ['requests.newRequests.naturalPerson', 'requests.outcomes.granted.naturalPerson']

/** What both stand in. */
const lateTotals = [
  'requests.newRequests.total',
  'requests.outcomes.granted.total',
  'requests.outcomes.total.naturalPerson',
  'requests.outcomes.total.total',
]

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
  expect(causes[0]!.suspects.map(set => set.map(({ ref }) => ref))).toEqual([[fresh, granted], lateTotals])
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

test('what blanks must be holds if it is the totals that are wrong', () => {
  const { requests } = editionById('2021')!.tables
  const own = requests.cells.slice(0, requests.size)
  const draw = createDraw(9)
  let forced = 0
  for (let trial = 0; trial < 200; trial++) {
    const written = balancedFigures('2021', 1 + trial)
    const grow = (all: Figures, ref: string) => all.set(ref, String(Number(all.get(ref)) + 1))
    for (const ref of [fresh!, granted!]) grow(written, ref)
    const truth = new Map(written)
    for (const ref of lateTotals) grow(truth, ref)
    const blanks = new Set(Array.from({ length: 12 }, () => draw(requests.size)))
    const facts = own.map((cell, index): Fact => {
      const value = blanks.has(index) ? null : parseExact(written.get(cell.ref)!)
      return { cell, state: value ? 'number' : 'blank', value, raw: '', place: null, notations: [] }
    })
    const failed = requests.constraints.filter(
      constraint => constraint.relation === '=' && evaluate(constraint, facts).outcome === 'failed',
    )
    const table = { form: requests, facts, added: [] } as unknown as ReportTable
    const { causes, deductions } = infer(table, failed, new Set())
    if (!causes.some(({ recount }) => recount.length > 0)) continue
    for (const [{ cell }, deduction] of deductions) {
      if (deduction.kind !== 'forced') continue
      forced++
      expect(String(deduction.value), `${trial} ${cell.ref}`).toBe(truth.get(cell.ref))
    }
  }
  expect(forced).toBeGreaterThan(100)
})
