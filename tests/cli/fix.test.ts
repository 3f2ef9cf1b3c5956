import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bad, folderWith, good, other, reportCsv, run } from './run.ts'

const ref = 'activeDisclosure.penalty.decisions'
const wide = reportCsv({ [ref]: '１２' })
const plain = reportCsv({ [ref]: '12' })
const several = reportCsv({
  [ref]: '１２件',
  'activeDisclosure.coercion.decisions': '0034',
  'requests.outcomes.total.naturalPerson': '９９９９',
})
const severalPlain = reportCsv({
  [ref]: '12',
  'activeDisclosure.coercion.decisions': '34',
  'requests.outcomes.total.naturalPerson': '9999',
})
const bytesOf = (folder: string, file: string) => new Uint8Array(readFileSync(join(folder, file)))

describe('--fix', () => {
  test('rewrites the files and reports what remains', async () => {
    const cwd = folderWith({
      '县/甲.csv': wide,
      '县/乙.csv': several,
      '县/丙.csv': good,
      '县/说明.csv': other,
    })
    const { status, stdout, stderr } = await run(['check', '--fix', '县', '-f', 'json'], { cwd })
    expect(stderr).toBe('说明：改写了2个文件中4处数的写法，数值都没有变。\n')
    expect(bytesOf(cwd, '县/甲.csv')).toEqual(plain)
    expect(bytesOf(cwd, '县/乙.csv')).toEqual(severalPlain)
    expect(bytesOf(cwd, '县/丙.csv')).toEqual(good)
    expect(bytesOf(cwd, '县/说明.csv')).toEqual(other)
    expect(readdirSync(join(cwd, '县'))).toHaveLength(4)
    expect(status).toBe(1)
    const again = await run(['check', '县', '-f', 'json'], { cwd })
    expect(stdout).toBe(again.stdout)
    expect(again.stdout).not.toContain('GJ207')
  })

  test('finds nothing to fix the second time', async () => {
    const cwd = folderWith({ '甲.csv': wide })
    expect((await run(['check', '--fix'], { cwd })).status).toBe(0)
    const { stderr, status } = await run(['check', '--fix', '--lang', 'en'], { cwd })
    expect([status, stderr]).toEqual([
      0,
      'note: There is nothing that --fix can rewrite; no file was changed.\n',
    ])
  })

  test('writes through a link and leaves the link', async () => {
    const cwd = folderWith({ '文件/甲.csv': wide })
    chmodSync(join(cwd, '文件/甲.csv'), 0o640)
    symlinkSync('文件/甲.csv', join(cwd, '链接.csv'))
    const { stderr } = await run(['check', '--fix', '链接.csv', '--lang', 'en'], { cwd })
    expect(stderr).toBe('note: Rewrote 1 figure in 1 file; no number changed.\n')
    expect(lstatSync(join(cwd, '链接.csv')).isSymbolicLink()).toBe(true)
    expect(bytesOf(cwd, '文件/甲.csv')).toEqual(plain)
    expect(statSync(join(cwd, '文件/甲.csv')).mode & 0o777).toBe(0o640)
  })

  test('leaves a read-only file alone, says so, and goes on', async () => {
    const cwd = folderWith({ '甲.csv': wide, '乙.csv': wide })
    chmodSync(join(cwd, '甲.csv'), 0o444)
    const { status, stdout, stderr } = await run(['check', '--fix', '-f', 'unix'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toBe(
      '说明：改写了1个文件中1处数的写法，数值都没有变。\n错误：无法写入“甲.csv”（EACCES）。\n',
    )
    expect(stdout).toMatch(/^甲\.csv:\d+:\d+: info GJ207 .*\n甲\.csv:1:1: warning GJ605 .*\n$/)
    expect(bytesOf(cwd, '甲.csv')).toEqual(wide)
    expect(bytesOf(cwd, '乙.csv')).toEqual(plain)
  })

  test('says what it did when the report cannot be written', async () => {
    const cwd = folderWith({ '甲.csv': wide, 文件: '' })
    const { status, stderr } = await run(['check', '--fix', '甲.csv', '-f', 'json:文件/x'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^说明：改写了1个文件中1处.*\n错误：无法写入.*\n$/)
  })

  test('writes nothing when a fix would change what the file says', async () => {
    // With the comma that the fix takes away most lines are cut at semicolons.
    const text = new TextDecoder().decode(reportCsv({ [ref]: '1,234' })).replace('"1,234"', '"\n1,234"')
    const commas = text.split('\n').filter(line => line.includes(',')).length
    const odd = new TextEncoder().encode(text + '注；;\n'.repeat(commas))
    const cwd = folderWith({ '甲.csv': odd, '乙.csv': wide })
    const { status, stderr } = await run(['check', '--fix', '--lang', 'en'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^note: Rewrote 1 figure in 1 file; .*\nThis is a bug in gouji .*\nWhat was .*甲\.csv\n/,
    )
    expect(bytesOf(cwd, '甲.csv')).toEqual(odd)
    expect(bytesOf(cwd, '乙.csv')).toEqual(plain)
  })
})

describe('--diff', () => {
  test('shows what would change and changes nothing', async () => {
    const cwd = folderWith({ '县/甲.csv': wide, '县/乙 镇.csv': several, '丙.csv': good })
    const { status, stdout, stderr } = await run(['check', '--diff'], { cwd })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^--- a\/县\/乙 镇\.csv\t\n\+\+\+ b\/县\/乙 镇\.csv\t\n@@ /)
    expect(stdout).toContain('\n--- a/县/甲.csv\n+++ b/县/甲.csv\n')
    expect(stdout).toMatch(/\n-行政处罚,１２,.*\n\+行政处罚,12,/)
    expect(stdout).not.toContain('丙.csv')
    expect(stderr).toBe('说明：2个文件中有4处数的写法可以改写，数值不变；改写用 --fix。\n')
    expect(bytesOf(cwd, '县/甲.csv')).toEqual(wide)
    expect(bytesOf(cwd, '县/乙 镇.csv')).toEqual(several)
  })

  test('is silent where nothing would, whatever else is wrong', async () => {
    const cwd = folderWith({ '坏.csv': bad, '坏.xlsx': 'PK\x03\x04damaged' })
    const { status, stdout, stderr } = await run(['check', '--diff', '--lang', 'en'], { cwd })
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toBe(
      'note: There is nothing that --fix can rewrite. No table was read in 1 other file; gouji check says why.\n',
    )
  })

  test('reads standard input', async () => {
    const { status, stdout } = await run(['check', '--diff', '-'], { stdin: wide })
    expect(status).toBe(1)
    expect(stdout).toContain('--- a/stdin.csv\n')
  })

  test('lets no terminal obey a file', async () => {
    const text = new TextDecoder().decode(reportCsv({ 'reviewLitigation.review.upheld': '１２' }))
    const cwd = folderWith({ '甲.csv': `${text}注：\u001b[31m红\n ::error::x\n完\n` })
    const shown = await run(['check', '--diff'], { cwd, isTTY: true })
    expect(shown.stdout).toMatch(/\n 注：\\x1b\[31m红\n$/)
    expect(shown.stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    const piped = await run(['check', '--diff'], { cwd })
    expect(piped.stdout).toMatch(/\n 注：\u001b\[31m红\n$/)
    expect(piped.stdout).not.toMatch(/^\s*::/m)
  })
})

test.each<[string, string[], string]>([
  ['both', ['--fix', '--diff'], '--fix 和 --diff 不能一起使用'],
  ['standard input', ['--fix', '-'], '不能用于标准输入'],
  ['a report beside the differences', ['--diff', '-f', 'json'], '--diff 和 --format 不能一起使用'],
  ['a path that does not exist', ['--diff', '没有.csv'], '路径不存在'],
  ['an output that is an input', ['--fix', '-f', 'json:甲.csv'], '没有写入'],
])('wrong use: %s', async (_, args, words) => {
  const cwd = folderWith({ '甲.csv': wide })
  const { status, stderr } = await run(['check', '甲.csv', ...args], { cwd, stdin: wide })
  expect(status).toBe(2)
  expect(stderr).toContain(words)
  expect(bytesOf(cwd, '甲.csv')).toEqual(wide)
})

test('a report says how many of its findings a fix settles, and JSON how', async () => {
  const cwd = folderWith({ '甲.csv': several })
  expect((await run(['check'], { cwd })).stdout).toContain('\n其中4项可用 --fix 改写，数值不变。\n')
  const { files } = JSON.parse((await run(['check', '-f', 'json', '--lang', 'en'], { cwd })).stdout)
  const unit = files[0].diagnostics.find((each: { code: string }) => each.code === 'GJ209')
  expect(unit.fixes).toEqual([
    { title: 'write “１２件” as “12”', kind: 'safe', edits: [{ location: unit.location, text: '12' }] },
  ])
})

test('explain tells which rules a fix settles', async () => {
  expect((await run(['explain', 'GJ207'])).stdout).toContain('\n改写：gouji check --fix ')
  expect((await run(['explain', 'GJ212'])).stdout).not.toContain('--fix')
  const { rules } = JSON.parse((await run(['rules', '--format', 'json'])).stdout)
  const fixable = rules.filter((rule: { fixable: boolean }) => rule.fixable)
  expect(fixable.map(({ code }: { code: string }) => code)).toEqual([
    ...['GJ207', 'GJ208', 'GJ209', 'GJ210', 'GJ211', 'GJ217'],
  ])
})
