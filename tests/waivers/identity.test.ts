import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSource, waive } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { createDraw } from '../../src/testing/balanced.ts'
import { workbookBuilders } from '../../src/testing/example-workbooks.ts'
import { bytesOf, spoiledReport } from '../certificates/spoiled-report.ts'
import { reportCsv } from '../cli/run.ts'
import { fixtureFiles } from '../fixture-files.ts'
import { checkedBytes, reported } from './checked.ts'

const known = (occurrences: ReturnType<typeof reported>) =>
  occurrences.map(occurrence => ({ ...occurrence, reason: null, isLive: true }))

test('findings are the same in both languages and with either profile', async () => {
  for (const path of fixtureFiles) {
    const source = { path, bytes: readFileSync(path), isNamed: true }
    const ways = [
      { language: 'zh-CN', profile: 'standard' },
      { language: 'en', profile: 'strict' },
    ] as const
    const [chinese, english] = await Promise.all(ways.map(way => checkSource(source, way, nodeHost)))
    if (chinese!.kind !== 'checked' || english!.kind !== 'checked') continue
    expect(reported(english!.file), path).toEqual(reported(chinese!.file))
    for (const { value } of reported(chinese!.file)) expect(value, path).not.toContain('[object')
    for (const { subjects } of chinese!.file.diagnostics) expect(subjects.length, path).toBeGreaterThan(0)
  }
})

/** All that is known of a report is waived; then one figure is changed, and that is seen. */
describe.each(['2019', '2021'] as const)('the form of %s', edition => {
  test.each(['requests', 'reviewLitigation'] as const)('%s', async table => {
    for (let seed = 1; seed <= 12; seed++) {
      const draw = createDraw(seed)
      const { bytes, figures } = spoiledReport(edition, seed, { table, errors: 1 + draw(4), blanks: 0 })
      const file = await checkedBytes(bytes)
      const accepted = known(reported(file))
      const settled = waive(file, accepted)
      expect(settled.file.diagnostics).toEqual([])
      expect(settled.file.causes).toEqual([])
      expect(settled.file.waived.map(({ diagnostic }) => diagnostic)).toEqual(file.diagnostics)
      expect([settled.unmet, settled.left]).toEqual([[], []])
      const refs = [...figures.keys()].filter(ref => ref.startsWith(`${table}.`))
      for (let time = 0; time < 8; time++) {
        const ref = refs[draw(refs.length)]!
        const changed = new Map(figures).set(ref, String(Number(figures.get(ref)) + 1 + draw(9)))
        const { file: again, unmet } = waive(await checkedBytes(bytesOf(edition, changed)), accepted)
        const seen = again.diagnostics.length + unmet.length
        expect(seen, `seed ${seed}: ${ref} ${figures.get(ref)} → ${changed.get(ref)}`).toBeGreaterThan(0)
      }
    }
  })
})

test('added rows are told by their figures', async () => {
  const plain = new TextDecoder().decode(reportCsv())
  const saidOf = async (total: number) => {
    const row = `,,4.其他无法提供情形,1,0,0,0,0,0,${total}`
    const text = plain.replace(/^.*补正后申请内容仍不明确.*$/m, line => `${line}\n${row}`)
    const file = await checkedBytes(new TextEncoder().encode(text))
    return reported(file).flatMap(({ code, value }) => (code === 'GJ306' ? [value] : []))
  }
  expect(await saidOf(5)).toEqual(['表三 4.其他无法提供情形 5 1 4'])
  expect(await saidOf(6)).toEqual(['表三 4.其他无法提供情形 6 1 5'])
})

test('a date in a cell is told by the cell, so that another one is new', async () => {
  const saidOf = async (figures: string) => {
    const rows = [
      '第二十条第（五）项',
      '信息内容,上一年项目数量,本年增/减,处理决定数量',
      `行政许可,${figures}`,
    ]
    const bytes = workbookBuilders.workbook!(rows.map(row => row.split(',')))
    return reported(await checkedBytes(bytes, 'en', '镇2020年.xlsx')).filter(({ code }) => code === 'GJ010')
  }
  const [first, second] = [await saidOf('206,3月1日,12'), await saidOf('206,0,3月1日')]
  expect(first).toEqual([{ code: 'GJ010', ref: expect.stringMatching(/change$/), value: '3月1日' }])
  expect(second).toEqual([{ code: 'GJ010', ref: expect.stringMatching(/decisions$/), value: '3月1日' }])
})
