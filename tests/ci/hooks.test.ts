import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { hookFile } from '../../src/cli/ci-files.ts'
import { isReadable } from '../../src/core/readers/formats.ts'
import { isLockFile } from '../../src/node/find-files.ts'
import { misfits } from './schema.ts'

const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
const [hook, all] = hooks
const [local] = parse(hookFile.content('zh-CN')).repos[0].hooks

/** As pre-commit searches: patterns of Python, in which `(?i)` stands first. */
const matches = (pattern: string, path: string) =>
  new RegExp(pattern.replace('(?i)', ''), pattern.startsWith('(?i)') ? 'i' : '').test(path)

const isTaken = (path: string) => matches(hook.files, path) && !matches(hook.exclude, path)

test('the hooks fit the schema of their kind', () => {
  expect(misfits('pre-commit-hooks', hooks)).toEqual([])
  expect(misfits('pre-commit-hooks', [{ ...hook, entry: undefined, pass_filenames: 'no' }])).not.toEqual([])
})

test.each(['zh-CN', 'en'] as const)('the configuration that is written fits its schema: %s', language => {
  expect(misfits('pre-commit-config', parse(hookFile.content(language)), ['pre-commit-hooks'])).toEqual([])
})

test('both ways to use the hook of the commit run the same for the same files', () => {
  const { additional_dependencies, ...same } = local
  expect(additional_dependencies).toEqual([
    `gouji@${JSON.parse(readFileSync('package.json', 'utf8')).version}`,
  ])
  for (const key of ['entry', 'args', 'files', 'exclude', 'language', 'require_serial'])
    expect(same[key]).toEqual(hook[key])
})

test('the hook of the repository takes no names and runs always', () => {
  expect(all).toMatchObject({ id: 'gouji-all', pass_filenames: false, always_run: true })
})

test.each([
  ['示例县/柳河 镇/2024年报告.csv', true],
  ['示例县/教育局.XLSX', true],
  ["示例县/王'镇 100% #1.Html", true],
  [`示例县/${'é'.normalize('NFD')}.docx`, true],
  ['README.txt', true],
  ['示例县/~$锁.xlsx', false],
  ['.~锁.xlsx', false],
  ['封面.png', false],
  ['年报.pdf', false],
  ['xlsx', false],
])('%s: %s', (path, expected) => {
  expect(isTaken(path)).toBe(expected)
  expect(isReadable(path) && !isLockFile(path)).toBe(expected)
})

test('it takes every extension that is read and no other', () => {
  const extensions = /\((\w+(?:\|\w+)+)\)/.exec(hook.files)![1]!.split('|')
  expect(extensions.filter(extension => !isReadable(`x.${extension}`))).toEqual([])
  expect(local.files).toBe(hook.files)
})
