import { createHash } from 'node:crypto'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseOutputs } from '../../src/cli/outputs.ts'
import { wordsIn } from '../../src/cli/words/words.ts'
import { encode } from '../../src/testing/index.ts'
import { bad, blank, folderWith, good, other, run } from './run.ts'

const cwd = folderWith({
  '好镇.csv': good,
  '坏镇.csv': bad,
  '空格.csv': blank,
  '其他.csv': other,
  '坏.xlsx': 'PK\x03\x04damaged',
  '扫描.pdf': '%PDF-1.4',
  '全好/甲.csv': good,
  '全好/~$甲.csv': 'lock',
  '无关/说明.csv': other,
  '无关/图.png': '\x89PNG',
})

const folderOfLink = folderWith({ '甲.csv': good })
symlinkSync('没有.csv', join(folderOfLink, '丙.csv'))

test.each<[string, string[], number]>([
  ['no findings', ['好镇.csv'], 0],
  ['an error', ['坏镇.csv'], 1],
  ['a folder', ['.'], 1],
  ['the current folder when none is named', [], 1],
  ['only warnings', ['空格.csv'], 0],
  ['blanks in strict', ['空格.csv', '--profile', 'strict'], 1],
  ['as many warnings as allowed', ['空格.csv', '--max-warnings', '1'], 0],
  ['more warnings than allowed', ['空格.csv', '--max-warnings', '0'], 1],
  ['a damaged workbook', ['坏.xlsx'], 1],
  ['a format that is not read', ['扫描.pdf'], 1],
  ['nothing to check in a file', ['其他.csv'], 2],
  ['nothing to check in a folder', ['无关'], 2],
  ['nothing to check, which is fine', ['无关', '--no-error-on-unmatched'], 0],
  ['a path that does not exist', ['没有.csv'], 2],
  ['the same beside one that does', ['没有.csv', '好镇.csv'], 2],
  ['the same where nothing to check is fine', ['没有.csv', '--no-error-on-unmatched'], 2],
  ['a pattern', ['好*.csv'], 0],
  ['a pattern that fits nothing', ['没有*.csv'], 2],
  ['the same, which is fine', ['没有*.csv', '--no-error-on-unmatched'], 0],
  ['only a lock file', ['全好/~$甲.csv'], 2],
])('exit status: %s', async (_, args, status) => {
  expect((await run(['check', ...args], { cwd })).status).toBe(status)
})

test('findings go to standard output and nothing else does', async () => {
  const { stdout, stderr } = await run(['check', '坏镇.csv'], { cwd })
  expect(stdout).toContain('GJ302')
  expect(stdout).toContain('勾稽关系：')
  expect(stderr).toBe('')
})

test('a clean run says so in one line', async () => {
  const { stdout, stderr } = await run(['check', '好镇.csv'], { cwd })
  expect(stdout).toBe('√ 检查了1个文件，没有发现问题。勾稽关系：42项成立，0项不成立，0项无法判断。\n')
  expect(stderr).toBe('')
})

test('a missing path takes nothing away from the rest', async () => {
  const { stdout, stderr } = await run(['check', '没有.csv', '坏镇.csv', '也没有.csv'], { cwd })
  expect(stdout).toContain('坏镇.csv:')
  expect(stderr).toMatch(/^错误：路径不存在：没有\.csv\n错误：路径不存在：也没有\.csv\n建议：.+\n$/)
})

test('nothing to check is said on standard error', async () => {
  const { stdout, stderr } = await run(['check', '无关', '--lang', 'en'], { cwd })
  expect(stdout).toContain('No file was checked.')
  expect(stdout).toContain('无关/图.png')
  expect(stderr).toMatch(/^error: No table .+\nhint: .+\n$/)
})

test.each([
  [
    ['其他.csv', '无关', '全好/~$甲.csv'],
    '交来4个文件，没有一个可以核对（内容不像年度报告的表格：3个；不是可以核对的文件类型：1个）。',
  ],
  [['没有*.csv'], '没有找到可以核对的文件。'],
])('nothing to check, where that is fine, is said on standard error too: %j', async (paths, sentence) => {
  const { stderr } = await run(['check', ...paths, '--no-error-on-unmatched', '-f', 'unix'], { cwd })
  expect(stderr).toBe(`说明：${sentence}\n`)
})

