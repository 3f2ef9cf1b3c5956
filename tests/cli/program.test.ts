import { expect, test } from 'vitest'
import { systemLanguage } from '../../src/cli/language.ts'
import { main } from '../../src/cli/main.ts'
import { commandLineIn } from '../../src/cli/program.ts'
import { wordsIn } from '../../src/cli/words/words.ts'
import { toolVersion } from '../../src/core/index.ts'
import { bad, folderWith, good, run } from './run.ts'

const cwd = folderWith({ '年报 1.csv': good, '坏.csv': bad })
const commands = commandLineIn('en').commands.map(({ name }) => name)

test('without arguments: a short help with two examples', async () => {
  const { status, stdout, stderr } = await run([])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.match(/^ {2}gouji check /gm)).toHaveLength(2)
})

test.each([['--version'], ['-V'], ['-v'], ['check', '-v']])(
  '%j prints nothing but the version',
  async (...argv) => {
    expect(await run(argv)).toEqual({ status: 0, stdout: `${toolVersion}\n`, stderr: '' })
  },
)

test('help of a command, asked for in two ways', async () => {
  expect(await run(['help', 'check'])).toEqual(await run(['check', '--help']))
  expect(await run(['help'])).toEqual(await run(['--help']))
})

test.each(commands)('%s --help, in both languages', async command => {
  const zh = await run([command, '--help'])
  const en = await run(['--lang', 'en', command, '-h'])
  for (const { status, stderr } of [zh, en]) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(zh.stdout).toMatch(new RegExp(`^用法： gouji ${command} \\[选项\\]`))
  expect(en.stdout).toMatch(new RegExp(`^Usage: gouji ${command} \\[options\\]`))
  expect(en.stdout.replaceAll(/年报|结果|数据|核对/g, '')).not.toMatch(/\p{Script=Han}/u)
  for (const { stdout } of [zh, en]) expect(stdout).toMatch(/\n {2}gouji .*\n/)
})

test('help of the program names every command', async () => {
  const { status, stdout } = await run(['--help'])
  expect(status).toBe(0)
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'))
})

test.each<[string, string[], string]>([
  ['a mistyped command', ['chekc'], '您要的是不是 check？'],
  ['help of a mistyped command', ['help', 'chekc'], '您要的是不是 check？'],
  ['a mistyped shell', ['completion', 'bahs'], '您要的是不是 bash？可用的取值：bash、zsh、fish、powershell'],
  ['a file in place of a command', ['坏.csv'], '您要运行的是不是：gouji check 坏.csv'],
  ['the same with a space', ['年报 1.csv'], 'gouji check "年报 1.csv"'],
  ['the same after an option', ['--quiet', '坏.csv'], 'gouji check --quiet 坏.csv'],
  [
    'the same after an option and its value',
    ['--lang', 'zh-CN', '坏.csv'],
    'gouji check --lang zh-CN 坏.csv',
  ],
  ['a file that is not there', ['2024/坏.xlsx'], 'gouji check 2024/坏.xlsx'],
  ['an unknown option', ['rules', '--frmat', 'json'], '您要的是不是 --format？'],
  ['an unknown option unlike any', ['rules', '--zzzz'], '用法见 gouji rules --help'],
  ['a missing argument', ['explain'], '缺少参数'],
  ['too many arguments', ['explain', 'GJ302', 'GJ301'], '参数太多'],
  ['an unknown language', ['rules', '--lang', 'fr'], '可用的取值：zh-CN、en、auto'],
  ['half a language', ['rules', '--lang', 'zh'], '您要的是不是 zh-CN？'],
  ['a mistyped profile', ['check', '--profile', 'strcit'], '您要的是不是 strict？'],
  ['a mistyped format', ['check', '-f', 'jsno:a.json'], '您要的是不是 json？'],
  ['a mistyped format of the rules', ['rules', '-f', 'tabel'], '您要的是不是 table？'],
  ['a mistyped edition', ['template', '--edition', '2012'], '您要的是不是 2019、2021？'],
  ['a mistyped limit', ['rules', '--limit', 'celsl=5'], '您要的是不是 cells？'],
  ['a mistyped code', ['explain', 'GJ3O2'], '您要的是不是 GJ302？'],
  ['an option with full-width dashes', ['check', '－－quiet', '坏.csv'], '您要的是不是 --quiet？'],
  ['an option with the dash of a word processor', ['check', '坏.csv', '—fix'], '您要的是不是 --fix？'],
  ['a mistyped name of a file', ['parse', '环.csv'], '您要的是不是 坏.csv？'],
  ['the beginning of a name', ['parse', '年报.csv'], '您要的是不是 年报 1.csv？'],
  ['no value of a few', ['check', '--profile'], '可用的取值：standard、strict'],
  ['no value of any', ['check', '--previous'], '用法见 gouji check --help'],
  ['a file of another kind', ['dump', './年报 1.xlsx'], '您要的是不是 年报 1.csv？'],
  ['a file whose name a shell would run', ['$(x).csv'], "gouji check '$(x).csv'"],
  ['the same with a quote', ["`it's`.csv"], "gouji check '`it'\\''s`.csv'"],
  ['a mistyped option of the program', ['rules', '--langue', 'en'], '您要的是不是 --lang？'],
])('wrong use: %s', async (_, argv, words) => {
  const { status, stdout, stderr } = await run(argv, { cwd })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^错误：.+\n建议：.+\n$/)
  expect(stderr).toContain(words)
})

