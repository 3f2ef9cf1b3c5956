import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startProgress } from '../../src/cli/progress.ts'
import { wordsIn } from '../../src/cli/words/words.ts'
import { rules } from '../../src/core/index.ts'
import { nearest } from '../../src/core/text/nearest.ts'
import { bad, folderWith, good, other, run } from './run.ts'

const cwd = folderWith({ '甲.csv': good, '乙.csv': bad, '其他.csv': other, '扫描.pdf': '%PDF-1.4' })

describe('explain', () => {
  test.each(rules.map(rule => rule.code))('%s', async code => {
    const rule = rules.find(each => each.code === code)!
    const zh = await run(['explain', code])
    const en = await run(['explain', rule.name, '--lang', 'en'])
    expect([zh.status, en.status]).toEqual([0, 0])
    for (const part of [rule.name, rule.title.zh, rule.basis.zh, rule.why.zh, rule.advice.zh])
      expect(zh.stdout).toContain(part)
    for (const part of [rule.code, rule.title.en, rule.basis.en, rule.why.en, rule.advice.en])
      expect(en.stdout).toContain(part)
  })

  test('takes codes in any case and names both severities where they differ', async () => {
    const { stdout } = await run(['explain', 'gj204'])
    expect(stdout).toContain('级别：警告（--profile strict 时为错误）')
  })

  test('suggests what is near', async () => {
    const { status, stderr } = await run(['explain', 'outcom-total-mismatch'])
    expect(status).toBe(2)
    expect(stderr).toContain('outcome-total-mismatch')
    expect((await run(['explain', 'zzzzzz'])).stderr).toContain('gouji rules')
  })
})

test.each<[string, string[]]>([
  ['GJ30', ['GJ301', 'GJ302', 'GJ303']],
  ['blank', ['blank-cell', 'blank-total']],
  ['xyz', []],
])('nearest to %s', (typed, expected) => {
  expect(nearest(typed, ['GJ301', 'GJ302', 'GJ303', 'GJ401', 'blank-cell', 'blank-total'])).toEqual(expected)
})

describe('rules', () => {
  test('lists each rule on a line', async () => {
    const { status, stdout } = await run(['rules'])
    expect(status).toBe(0)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.slice(0, 5)),
    ).toEqual(rules.map(rule => rule.code))
  })

  test('as JSON', async () => {
    const { stdout } = await run(['rules', '--format', 'json', '--lang', 'en'])
    const list = JSON.parse(stdout)
    expect(list.version).toBe(1)
    expect(list.rules).toHaveLength(rules.length)
    expect(list.rules[0]).toMatchObject({ code: rules[0]!.code, title: rules[0]!.title.en })
  })
})

describe('parse', () => {
  test('several files, in the order named', async () => {
    const { status, stdout } = await run(['parse', '乙.csv', '甲.csv'], { cwd })
    expect(status).toBe(0)
    const { version, reports } = JSON.parse(stdout)
    expect(version).toBe(1)
    expect(reports.map((report: { path: string }) => report.path)).toEqual(['乙.csv', '甲.csv'])
    const [fact] = reports[0].facts.filter(
      ({ ref }: { ref: string }) => ref === 'requests.outcomes.total.naturalPerson',
    )
    expect(fact).toMatchObject({ value: '9999', state: 'number', raw: '9999', location: { address: null } })
  })

  test.each([
    ['其他.csv', 1, '没有在“其他.csv”中识别出'],
    ['没有.csv', 2, '路径不存在：没有.csv'],
    ['.', 2, '是文件夹'],
  ])('%s', async (path, status, words) => {
    const result = await run(['parse', path], { cwd })
    expect(result.status).toBe(status)
    expect(result.stderr).toContain(words)
  })
})

describe('dump', () => {
  test('a line for each cell', async () => {
    const { status, stdout } = await run(['dump', '甲.csv'], { cwd })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^1:1\t示例镇2024年政府信息公开工作年度报告\n/)
    expect(stdout).toMatch(/^\d+:\d+\t（七）总计\n/m)
  })

  test('a file without cells is no failure', async () => {
    const { status, stdout, stderr } = await run(['dump', '扫描.pdf'], { cwd })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toContain('扫描.pdf')
  })
})

describe('template', () => {
  test('csv with a byte order mark, which check understands', async () => {
    const { status, stdout } = await run(['template', '--edition', '2019'])
    expect(status).toBe(0)
    expect(stdout.startsWith('\ufeff')).toBe(true)
    const checked = await run(['check', '-', '-f', 'json'], { stdin: new TextEncoder().encode(stdout) })
    const [file] = JSON.parse(checked.stdout).files
    expect(file.tables.map((table: { edition: string }) => table.edition)).toEqual(['2019', '2019', '2019'])
  })

  test('the format is that of the file name', async () => {
    expect((await run(['template', '-o', '空表.xlsx'], { cwd })).status).toBe(0)
    expect(readFileSync(join(cwd, '空表.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect((await run(['template', '-o', '空表.csv'], { cwd })).status).toBe(0)
    expect(readFileSync(join(cwd, '空表.csv'), 'utf8')).toMatch(/^\ufeff/)
  })

  test('a workbook goes to a pipe', async () => {
    expect((await run(['template', '--format', 'xlsx'])).stdout).toMatch(/^PK/)
  })

  test.each<[string, string[], boolean, string]>([
    ['a workbook to a terminal', ['--format', 'xlsx'], true, '终端'],
    ['an unknown edition', ['--edition', '2020'], false, '2019、2021'],
    ['an unknown format', ['--format', 'docx'], false, 'csv、xlsx'],
    ['a name that contradicts', ['--format', 'csv', '-o', '表.xlsx'], false, '不一致'],
    ['a file that is there', ['-o', '甲.csv'], false, '没有覆盖'],
  ])('refuses %s', async (_, args, isTTY, words) => {
    const { status, stdout, stderr } = await run(['template', ...args], { cwd, isTTY })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(readFileSync(join(cwd, '甲.csv'))).toEqual(Buffer.from(good))
  })
})

describe('progress', () => {
  function shown(stream: { isTTY?: boolean }, env: Record<string, string>, times: readonly number[]): string {
    const clock = [0, ...times]
    const lines: unknown[] = []
    const stderr = { ...stream, write: (text: string | Uint8Array) => lines.push(text) }
    const io = {
      stdout: stderr,
      stderr,
      stdin: (async function* () {})(),
      env,
      platform: 'linux',
      cwd: '',
      now: () => 0,
    } as const
    const progress = startProgress(io, wordsIn['zh-CN'], () => clock.shift()!)
    for (const [index] of times.entries()) progress.show(index, times.length)
    progress.end()
    return lines.join('')
  }

  test('appears after a second, changes ten times a second at most, and goes away', () => {
    const line = (done: number) => `\r\x1b[K正在检查：${done}/5`
    expect(shown({ isTTY: true }, {}, [500, 999, 1000, 1050, 1100])).toBe(`${line(2)}${line(4)}\r\x1b[K`)
    expect(shown({ isTTY: true }, {}, [10, 20])).toBe('')
  })

  test.each<[string, { isTTY?: boolean }, Record<string, string>]>([
    ['a pipe', {}, {}],
    ['a build server', { isTTY: true }, { CI: 'true' }],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ])('not on %s', (_, stream, env) => {
    expect(shown(stream, env, [5000, 6000])).toBe('')
  })
})
