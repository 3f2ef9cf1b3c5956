import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reporterNames } from '../../src/core/reporters/index.ts'
import { bad, folderWith } from './run.ts'

const root = process.cwd()
const bin = join(root, 'bin/gouji.js')
/** Reports in every format, damaged ones and files that are none. */
const paths = [
  'fixtures/office',
  'fixtures/demo',
  'fixtures/cases/*a*e*.*',
  'fixtures/cases/added-column.csv',
]

interface How {
  readonly env?: Readonly<Record<string, string>>
  readonly paths?: readonly string[]
  readonly args?: readonly string[]
}

/** What the built command writes in every format. */
function written({ env = {}, paths: asked = paths, args = [] }: How): Readonly<Record<string, string>> {
  const folder = folderWith({})
  const formats = reporterNames.flatMap(name => ['-f', `${name}:${join(folder, name)}`])
  const { LANG, LANGUAGE, LC_ALL, LC_MESSAGES, TZ, NO_COLOR, FORCE_COLOR, GOUJI_LANG, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'check', ...asked, ...formats, ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...rest, SOURCE_DATE_EPOCH: '0', ...env },
    },
  )
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: '' })
  return Object.fromEntries(reporterNames.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

const usual = written({})

test.each<[string, How]>([
  ['LANG=C', { env: { LANG: 'C' } }],
  ['LC_ALL=zh_CN.UTF-8', { env: { LC_ALL: 'zh_CN.UTF-8' } }],
  ['LC_ALL empty', { env: { LC_ALL: '', LANG: 'en_US.UTF-8' } }],
  ['a Turkish locale', { env: { LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } }],
  ['the other side of the world', { env: { TZ: 'Pacific/Auckland' } }],
  ['the day before', { env: { TZ: 'Pacific/Pago_Pago' } }],
  ['a build server', { env: { CI: 'true' } }],
  ['a terminal without control', { env: { TERM: 'dumb' } }],
  ['another order', { paths: [...paths].reverse() }],
  ['absolute paths', { paths: paths.map(path => join(root, path)) }],
  ['paths the long way round', { paths: paths.map(path => `./src/../${path}`) }],
  ['one thread', { args: ['--concurrency', '1'] }],
  ['eight threads', { args: ['--concurrency', '8'] }],
  ['options first', { paths: ['--concurrency', 'off', ...paths] }],
])('%s', (_, how) => {
  expect(written(how)).toEqual(usual)
})

test.skipIf(process.platform === 'win32')('an interrupt ends it, whatever its threads do', async () => {
  const cwd = folderWith(
    Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}.csv`, bad] as const)),
  )
  const child = spawn(process.execPath, [bin, 'check', '.', '--concurrency', '2', '-f', 'json:结果.json'], {
    cwd,
  })
  setTimeout(() => child.kill('SIGINT'), 300)
  const [status, signal] = await new Promise<readonly unknown[]>(resolve =>
    child.on('close', (...end) => resolve(end)),
  )
  expect({ status, signal }).toEqual({ status: null, signal: 'SIGINT' })
  expect(readdirSync(cwd).filter(name => !name.endsWith('.csv'))).toEqual([])
})
