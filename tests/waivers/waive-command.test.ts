import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encode } from '../../src/testing/index.ts'
import { alikeAllowed, folderWith, good, ofBody, reportCsv, run } from '../cli/run.ts'

const issued = 'activeDisclosure.rules.issued'
const total = 'requests.carriedForward.naturalPerson'
const name = 'gouji.waivers.json'
const because = ['--reason', '上级核定数', '--who', '张三']
const pdf = '2024年政府信息公开工作年度报告.pdf'

interface Written {
  readonly waivers: readonly Readonly<Record<string, string>>[]
}

const written = (cwd: string): Written['waivers'] =>
  (JSON.parse(readFileSync(join(cwd, name), 'utf8')) as Written).waivers
const checked = async (cwd: string) => (await run(['check', '-f', 'unix'], { cwd })).stdout

describe('waive', () => {
  test('writes what was found at a cell with the reason, and says it', async () => {
    const cwd = folderWith({ '镇.csv': reportCsv({ [issued]: '12件' }) })
    const { status, stdout } = await run(['waive', '镇.csv:6:4', ...because, '--until', '2026-12-31'], {
      cwd,
    })
    expect([status, stdout]).toEqual([
      0,
      '镇.csv:6:4  GJ209  表二“规章”行“本年制发件数”列的“12件”带有单位。\n已豁免1项问题，写入“gouji.waivers.json”1条。\n',
    ])
    expect(written(cwd)).toEqual([
      {
        file: '镇.csv',
        code: 'GJ209',
        ref: issued,
        value: '12件',
        reason: '上级核定数',
        who: '张三',
        until: '2026-12-31',
      },
    ])
    expect(await checked(cwd)).toBe('')
  })

  test('a cause with all that it explains, by the place that is printed under it', async () => {
    const cwd = folderWith({ '镇.csv': reportCsv({ [total]: '9999' }) })
    const { stdout } = await run(['check', '--lang', 'en'], { cwd })
    const [place] = /镇\.csv:\d+:\d+/.exec(stdout)!
    await run(['waive', place, ...because], { cwd })
    expect(written(cwd).map(({ code }) => code)).toEqual(['GJ401', 'GJ301'])
    expect(await checked(cwd)).toBe('')
  })

  test('only what the named rules found', async () => {
    const cwd = folderWith({ '镇.csv': reportCsv({ [total]: '9999' }) })
    await run(['waive', `镇.csv:${total}`, '--code', 'row-total-mismatch', ...because], { cwd })
    expect(written(cwd).map(({ code }) => code)).toEqual(['GJ301'])
    expect(await checked(cwd)).toMatch(/^镇\.csv:\S+: error GJ401 [^\n]*\n$/)
  })

  test('all cells that share a defect, by any of them', async () => {
    const refs = ['issued', 'repealed', 'effective'].map(column => `activeDisclosure.rules.${column}`)
    const csv = reportCsv(Object.fromEntries(refs.map(ref => [ref, ''])))
    for (const cell of [refs[2]!, '6:6']) {
      const cwd = folderWith({ '镇.csv': csv })
      expect((await run(['waive', `镇.csv:${cell}`, ...because], { cwd })).stdout).toContain('3条。')
      expect(written(cwd).map(({ ref }) => ref)).toEqual(refs)
      expect(await checked(cwd)).toBe('')
    }
  })

  test('several cells of several files, each finding once', async () => {
    const csv = reportCsv({ [issued]: '12件' })
    const cwd = folderWith({
      '县/甲镇.csv': csv,
      '县/乙镇.csv': ofBody('乙镇', csv),
      'gouji.json': alikeAllowed,
    })
    const cells = ['县/甲镇.csv:6:4', `县/甲镇.csv:${issued}`, '县/乙镇.csv:6:4']
    await run(['waive', ...cells, ...because], { cwd })
    expect(written(cwd).map(({ file }) => file)).toEqual(['县/甲镇.csv', '县/乙镇.csv'])
    expect(await checked(cwd)).toBe('')
  })

  test('what is about no cell, by its place', async () => {
    const text = new TextDecoder().decode(good).replace(/^规章.*$/m, line => `${line}\n其他,1,2,3`)
    const cwd = folderWith({ '镇.csv': encode(text, 'utf-8') })
    const [, place] = /^镇\.csv:(\d+:\d+): \w+ GJ101/m.exec(await checked(cwd))!
    await run(['waive', `镇.csv:${place}`, ...because], { cwd })
    expect(written(cwd)).toMatchObject([{ code: 'GJ101', ref: '' }])
    expect(await checked(cwd)).toBe('')
  })

  test('adds to what is there and keeps its comments', async () => {
    const cwd = folderWith({
      '县/镇.csv': reportCsv({ [issued]: '12件' }),
      '县/gouji.waivers.json': '// 由张三维护\n{ "version": 1, "waivers": [] }\n',
    })
    await run(['waive', '县/镇.csv:6:4', ...because], { cwd })
    const text = readFileSync(join(cwd, '县', name), 'utf8')
    expect(text).toMatch(/^\/\/ 由张三维护\n/)
    expect(text).toContain('"file": "镇.csv"')
    expect(existsSync(join(cwd, name))).toBe(false)
  })

  test('anew what has expired', async () => {
    const cwd = folderWith({ '镇.csv': reportCsv({ [issued]: '12件' }) })
    await run(['waive', '镇.csv:6:4', ...because, '--until', '1970-01-02'], { cwd })
    const now = Date.UTC(2026, 0, 1)
    await run(['waive', '镇.csv:6:4', ...because], { cwd, now })
    const { stdout } = await run(['check', '-f', 'unix'], { cwd, now })
    expect(stdout).toMatch(/^gouji\.waivers\.json:4:5: warning GJ901 .*已有另一条豁免。\n$/)
  })
})

