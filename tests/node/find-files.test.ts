import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findFiles } from '../../src/node/find-files.ts'

const root = mkdtempSync(join(tmpdir(), 'gouji-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

for (const path of [
  '县/黄庄镇/2020 年报.csv',
  '县/黄庄镇/2021.XLSX',
  '县/黄庄镇/~$2021.XLSX',
  '县/黄庄镇/.~2021.XLSX',
  '县/黄庄镇/说明.md',
  '县/黄庄镇/程序.js',
  '县/[1].csv',
  '县/1.csv',
  '县/{a,b}.csv',
  '县/乙/丙/丁.tsv',
  '县/.git/x.csv',
  '县/node_modules/包/x.csv',
  '县/乙/node_modules/x.csv',
  '县/.隐藏/戊.csv',
  '外/己.csv',
]) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
}

const county = [
  '县/.隐藏/戊.csv',
  '县/1.csv',
  '县/[1].csv',
  '县/{a,b}.csv',
  '县/乙/丙/丁.tsv',
  '县/黄庄镇/2020 年报.csv',
  '县/黄庄镇/2021.XLSX',
  '县/黄庄镇/说明.md',
]

async function paths(asked: readonly string[], cwd = root): Promise<readonly string[]> {
  return (await findFiles(asked, cwd)).files.map(file => file.path)
}

describe('folders', () => {
  test('files that may be reports, in order, without what is no part of the work', async () => {
    expect(await paths(['县'])).toEqual(county)
    expect(await paths(['县/'])).toEqual(county)
    expect(await paths([join(root, '县')])).toEqual(county)
  })

  test('relative to the working directory', async () => {
    expect(await paths(['.'], join(root, '外'))).toEqual(['己.csv'])
    expect(await paths(['../外', '乙'], join(root, '县'))).toEqual(['../外/己.csv', '乙/丙/丁.tsv'])
  })

  test('a folder that is named is walked whatever its name', async () => {
    expect(await paths(['县/node_modules'])).toEqual(['县/node_modules/包/x.csv'])
  })
})

describe('order and repetition', () => {
  test('do not change the result', async () => {
    const once = await findFiles(['县', '外'], root)
    expect(await findFiles(['外', '县', './县', join(root, '外/../县')], root)).toEqual(once)
  })

  test('a named file that is also met counts as named', async () => {
    const { files } = await findFiles(['县', '县/1.csv'], root)
    expect(files.filter(file => file.isNamed).map(file => file.path)).toEqual(['县/1.csv'])
    expect(files).toHaveLength(county.length)
  })
})

describe('named files', () => {
  test('are taken whatever their extension', async () => {
    expect(await paths(['县/黄庄镇/程序.js'])).toEqual(['县/黄庄镇/程序.js'])
    expect(await paths(['县/黄庄镇/~$2021.XLSX'])).toEqual(['县/黄庄镇/~$2021.XLSX'])
  })

  test('are themselves even when they look like patterns', async () => {
    expect(await paths(['县/[1].csv'])).toEqual(['县/[1].csv'])
    expect(await paths(['县/{a,b}.csv'])).toEqual(['县/{a,b}.csv'])
  })

  test('that do not exist are missing and hold nothing up', async () => {
    const { files, missing, unmatched } = await findFiles(['没有.csv', '县/1.csv', '县/1.csv/x'], root)
    expect(files.map(file => file.path)).toEqual(['县/1.csv'])
    expect({ missing, unmatched }).toEqual({ missing: ['没有.csv', '县/1.csv/x'], unmatched: [] })
  })
})

describe('patterns', () => {
  test.each([
    ['县/*.csv', ['县/1.csv', '县/[1].csv', '县/{a,b}.csv']],
    ['县/**/2*', ['县/黄庄镇/2020 年报.csv', '县/黄庄镇/2021.XLSX']],
    ['**/*.xlsx', ['县/黄庄镇/2021.XLSX']],
    ['县/?.csv', ['县/1.csv']],
    ['*/*镇', ['县/黄庄镇/2020 年报.csv', '县/黄庄镇/2021.XLSX', '县/黄庄镇/说明.md']],
    ['{县,外}/[1己].csv', ['县/1.csv', '外/己.csv']],
    ['县/../外/*.csv', ['外/己.csv']],
  ])('%s', async (pattern, expected) => {
    const found = await findFiles([pattern], root)
    expect(found.files.map(file => file.path)).toEqual(expected)
    expect(found.files.filter(file => file.isNamed)).toEqual([])
    expect(await paths([join(root, pattern)])).toEqual(expected)
    expect(await paths([join('..', pattern)], join(root, '外')).then(all => all.length)).toBe(expected.length)
  })

  test('that fit nothing are said', async () => {
    const { files, missing, unmatched } = await findFiles(['没有*.csv', '没有/*.csv', '县/黄庄镇/*.js'], root)
    expect(files).toEqual([])
    expect(missing).toEqual([])
    expect(unmatched).toEqual(['没有*.csv', '没有/*.csv', '县/黄庄镇/*.js'])
  })
})

describe('links', () => {
  const linked = mkdtempSync(join(tmpdir(), 'gouji-'))
  afterAll(() => rmSync(linked, { recursive: true, force: true }))
  mkdirSync(join(linked, '甲/乙'), { recursive: true })
  writeFileSync(join(linked, '甲/乙/1.csv'), '')
  symlinkSync('..', join(linked, '甲/回'))
  symlinkSync('.', join(linked, '甲/乙/己'))
  symlinkSync('乙', join(linked, '甲/别名'))
  symlinkSync('乙/1.csv', join(linked, '甲/2.csv'))
  symlinkSync('无', join(linked, '甲/3.csv'))
  symlinkSync('4.csv', join(linked, '甲/4.csv'))

  test('to files are followed, circles end, each file comes once', async () => {
    const expected = ['甲/2.csv', '甲/3.csv', '甲/4.csv', '甲/乙/1.csv']
    expect(await paths(['.'], linked)).toEqual(expected)
    expect(await paths(['甲/别名', '甲', '甲/回'], linked)).toEqual(expected)
  })

  test('in patterns too', async () => {
    expect(await paths(['**/*.csv'], linked)).toEqual(expect.arrayContaining(['甲/2.csv', '甲/乙/1.csv']))
    expect((await paths(['**/1.csv'], linked)).length).toBe(1)
  })
})