test('too many warnings are said on standard error', async () => {
  const { stderr } = await run(['check', '空格.csv', '--max-warnings', '0'], { cwd })
  expect(stderr).toBe('错误：有1个警告，超过 --max-warnings 允许的0个。\n')
})

test('--quiet leaves warnings out and keeps the counts', async () => {
  const { stdout } = await run(['check', '空格.csv', '--quiet'], { cwd })
  expect(stdout).not.toContain('GJ204')
  expect(stdout).toContain('1个警告')
})

test('order and form of the arguments do not change the output', async () => {
  const once = await run(['check', '坏镇.csv', '空格.csv', '-f', 'unix'], { cwd })
  const again = await run(['check', '-f', 'unix', './空格.csv', join(cwd, '坏镇.csv'), '坏镇.csv'], { cwd })
  expect(again).toEqual(once)
})

test.each([
  [['-f', 'json'], /^\{\n {2}"version": 1,/],
  [['-f', 'unix'], /^坏镇\.csv:\d+:\d+: error GJ\d{3} 表三/],
  [['--format=pretty', '--lang', 'en'], /^坏镇\.csv .*\(2021 edition\)\n\n {2}× error {2}/],
])('%j', async (args, expected) => {
  expect((await run(['check', '坏镇.csv', ...args], { cwd })).stdout).toMatch(expected)
})

test('formats go to files, split at the first colon', async () => {
  const { stdout, status } = await run(['check', '坏镇.csv', '-f', 'unix', '-f', 'json:新/结:果.json'], {
    cwd,
  })
  expect(status).toBe(1)
  expect(stdout).toContain(': error GJ302 ')
  const stored = readFileSync(join(cwd, '新/结:果.json'), 'utf8')
  expect(stored).toBe((await run(['check', '坏镇.csv', '-f', 'json'], { cwd })).stdout)
})

test('the drive of a path on Windows is part of it', () => {
  const path = 'C:\\年报\\结果.json'
  for (const options of [{ format: [`json:${path}`] }, { format: ['json'], output: path }])
    expect(parseOutputs(options, wordsIn.en)).toEqual([{ reporter: 'json', path }])
})

test.each([['-o'], ['--output'], ['--output-file']])('%s stores a single format', async option => {
  const { stdout, status } = await run(['check', '坏镇.csv', option, '新/结果.txt'], { cwd, isTTY: true })
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
  const stored = readFileSync(join(cwd, '新/结果.txt'), 'utf8')
  expect(stored).toBe((await run(['check', '坏镇.csv'], { cwd })).stdout)
})

test('standard input is decoded as files are', async () => {
  const asFile = async (stdin: Uint8Array) =>
    (await run(['check', '-', '-f', 'json'], { cwd, stdin })).stdout.replace(/"encoding":"[^"]*"/, '')
  const text = new TextDecoder().decode(bad)
  const inUtf8 = await asFile(bad)
  for (const encoding of ['gb18030', 'utf-16le', 'utf-16be-bom'] as const)
    expect(await asFile(encode(text, encoding))).toBe(inUtf8)
  expect(await asFile(encode(text.replaceAll('\n', '\r\n'), 'gb18030'))).toBe(inUtf8)
})

test.each<[string, string[], string]>([
  ['two formats to standard output', ['-f', 'json', '-f', 'unix'], '标准输出'],
  [
    'two formats and one file',
    ['-f', 'json', '-f', 'unix:b', '-o', 'a'],
    '--output 和 --format json unix:b 不能一起使用',
  ],
  ['a file in two places', ['-f', 'json:b', '-o', 'a'], '--output 和 --format json:b 不能一起使用'],
  ['no name for the file', ['-o', ''], '“--output”后面缺少文件名'],
  ['a file for the difference', ['--diff', '-o', 'a'], '--diff 和 --output 不能一起使用'],
  ['two formats to one file', ['-f', 'json:a', '-f', 'unix:a'], '（a）'],
  ['an unknown format', ['-f', 'xml'], '建议：可用的取值：pretty、unix、'],
  ['a format without its file', ['-f', 'json:'], '缺少文件名'],
  ['an input as output', ['-f', 'json:坏镇.csv'], '没有写入'],
  ['an output that cannot be written', ['-f', 'json:好镇.csv/x'], '无法写入'],
  ['an unknown profile', ['--profile', 'lax'], '可用的取值：standard、strict'],
  ['no count', ['--max-warnings', 'many'], '不小于0的整数'],
  ['an unknown option', ['--qiet'], '您要的是不是 --quiet？'],
  ['an option without its value', ['--profile'], '缺少取值'],
])('wrong use: %s', async (_, args, words) => {
  const { status, stderr } = await run(['check', '坏镇.csv', ...args], { cwd })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^错误：.+\n(?:建议：.+\n)?$/)
  expect(stderr).toContain(words)
  expect(readFileSync(join(cwd, '坏镇.csv'))).toEqual(Buffer.from(bad))
})

