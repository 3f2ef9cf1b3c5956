import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { balancedFigures, keptReport, reportSheet, writeWorkbook } from '../../src/testing/index.ts'
import { bad, folderWith, run } from './run.ts'

const figures = new Map([...balancedFigures('2021', 5), ['requests.outcomes.total.naturalPerson', '9999']])
const workbook = writeWorkbook([reportSheet(keptReport('2021', figures))])

/** Names that people, office programs and shells give to files, and how each is printed. */
const names: readonly (readonly [name: string, shown: string])[] = [
  ['年报 2024.csv', '年报 2024.csv'],
  ["it's.csv", "it's.csv"],
  ['100%.csv', '100%.csv'],
  ['a#b.csv', 'a#b.csv'],
  ['a:b.csv', 'a:b.csv'],
  ['[1].csv', '[1].csv'],
  ['{1,2}.csv', '{1,2}.csv'],
  ['$(touch x).csv', '$(touch x).csv'],
  ['-f.csv', '-f.csv'],
  ['--quiet', '--quiet'],
  ['两\n行.csv', '两 行.csv'],
  ['\x1b[31m红.csv', '\\x1b[31m红.csv'],
  ['::error::x.csv', './::error::x.csv'],
  ['\u202e反.csv', '\\u202e反.csv'],
  ['报告\u0301e\u0301.csv', '报告\u0301e\u0301.csv'],
  ['ＡＢＣ．csv', 'ＡＢＣ．csv'],
  [`${'长'.repeat(80)}.csv`, `${'长'.repeat(80)}.csv`],
]

describe('each name by itself', () => {
  test.each(names)('%j', async (name, shown) => {
    const cwd = folderWith({ [name]: bad })
    const { status, stdout, stderr } = await run(['check', '-f', 'unix', '--', name], { cwd })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    for (const line of stdout.trimEnd().split('\n')) expect(line.startsWith(`${shown}:`)).toBe(true)
  })
})

test('all of them in one folder, by the folder', async () => {
  const readable = names.filter(([name]) => name.endsWith('.csv'))
  const cwd = folderWith(Object.fromEntries(readable.map(([name]) => [name, bad])))
  const { stdout } = await run(['check', '-f', 'json'], { cwd })
  const paths = JSON.parse(stdout).files.map((file: { path: string }) => file.path)
  expect(paths).toEqual(readable.map(([name]) => name).sort())
  expect(existsSync(join(cwd, 'x'))).toBe(false)
})

test('extensions in capitals are extensions', async () => {
  const cwd = folderWith({ 'A.CSV': bad, 'B.Xlsx': workbook, 'C.TXT': bad })
  const { stdout } = await run(['check', '-f', 'json'], { cwd })
  const files = JSON.parse(stdout).files.map(({ path, format }: Record<string, string>) => [path, format])
  expect(files).toEqual([
    ['A.CSV', 'csv'],
    ['B.Xlsx', 'xlsx'],
    ['C.TXT', 'txt'],
  ])
  expect((await run(['check', '*.csv', '-f', 'unix'], { cwd })).stdout).toMatch(/^A\.CSV:/)
})

test('what Excel and WPS put beside an open workbook is left out', async () => {
  const cwd = folderWith({ '年报.xlsx': workbook, '~$年报.xlsx': 'lock', '.~年报.xlsx': 'lock' })
  const { stdout } = await run(['check', '-f', 'json'], { cwd })
  const { files, skipped } = JSON.parse(stdout)
  expect([files.length, skipped]).toEqual([1, []])
})

test('a name with an accent is found as it is on the disk, and suggested otherwise', async () => {
  const composed = 'é.csv'.normalize('NFC')
  const decomposed = 'é.csv'.normalize('NFD')
  const cwd = folderWith({ [decomposed]: bad })
  expect((await run(['check', decomposed], { cwd })).status).toBe(1)
  const { status, stderr } = await run(['check', composed], { cwd })
  expect(status).toBe(2)
  expect(stderr).toBe(`错误：路径不存在：${composed}\n建议：您要的是不是 ${decomposed}？\n`)
})

test('names on standard error are as harmless as on standard output', async () => {
  const cwd = folderWith({ '\x1b[2J年报.csv': bad })
  for (const argv of [
    ['check', '\x1b[2J年.csv'],
    ['parse', '\x1b[2J年.csv'],
    ['check', '\x1b[2J*.xlsx'],
  ]) {
    const { stdout, stderr } = await run(argv, { cwd })
    expect(stderr).toContain('\\x1b[2J')
    expect(stdout + stderr).not.toContain('\x1b')
  }
})

test('names that are too long or go through a file are not there', async () => {
  const cwd = folderWith({ 'a.csv': bad })
  for (const name of [`${'长'.repeat(3000)}.csv`, 'a.csv/b.csv'])
    expect((await run(['check', name], { cwd })).status).toBe(2)
})