test.each([
  ['nothing found there', ['镇.csv:1:1', ...because]],
  ['nothing of that rule', ['镇.csv:6:4', '--code', 'GJ301', ...because]],
  ['no cell', ['镇.csv', ...because]],
  ['no such file', ['没有.csv:6:4', ...because]],
  ['no report', ['名单.csv:1:1', ...because]],
  ['no such rule', ['镇.csv:6:4', '--code', 'unit-sufix', ...because]],
  ['no reason', ['镇.csv:6:4', '--who', '张三']],
  ['a blank reason', ['镇.csv:6:4', '--reason', ' ', '--who', '张三']],
  ['nobody', ['镇.csv:6:4', '--reason', '来函', '--who', '']],
  ['a day that is past', ['镇.csv:6:4', ...because, '--until', '1969-12-31']],
  ['a day that is none', ['镇.csv:6:4', ...because, '--until', '2026-02-30']],
  ['what was not read', [`${pdf}:1:1`, ...because]],
  ['one of two cells', ['镇.csv:6:4', '镇.csv:1:1', ...because]],
])('refused, and nothing written: %s', async (label, args) => {
  const cwd = folderWith({
    '镇.csv': reportCsv({ [issued]: '12件' }),
    '名单.csv': 'name\n',
    [pdf]: encode('%PDF-1.7', 'utf-8'),
  })
  for (const lang of ['zh-CN', 'en']) {
    const { status, stdout, stderr } = await run(['waive', ...args, '--lang', lang], { cwd })
    expect([status, stdout]).toEqual([2, ''])
    await expect(stderr).toMatchFileSnapshot(`../../fixtures/waivers/waive ${label}.${lang}.txt`)
  }
  expect(existsSync(join(cwd, name))).toBe(false)
})

test('what is waived already is not waived twice', async () => {
  const cwd = folderWith({ '镇.csv': reportCsv({ [issued]: '12件' }) })
  await run(['waive', '镇.csv:6:4', ...because], { cwd })
  const text = readFileSync(join(cwd, name))
  expect((await run(['waive', '镇.csv:6:4', ...because], { cwd })).status).toBe(2)
  expect(readFileSync(join(cwd, name))).toEqual(text)
  writeFileSync(join(cwd, name), '{')
  expect((await run(['waive', '镇.csv:6:4', ...because], { cwd })).status).toBe(2)
  expect(readFileSync(join(cwd, name), 'utf8')).toBe('{')
})