test('standard input is a file with a name', async () => {
  const { status, stdout } = await run(['check', '-', '-f', 'unix'], { cwd, stdin: bad })
  expect(status).toBe(1)
  expect(stdout).toMatch(/^stdin\.csv:/)
  const named = await run(['check', '-', '好镇.csv', '--stdin-filename', '甲/表.csv', '-f', 'unix'], {
    cwd,
    stdin: bad,
  })
  expect(named.stdout).toMatch(/^甲\/表\.csv:/)
  expect((await run(['check', '-'], { cwd })).status).toBe(2)
})

test('the machine format is the same with and without a terminal', async () => {
  const piped = await run(['check', '.', '-f', 'json'], { cwd })
  const shown = await run(['check', '.', '-f', 'json'], { cwd, isTTY: true, columns: 50 })
  expect(shown).toEqual(piped)
})

test('a file that cannot be opened is a finding', async () => {
  const { status, stdout } = await run(['check', '-f', 'unix'], { cwd: folderOfLink })
  expect(status).toBe(1)
  expect(stdout).toMatch(/^丙\.csv:1:1: error GJ011 .*ENOENT.*\n$/)
})

describe('the checking record', () => {
  const folder = folderWith({ '甲镇.csv': good })
  const minute = Date.UTC(2026, 11, 31, 16, 3, 59)
  const record = async (args: readonly string[] = [], env = {}) => {
    const { status, stdout } = await run(['check', '-f', 'html', ...args], { cwd: folder, now: minute, env })
    expect(status).toBe(0)
    return stdout
  }

  test('says the minute in Beijing', async () => {
    expect(await record()).toContain('<td>2027年1月1日 00:03（北京时间）</td>')
    expect(await record(['--lang', 'en'])).toContain('<td>2027-01-01 00:03 (UTC+8)</td>')
  })

  test('takes the time of SOURCE_DATE_EPOCH', async () => {
    expect(await record([], { SOURCE_DATE_EPOCH: '0' })).toContain('<td>1970年1月1日 08:00（北京时间）</td>')
  })

  test('leaves the time out', async () => {
    const output = await record(['--no-timestamp'])
    expect(output).not.toContain('核对时间')
    expect(output).toContain(createHash('sha256').update(good).digest('hex'))
  })

  test.each(['html:核对表.html', 'markdown:核对.md', 'csv:清单.csv'])(
    'is no report to the next run: %s',
    async format => {
      const own = folderWith({ '甲镇.csv': good, '坏镇.csv': bad })
      const [, name] = format.split(':') as [string, string]
      await run(['check', '-f', format], { cwd: own })
      const first = readFileSync(join(own, name), 'utf8')
      const again = await run(['check', '-f', format], { cwd: own })
      expect(again).toEqual({ status: 1, stdout: '', stderr: '' })
      expect(readFileSync(join(own, name), 'utf8')).toBe(first)
      const { stdout } = await run(['check', '-f', 'json'], { cwd: own })
      expect(JSON.parse(stdout).summary.files).toBe(2)
      expect(JSON.parse(stdout).skipped).toEqual([{ path: name, reason: 'own-output' }])
      expect((await run(['check', '-f', format, name], { cwd: own })).stderr).toContain('没有写入')
    },
  )

  test('tells of nothing that is hidden as if it were not there', async () => {
    const path = folderWith({ '甲镇.csv': blank })
    const { stdout } = await run(['check', '-f', 'html', '--quiet'], { cwd: path })
    expect(stdout).not.toContain('未发现问题')
    expect(stdout).toContain('警告和提示没有列出')
  })
})
