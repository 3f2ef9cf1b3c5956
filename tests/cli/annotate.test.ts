import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { layOut, reportSheet, sheetOf } from '../../src/testing/laid-out.ts'
import { writeZip } from '../../src/testing/write-zip.ts'
import { entriesOf, sheetsOf } from '../annotate/compare.ts'
import { bad, blank, folderWith, good, other, run } from './run.ts'

const figures = new Map([...balancedFigures('2021', 5), ['requests.outcomes.total.naturalPerson', '9999']])
const workbook = writeWorkbook([reportSheet(keptReport('2021', figures))])
const files = {
  '好.csv': good,
  '坏.csv': bad,
  '其他.csv': other,
  '坏.xlsx': workbook,
  'sub/坏 1.xlsx': workbook,
  '扫描.pdf': '%PDF-1.4',
  '残.xlsx': workbook.slice(0, 500),
}

describe('writes the copy', () => {
  test.each<[string, string[], string, number]>([
    ['beside the file', ['坏.xlsx'], '坏.核对.xlsx', 1],
    ['beside a file in a folder', ['sub/坏 1.xlsx'], 'sub/坏 1.核对.xlsx', 1],
    ['of a text', ['坏.csv'], '坏.核对.xlsx', 1],
    ['of a sound file', ['好.csv'], '好.核对.xlsx', 0],
    ['where it is told to, in a new folder', ['坏.xlsx', '-o', 'new/copy.XLSX'], 'new/copy.XLSX', 1],
  ])('%s', async (_, argv, copy, expected) => {
    const cwd = folderWith(files)
    const { status, stdout, stderr } = await run(['annotate', ...argv], { cwd })
    expect(status).toBe(expected)
    expect(stdout).toMatch(/^[×√] .*检查了1个文件.*\n(?:.*\n)?核对副本：(.*)\n$/)
    expect(stdout).toContain(`核对副本：${copy}\n`)
    expect(stderr).toMatch(argv[0]!.endsWith('csv') ? /^说明：原文件是 csv 格式.*\n$/ : /^$/)
    expect((await sheetsOf(readFileSync(join(cwd, copy))))[0]!.name).toBe('核对结果')
    for (const [name, bytes] of Object.entries(files))
      expect(readFileSync(join(cwd, name))).toEqual(Buffer.from(bytes))
  })

  test('in English, in another profile', async () => {
    const cwd = folderWith({ 'a.csv': blank })
    const standard = await run(['annotate', 'a.csv', '-o', 'a.xlsx', '--lang', 'en'], { cwd })
    const strict = await run(['annotate', 'a.csv', '-o', 'b.xlsx', '--lang', 'en', '--profile', 'strict'], {
      cwd,
    })
    expect(standard.stdout).toContain('Annotated copy: a.xlsx\n')
    const severities = async (name: string) =>
      new Set((await sheetsOf(readFileSync(join(cwd, name))))[0]!.rows.map(row => row[1]))
    expect(await severities('a.xlsx')).toContain('warning')
    expect(await severities('b.xlsx')).not.toContain('warning')
    expect(strict.status).toBe(1)
  })

  test('of a workbook with macros, under its extension', async () => {
    const parts = [...entriesOf(workbook)].map(([name, { text }]) => ({
      name,
      content: text.replace(
        'openxmlformats-officedocument.spreadsheetml.sheet.main',
        'ms-excel.sheet.macroEnabled.main',
      ),
    }))
    const macros = { name: 'xl/vbaProject.bin', content: Uint8Array.of(1, 2, 250) }
    const cwd = folderWith({ '表.xlsm': writeZip([...parts, macros]) })
    expect((await run(['annotate', '表.xlsm', '-o', 'a.xlsx'], { cwd })).stderr).toContain('请用扩展名 .xlsm')
    expect(existsSync(join(cwd, 'a.xlsx'))).toBe(false)
    expect((await run(['annotate', '表.xlsm'], { cwd })).stdout).toContain('核对副本：表.核对.xlsm')
    expect(entriesOf(readFileSync(join(cwd, '表.核对.xlsm'))).get('xl/vbaProject.bin')!.packed).toEqual(
      entriesOf(readFileSync(join(cwd, '表.xlsm'))).get('xl/vbaProject.bin')!.packed,
    )
  })
})

