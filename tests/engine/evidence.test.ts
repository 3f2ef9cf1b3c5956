import { expect, test } from 'vitest'
import { type Cause, checkSource, type ParsedReport, parseSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, type Figures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { encode, plainStyle, writeText } from '../../src/testing/write-text.ts'

const figures = balancedFigures('2021', 5)
const other = balancedFigures('2021', 6)
const [granted, partly] = [
  'requests.outcomes.granted.total',
  'requests.outcomes.partiallyGranted.total',
] as const
const [over, overTotal] = ['requests.carriedOver.naturalPerson', 'requests.carriedOver.total'] as const

/** A report of a year; `prose` stands below its title. */
function reportOf(year: number, own: Figures, prose = '') {
  const rows = reportSheet(keptReport('2021', own)).rows.slice(1)
  const tables = new TextDecoder().decode(writeText(rows, plainStyle))
  const title = `示例镇${year}年政府信息公开工作年度报告`
  return { path: `${year}.csv`, bytes: encode(`${title}\n${prose}\n${tables}`, 'utf-8'), isNamed: true }
}

function changed(own: Figures, changes: Readonly<Record<string, string>>): Figures {
  return new Map([...own, ...Object.entries(changes)])
}

async function causesOf(year: number, own: Figures, prose = '', previous?: ParsedReport) {
  const options = { language: 'zh-CN', profile: 'standard', previous } as const
  const checked = await checkSource(reportOf(year, own, prose), options, nodeHost)
  if (checked.kind === 'skipped') throw new Error('passed over')
  return checked.file.causes
}

function evidenceIn(causes: readonly Cause[]): readonly string[] {
  return causes.flatMap(({ notes }) => notes.filter(note => note.startsWith('旁证')))
}

/** Last year's report: what it carried forward is what this year's carries over. */
const lastYear = () => {
  const carried = [...figures].filter(([ref]) => ref.startsWith('requests.carriedOver.'))
  const own = carried.map(([ref, value]) => [ref.replace('carriedOver', 'carriedForward'), value])
  return parseSource(reportOf(2023, changed(other, Object.fromEntries(own))), nodeHost)
}

const swapped = changed(figures, { [granted]: figures.get(partly)!, [partly]: figures.get(granted)! })

test('the narrative is a reason, and leaves the explanations as they are', async () => {
  const silent = await causesOf(2024, swapped)
  const prose = `全年予以公开${figures.get(granted)}件，部分公开${figures.get(granted)}件；不予公开9件。`
  const told = await causesOf(2024, swapped, prose)
  expect(evidenceIn(silent)).toEqual([expect.stringContaining('正好互换')])
  expect(told[0]!.suspects.map(each => each.map(({ ref, expected }) => [ref, expected]))).toEqual(
    silent[0]!.suspects.map(each => each.map(({ ref, expected }) => [ref, expected])),
  )
  expect(told[0]!.notes.slice(0, 2)).toEqual([
    `旁证：正文第2行写“全年予以公开${figures.get(granted)}件”，与表三“（一）予以公开”行“总计”列改后的数一致。`,
    `旁证：正文第2行写“部分公开${figures.get(granted)}件”，与表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“总计”列现填的数一致。`,
  ])
})

test.each([
  '不予公开7件',
  '予以公开及部分公开106件',
  '本年共收到申请106件',
  '予以公开。部分公开：106件',
  '不予公开、予以公开共106件',
  '未予以公开106件',
  '主动予以公开106条',
  '比上年增加，予以公开106件',
  '2023年予以公开106件',
  '2023年，予以公开106件',
])('%s means no cell for certain', async prose => {
  const said = evidenceIn(await causesOf(2024, swapped, prose))
  expect(said).toEqual([expect.stringContaining('正好互换')])
})

const wrongCarry = changed(figures, {
  [over]: String(Number(figures.get(over)) + 4),
  [overTotal]: String(Number(figures.get(overTotal)) + 4),
})

test('what last year’s report carried forward is a reason', async () => {
  const [cause] = await causesOf(2024, wrongCarry, '', await lastYear())
  expect(cause!.suspects.length).toBeGreaterThan(1)
  expect(cause!.ref).toBeNull()
  expect(cause!.notes[0]).toBe(
    `旁证：上年报告“结转下年度”同一列为${figures.get(over)}，与表三“二、上年结转政府信息公开申请数量”行“自然人”列改后的数一致。`,
  )
})

test('the report of another year or another body is no evidence', async () => {
  const [later] = await causesOf(2025, wrongCarry, '', await lastYear())
  const foreign = { ...(await lastYear()), body: '别的镇' }
  const [elsewhere] = await causesOf(2024, wrongCarry, '', foreign)
  for (const cause of [later, elsewhere])
    expect(cause!.notes.filter(note => note.startsWith('旁证'))).toEqual([])
})

test('a total left from last year is named', async () => {
  const ref = 'requests.newRequests.total'
  const previous = await lastYear()
  const old = previous.facts.find(fact => fact.ref === ref)!.value!
  const [cause] = await causesOf(2024, changed(figures, { [ref]: old }), '', previous)
  expect(cause!.ref).toBe(ref)
  expect(cause!.message).toContain('与上年的数相同')
})
