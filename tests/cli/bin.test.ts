import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { workbookBuilders } from '../../src/testing/example-workbooks.ts'
import { bad, folderWith, good } from './run.ts'

const bin = join(import.meta.dirname, '../../bin/gouji.js')
const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`许多/${index}.csv`, bad]))
const cwd = folderWith({
  '好.csv': good,
  '坏.csv': bad,
  '残.xlsx': 'PK\x03\x04',
  '密.xlsx': workbookBuilders['protected-workbook']!([['表三']]),
  '空/说明.md': '无',
  ...many,
})
const unbuilt = folderWith({
  'bin/gouji.js': readFileSync(bin),
  'bin/package.json': readFileSync(join(bin, '../package.json')),
  'package.json': '{"type":"module"}',
})

beforeAll(() => {
  if (!existsSync(join(import.meta.dirname, '../../dist/cli.cjs'))) throw new Error('run npm run build first')
})

interface Spawned {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

interface How {
  readonly input?: string
  /** Bytes of output after which the reading end is closed. */
  readonly enough?: number
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command. */
function gouji(args: readonly string[], how: How = {}): Promise<Spawned> {
  const { input = '', enough = Number.POSITIVE_INFINITY, file = bin } = how
  return new Promise(resolve => {
    const { NO_COLOR, FORCE_COLOR, GOUJI_LANG, ...inherited } = process.env
    const child = spawn(process.execPath, [file, ...args], { cwd, env: { ...inherited, ...how.env } })
    const stdout: Buffer[] = []
    let stderr = ''
    let size = 0
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk)
      size += chunk.length
      if (size >= enough) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk
    })
    // A command that reads nothing may be gone by now.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('close', status => resolve({ status, stdout: Buffer.concat(stdout), stderr }))
  })
}

test.each<[string[], number]>([
  [['check', '好.csv'], 0],
  [['check', '坏.csv'], 1],
  [['check', '没有.csv'], 2],
  [['check', '残.xlsx'], 1],
  [['check', '密.xlsx'], 1],
  [['check', '没有*.csv'], 2],
  [['check', '没有*.csv', '--no-error-on-unmatched'], 0],
  [['check', '空'], 2],
  [['check', '空', '--no-error-on-unmatched'], 0],
  [['check', '好.csv', '--wrong'], 2],
  [['check', '好.csv', '-f', 'wrong'], 2],
  [['check', '好.csv', '-f', 'json', '-f', 'unix'], 2],
  [['check', '坏.csv', '--exit-zero'], 0],
  [['check', '残.xlsx', '--exit-zero'], 0],
  [['check', '没有.csv', '--exit-zero'], 2],
  [['check', '好.csv', '--wrong', '--exit-zero'], 2],
  [['check', '坏.csv', '-f', 'json:坏.csv/x', '--exit-zero'], 2],
  [['坏.csv'], 2],
  [[], 2],
  [['--version'], 0],
])('%j', async (args, status) => {
  expect((await gouji(args)).status).toBe(status)
})

test('reads standard input', async () => {
  const { status, stdout } = await gouji(['check', '-', '-f', 'unix'], { input: Buffer.from(bad).toString() })
  expect(status).toBe(1)
  expect(stdout.toString()).toMatch(/^stdin\.csv:/)
})

test('output larger than a pipe arrives whole', async () => {
  const { status, stdout, stderr } = await gouji(['check', '许多', '-f', 'json'])
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout.length).toBeGreaterThan(4 * 65_536)
  expect(JSON.parse(stdout.toString()).files).toHaveLength(80)
})

test('what is stored is what is printed', async () => {
  const { stdout } = await gouji(['check', '许多', '-f', 'json'])
  await gouji(['check', '许多', '-f', 'json', '-o', '一.json'])
  await gouji(['check', '许多', '-f', 'json:二.json'])
  for (const name of ['一.json', '二.json']) expect(readFileSync(join(cwd, name))).toEqual(stdout)
  expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test.each([
  { LANG: 'C', LC_ALL: 'C' },
  { LC_ALL: 'zh_CN.UTF-8' },
  { LC_ALL: '', LANG: 'en_US.UTF-8', TZ: 'Asia/Shanghai' },
])('the same bytes with %j', async env => {
  for (const format of ['json', 'pretty', 'unix'])
    expect((await gouji(['check', '坏.csv', '好.csv', '-f', format], { env })).stdout).toEqual(
      (await gouji(['check', join(cwd, '好.csv'), '坏.csv', '-f', format])).stdout,
    )
})

test('an early leaver hides no wrong use', async () => {
  expect((await gouji(['check', '许多', '没有.csv', '-f', 'json'], { enough: 1 })).status).toBe(2)
})

test('a reader that leaves early is no fault', async () => {
  const { status, stderr } = await gouji(['check', '许多', '-f', 'json'], { enough: 1 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('without a build it says how to make one', async () => {
  const { status, stderr } = await gouji([], { file: join(unbuilt, 'bin/gouji.js') })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^.*npm ci.*npm run build.*\n$/)
})
