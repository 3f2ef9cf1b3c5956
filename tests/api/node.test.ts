import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { annotate, check, fix, parse } from '../../src/node/api.ts'
import { UserError } from '../../src/node/user-error.ts'
import { balancedFigures, keptReport, plainStyle, reportSheet, writeText } from '../../src/testing/index.ts'

const cwd = mkdtempSync(join(tmpdir(), 'gouji-api-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const report = writeText(reportSheet(keptReport('2021', balancedFigures('2021', 1))).rows, plainStyle)
mkdirSync(join(cwd, '县'))
writeFileSync(join(cwd, '县/乙.csv'), report)
writeFileSync(join(cwd, '县/甲[1].csv'), report)
writeFileSync(join(cwd, '县/~$乙.xlsx'), 'lock')
writeFileSync(join(cwd, '说明.txt'), 'hello')
const read = { path: '丙.csv', bytes: report }

test.each<[string, Parameters<typeof check>[0], readonly string[]]>([
  ['a folder', '县', ['县/乙.csv', '县/甲[1].csv']],
  ['a file', '县/乙.csv', ['县/乙.csv']],
  ['a file with the characters of a pattern', '县/甲[1].csv', ['县/甲[1].csv']],
  ['a pattern', '*/乙.*', ['县/乙.csv']],
  ['a source', read, ['丙.csv']],
  ['several', ['县/乙.csv', read], ['丙.csv', '县/乙.csv']],
  ['one twice', ['县/乙.csv', '县'], ['县/乙.csv', '县/甲[1].csv']],
  ['none', [], []],
])('%s', async (_, inputs, paths) => {
  const result = await check(inputs, { cwd })
  expect(result.files.map(file => file.path)).toEqual(paths)
  expect(result.summary).toMatchObject({ files: paths.length, errors: 0 })
  const reports = await parse(inputs, { cwd })
  expect(reports.map(({ path }) => path).sort()).toEqual(paths)
  expect(reports.map(({ facts }) => facts.length)).toEqual(paths.map(() => 200))
})

test('what is no report is skipped by the check, and parsed to a report without tables', async () => {
  const { skipped, files } = await check(['说明.txt', '县/~$乙.xlsx'], { cwd, language: 'en' })
  expect(files).toEqual([])
  expect(skipped).toEqual([
    { path: '县/~$乙.xlsx', reason: 'other-format', isNamed: true },
    { path: '说明.txt', reason: 'no-sign', isNamed: true },
  ])
  const reports = await parse(['说明.txt', '县/~$乙.xlsx'], { cwd })
  expect(reports.map(({ tables }) => tables)).toEqual([[], []])
})

test('a file beyond the bound on its size is parsed to a report without tables, and refused by the check', async () => {
  const options = { cwd, limits: { fileSize: 0.001 } }
  expect(await parse(['县/乙.csv', read], options)).toMatchObject([
    { path: '县/乙.csv', tables: [] },
    { path: '丙.csv', tables: [] },
  ])
  const { files } = await check(['县/乙.csv', read], options)
  expect(files.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([['GJ008'], ['GJ008']])
})

test('paths that lead nowhere are the caller’s mistake', async () => {
  for (const call of [check, parse]) {
    const inputs = ['无.csv', '县', '*.无']
    await expect(call(inputs, { cwd })).rejects.toThrow(new UserError('路径不存在：无.csv、*.无'))
    await expect(call(inputs, { cwd, language: 'en' })).rejects.toThrow('No such path: 无.csv, *.无')
  }
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', [null]],
  ['a URL', new URL('file:///tmp')],
  ['bytes', [report]],
])('%s is no input', async (_, inputs) => {
  for (const call of [check, parse])
    await expect(call(inputs as string, { cwd })).rejects.toThrow('a source has a path and bytes')
})

test('an option that does not exist is refused, before any file is read', async () => {
  const options = { cwd, lang: 'en' } as object
  await expect(check('无.csv', options)).rejects.toThrow('option lang does not exist')
  await expect(parse('无.csv', options)).rejects.toThrow('option lang does not exist')
  await expect(fix(read, options)).rejects.toThrow('does not exist')
  await expect(annotate(read, options)).rejects.toThrow('does not exist')
})

test('fix and annotate need no host here', async () => {
  expect(await fix(read)).toEqual({ bytes: report, edits: [], diff: '' })
  expect(await annotate(read)).toMatchObject({ extension: 'xlsx' })
})