test('an unknown language is said of what asked for it', async () => {
  expect((await run(['rules'], { env: { GOUJI_LANG: 'fr' } })).stderr).toContain('GOUJI_LANG 不能是“fr”')
  expect((await run(['rules', '--', '--lang', 'fr'])).stderr).toContain('参数太多')
})

test.each<[string[], Record<string, string>, RegExp]>([
  [[], {}, /错误/],
  [[], { GOUJI_LANG: 'en' }, /error/],
  [['--lang', 'zh-CN'], { GOUJI_LANG: 'en' }, /错误/],
  [['--lang=en'], {}, /error/],
  [[], { LANG: 'en_US.UTF-8', LC_ALL: 'C' }, /错误/],
  [[], { GOUJI_LANG: '' }, /错误/],
])('language with %j and %j', async (args, env, expected) => {
  expect((await run(['check', '坏.csv', ...args], { cwd, env })).stdout).toMatch(expected)
})

test.each<[Record<string, string>, string]>([
  [{ LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.GB18030' }, 'zh-CN'],
  [{ LANG: 'zh_TW' }, 'zh-CN'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh-CN'],
  [{ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8', LANGUAGE: 'zh_CN' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'zh_CN:en' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LANGUAGE: 'fr:en:zh' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr:zh_CN' }, 'zh-CN'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{}, 'en'],
])('the language of a system with %j', async (env, language) => {
  expect(systemLanguage(env, 'linux')).toBe(language)
  const expected = language === 'en' ? /error/ : /错误/
  expect((await run(['check', '坏.csv', '--lang', 'auto'], { cwd, env })).stdout).toMatch(expected)
  expect((await run(['check', '坏.csv'], { cwd, env: { ...env, GOUJI_LANG: 'auto' } })).stdout).toMatch(
    expected,
  )
})

test('an old Chinese console is shown what its fonts have', async () => {
  const decoder = new TextDecoder('gbk')
  const [lead, trail] = [
    Array.from({ length: 126 }, (_, index) => 0x81 + index),
    Array.from({ length: 191 }, (_, index) => 0x40 + index),
  ]
  const inFonts = new Set(lead.flatMap(a => trail.map(b => decoder.decode(Uint8Array.of(a, b)))))
  const shown = async (env: Record<string, string>, isTTY = true) => {
    const surroundings = { cwd, env, isTTY, platform: 'win32' } as const
    const { stdout } = await run(['check', '坏.csv', '--no-color'], surroundings)
    return new Set([...stdout].filter(character => character > '\x7f' && !inFonts.has(character)))
  }
  expect(await shown({})).toEqual(new Set())
  for (const env of [{ WT_SESSION: 'x' }, { TERM_PROGRAM: 'vscode' }])
    expect(await shown(env)).toEqual(new Set(['−']))
  expect(await shown({}, false)).toEqual(new Set(['−']))
})

test('where the environment does not say it, the system is asked', () => {
  const asked = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en'
  for (const platform of ['win32', 'darwin'] as const)
    expect(systemLanguage({ LC_ALL: 'zh_CN' }, platform)).toBe(asked)
})

test('env-info says what a report of a bug needs, and nothing of the user', async () => {
  const env = { HOME: '/home/somebody', USER: 'somebody', LANG: 'zh_CN.UTF-8', TOKEN: 'secret' }
  const { status, stdout, stderr } = await run(['env-info'], { cwd, env })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`^gouji: ${toolVersion}\\nnode: ${process.version}\\n`))
  expect(stdout).toContain('\nLANG: zh_CN.UTF-8\n')
  expect(stdout).not.toMatch(/somebody|secret/)
  expect(stdout).not.toContain(cwd)
})

test.each<[string, string[], Record<string, string>, boolean, boolean]>([
  ['a pipe', [], {}, false, false],
  ['a terminal', [], {}, true, true],
  ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
  ['an empty FORCE_COLOR', [], { FORCE_COLOR: '' }, false, true],
  ['FORCE_COLOR=false', [], { FORCE_COLOR: 'false' }, true, false],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
  ['FORCE_COLOR before NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['--no-color before FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ['--color before NO_COLOR', ['--color'], { NO_COLOR: '1' }, false, true],
])('colour: %s', async (_, args, env, isTTY, expected) => {
  const { stdout } = await run(['check', '坏.csv', ...args], { cwd, env, isTTY })
  expect(stdout.includes('\x1b[')).toBe(expected)
})

test('a bug of ours says so, with what was being worked on', async () => {
  const stderr: unknown[] = []
  const status = await main(['check', '坏.csv', '--lang', 'en'], {
    stdout: {
      write() {
        throw new TypeError('broken \x1b[31m')
      },
    },
    stderr: { write: text => stderr.push(text) },
    stdin: (async function* () {})(),
    env: {},
    platform: 'linux',
    cwd,
    now: () => 0,
  })
  expect(status).toBe(2)
  const text = stderr.join('')
  expect(text).toMatch(new RegExp(`^This is a bug in gouji ${toolVersion.replaceAll('.', '\\.')}`))
  expect(text).toContain('What was being worked on: ')
  expect(text).toContain('TypeError: broken \\x1b[31m\n')
  expect(text).toContain("the project's issue tracker")
})

test('both languages say the same things', () => {
  const [zh, en] = [wordsIn['zh-CN'], wordsIn.en]
  expect(keysOf(en).filter(key => !key.startsWith('help.titles.'))).toEqual(
    keysOf(zh).filter(key => !key.startsWith('help.titles.')),
  )
})

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object'
      ? [`${prefix}${key}`, ...keysOf(value, `${prefix}${key}.`)]
      : [`${prefix}${key}`],
  )
}