describe('writes nothing', () => {
  test.each<[string, string[], string]>([
    ['over another file', ['坏.xlsx', '-o', '好.csv'], '“好.csv”已经存在，没有覆盖'],
    ['over the file itself', ['坏.xlsx', '-o', './坏.xlsx'], '正是要检查的文件'],
    ['over the file by another name', ['坏.xlsx', '-o', 'link.xlsx'], '正是要检查的文件'],
    ['over an earlier copy', ['坏.csv'], '“坏.核对.xlsx”已经存在'],
    ['under a wrong extension', ['坏.xlsx', '-o', 'a.csv'], '不能存为“a.csv”'],
    ['under none', ['坏.xlsx', '-o', 'a'], '请用扩展名 .xlsx'],
    ['with macros in the name alone', ['坏.xlsx', '-o', 'a.xlsm'], '请用扩展名 .xlsx'],
    ['of a file that is not there', ['无.xlsx'], '路径不存在'],
    ['of a folder', ['sub'], '是文件夹'],
    ['in an unknown profile', ['坏.xlsx', '--profile', 'x'], '--profile 不能是“x”'],
    ['of two files', ['坏.xlsx', '坏.csv'], '参数太多'],
  ])('%s', async (_, argv, words) => {
    const cwd = folderWith({ ...files, '坏.核对.xlsx': 'earlier' })
    symlinkSync(join(cwd, '坏.xlsx'), join(cwd, 'link.xlsx'))
    const { status, stdout, stderr } = await run(['annotate', ...argv], { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(readFileSync(join(cwd, '坏.核对.xlsx'), 'utf8')).toBe('earlier')
    for (const name of ['a', 'a.csv', 'a.xlsm']) expect(existsSync(join(cwd, name))).toBe(false)
  })

  test.each<[string, string, number, RegExp]>([
    ['of what is no report', '其他.csv', 2, /没有找到可以核对的年度报告表格/],
    ['of a format that is not read', '扫描.pdf', 1, /没有生成副本/],
    ['of a damaged file', '残.xlsx', 1, /没有生成副本/],
  ])('%s', async (_, name, expected, words) => {
    const cwd = folderWith(files)
    const { status, stdout, stderr } = await run(['annotate', name, '-o', 'copy.xlsx'], { cwd })
    const checked = await run(['check', name], { cwd })
    expect(status).toBe(expected)
    expect(stdout).toBe(checked.stdout)
    expect(stderr).toMatch(words)
    expect(existsSync(join(cwd, 'copy.xlsx'))).toBe(false)
  })

  test('where it cannot be written', async () => {
    const cwd = folderWith(files)
    writeFileSync(join(cwd, 'file'), '')
    const { status, stderr } = await run(['annotate', '坏.xlsx', '-o', 'file/copy.xlsx'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('无法写入')
  })
})

test('a report on several sheets', async () => {
  const report = layOut(keptReport('2021', figures))
  const cwd = folderWith({ 'a.xlsx': writeWorkbook([{ ...sheetOf(report), name: "it's (1)" }]) })
  await run(['annotate', 'a.xlsx'], { cwd })
  const [list] = await sheetsOf(readFileSync(join(cwd, 'a.核对.xlsx')))
  expect([...list!.cells!.values()].flatMap(({ hyperlink }) => hyperlink?.location ?? [])[0]).toMatch(
    /^'it''s \(1\)'![A-Z]+\d+$/,
  )
})

test('a copy beside its original is left out of a folder, and said', async () => {
  const folder = folderWith({ '甲镇.csv': good })
  await run(['annotate', '甲镇.csv', '-o', '别名.xlsx'], { cwd: folder })
  const all = await run(['check', '-f', 'json'], { cwd: folder })
  const { summary, skipped } = JSON.parse(all.stdout)
  expect(summary.files).toBe(1)
  expect(skipped).toEqual([{ path: '别名.xlsx', reason: 'annotated-copy' }])
  const named = await run(['check', '别名.xlsx', '-f', 'json'], { cwd: folder })
  expect(JSON.parse(named.stdout).summary.files).toBe(1)
})
