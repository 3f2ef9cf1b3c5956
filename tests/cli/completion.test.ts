import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { CommandPage } from '../../src/cli/command-line.ts'
import { shells } from '../../src/cli/commands/completion.ts'
import { commandLineIn } from '../../src/cli/program.ts'
import { rules } from '../../src/core/index.ts'
import { reporterNames } from '../../src/core/reporters/index.ts'
import { folderWith, good, run } from './run.ts'

const line = commandLineIn('zh-CN')
const pages: readonly CommandPage[] = [line, ...line.commands]
const scripts = new Map<string, string>()
for (const shell of shells) scripts.set(shell, (await run(['completion', shell])).stdout)

describe.each(shells)('%s', shell => {
  test('offers every command, option and value of the help', () => {
    const words = pages.flatMap(({ name, options, parameters }) => [
      name,
      ...options.flatMap(({ flags, value }) => [...flags, ...(value?.choices ?? [])]),
      ...parameters.flatMap(({ choices }) => choices),
    ])
    // fish has the dashes of an option apart.
    const bare = (word: string) => (shell === 'fish' ? word.replace(/^--?/, '') : word)
    const offered = new Set(scripts.get(shell)!.split(/[^\w-]+/))
    expect(words.map(bare).filter(word => !offered.has(word))).toEqual([])
  })

  test('needs nothing of where and when it was made', async () => {
    const elsewhere = await run(['completion', shell], { cwd: '/', env: { HOME: '/x', LANG: 'C' } })
    expect(elsewhere.stdout).toBe(scripts.get(shell))
  })
})

test('what has a closed list is complete', () => {
  const choices = (command: string, flag: string) =>
    line.commands.find(({ name }) => name === command)!.options.find(({ flags }) => flags.includes(flag))!
      .value!.choices
  expect(choices('check', '--format')).toEqual(reporterNames)
  expect(line.commands.find(({ name }) => name === 'explain')!.parameters[0]!.choices).toEqual(
    rules.flatMap(({ code, name }) => [code, name]),
  )
  const names = line.commands.map(({ name }) => name)
  const help = line.commands.find(({ name }) => name === 'help')!
  expect(help.parameters[0]!.choices).toEqual(names)
})

test('each command has an example, which names it', () => {
  const without = line.commands.filter(({ name, closing }) => !closing.includes(`gouji ${name}`))
  expect(without.map(({ name }) => name)).toEqual([])
})

test('the script for PowerShell is ASCII, and no table has a key twice', () => {
  const script = scripts.get('powershell')!
  expect(script).toMatch(/^[\n -~]*$/)
  for (const [, table] of script.matchAll(/@\{\n([\s\S]*?)\n {2}\}/g)) {
    const keys = [...table!.matchAll(/^ {4}'(.*?)' =/gm)].map(match => match[1]!.toLowerCase())
    expect(keys).toEqual([...new Set(keys)])
  }
})

describe('in bash', () => {
  const cwd = folderWith({ '年 报.csv': good, gouji: scripts.get('bash')! })

  /** What Tab offers behind the words; the last one is being typed. */
  function offered(...words: readonly string[]): readonly string[] {
    const program = `
      source "$0"
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _gouji
      printf '%s\\n' "\${COMPREPLY[@]}"`
    const args = ['--norc', '-c', program, './gouji', ...words]
    return execFileSync('bash', args, { cwd, encoding: 'utf8' }).trim().split('\n')
  }

  test.each<[readonly string[], readonly string[]]>([
    [['gouji', 'ch'], ['check']],
    [['gouji', '--lang', 'en', 'exp'], ['explain']],
    [
      ['gouji', '--lang', ''],
      ['zh-CN', 'en', 'auto'],
    ],
    [['gouji', 'check', '--prof'], ['--profile']],
    [
      ['gouji', 'check', '--profile', ''],
      ['standard', 'strict'],
    ],
    [
      ['gouji', 'check', '--profile', '=', 'st'],
      ['standard', 'strict'],
    ],
    [
      ['gouji', 'check', '--profile', '='],
      ['standard', 'strict'],
    ],
    [['gouji', 'check', '-f', 'js'], reporterNames.filter(name => name.startsWith('js'))],
    [['gouji', 'explain', 'GJ30'], rules.map(({ code }) => code).filter(code => code.startsWith('GJ30'))],
    [
      ['gouji', 'explain', 'outcome'],
      ['outcome-total-mismatch', 'outcome-misstated'],
    ],
    [['gouji', 'help', 'ex'], ['explain']],
    [['gouji', 'completion', 'p'], ['powershell']],
    // Left to bash, which completes names of files.
    [['gouji', 'check', '年'], ['']],
    [['gouji', 'check', '-f', 'json', ':', '结'], ['']],
    [['gouji', 'check', '--previous', ''], ['']],
    [['gouji', 'explain', '年'], ['']],
  ])('%j', (words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })
})
