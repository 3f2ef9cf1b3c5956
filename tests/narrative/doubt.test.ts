import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { harmlessTexts } from '../../src/testing/harmless-texts.ts'
import { layOut, sheetOf } from '../../src/testing/laid-out.ts'
import { smallFigures } from '../../src/testing/small-reports.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

const figures = 'newRequests=25+5 carriedOver=3 granted=20+5 partiallyGranted=6 carriedForward=2'
const total = 'requests.outcomes.granted.total'
const all = 'requests.outcomes.total.total'

/** What is said of a sentence, by code and words, beside tables in which some cells were changed. */
async function saidOf(text: string, changes: Readonly<Record<string, string | null>> = {}) {
  const kept = keptReport('2021', smallFigures('2021', figures))
  const report = { ...kept, facts: { ...kept.facts, ...changes } }
  const { rows } = sheetOf(layOut(report, harmlessTexts(report, [{ kind: 'say', section: '一', text }])))
  const source = {
    path: '年报.txt',
    bytes: writeText(rows, { ...plainStyle, separator: '\t' }),
    isNamed: true,
  }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error('passed over')
  return checked.file.diagnostics.filter(({ code }) => /^GJ71\d$/.test(code))
}

const sentence = '办结政府信息公开申请31件，其中予以公开27件，部分公开6件。'

test('a figure of the text is held to the table, and stands where it is written', async () => {
  const [only, ...others] = await saidOf(sentence)
  expect(others).toEqual([])
  expect(only!.message).toBe('正文“予以公开27件”与表格不一致：表三“（一）予以公开”为25。')
  expect(only!.location.endColumn - only!.location.column).toBe('予以公开27件'.length)
  expect(only!.related.map(({ ref }) => ref)).toEqual([total])
})

test('no text is blamed beside a figure that the table itself puts in doubt', async () => {
  expect(await saidOf(sentence, { [total]: '27' })).toEqual([])
  expect(await saidOf('办结政府信息公开申请31件。', { [all]: '30' })).toEqual([])
})

test('a blank is read as what the other figures force, and otherwise not at all', async () => {
  expect(await saidOf(sentence, { [total]: null })).toHaveLength(1)
  const open = { [total]: null, 'requests.outcomes.granted.naturalPerson': null }
  const others = { 'requests.outcomes.total.naturalPerson': null, [all]: null }
  const carried = { 'requests.carriedForward.naturalPerson': null, 'requests.carriedForward.total': null }
  expect(await saidOf(sentence, { ...open, ...others, ...carried })).toEqual([])
})

test('a share of a number that is wrong itself is one slip with it', async () => {
  const codes = (await saidOf('部分公开8件，占25.8%。')).map(({ code }) => code)
  expect(codes).toEqual(['GJ713'])
})
