import { describe, expect, test } from 'vitest'
import { encode } from '../../src/testing/index.ts'
import { bad, blank, folderWith, good, type Run, reportCsv, run } from '../cli/run.ts'

const config = (value: unknown) => JSON.stringify(value)

/** `path: CODE severity …` of each file with anything to say of it, and what was skipped. */
async function check(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = await run(['check', ...args, '-f', 'json'], { cwd })
  const result = JSON.parse(stdout)
  const files = Object.fromEntries(
    result.files.map((file: { path: string; diagnostics: { code: string; severity: string }[] }) => [
      file.path,
      [...new Set(file.diagnostics.map(({ code, severity }) => `${code} ${severity}`))].join(', '),
    ]),
  )
  return { status, files, skipped: result.skipped, off: offOf(result), stderr }
}

function offOf({ files }: { readonly files: readonly { readonly off?: readonly string[] }[] }) {
  return files.flatMap(({ off = [] }) => off)
}

describe('which config holds', () => {
  test('of each file the nearest, of two projects in one run each its own, and nothing is merged', async () => {
    const cwd = folderWith({
      'gouji.json': config({ profile: 'strict', rules: { GJ402: 'off' } }),
      '甲.csv': blank,
      '乙县/gouji.json': config({ rules: { 'blank-cell': 'error' }, maxWarnings: 0 }),
      '乙县/夹/乙.csv': blank,
      '丙县/gouji.waivers.json': '{ "version": 1, "waivers": [] }',
      '丙县/丙.csv': blank,
    })
    const plain = await check(cwd, '--no-config')
    expect(plain.files['丙县/丙.csv']).toMatch(/GJ204 warning/)
    const { files } = await check(cwd)
    expect(files['甲.csv']).toMatch(/GJ204 error/)
    expect(files['乙县/夹/乙.csv']).toMatch(/GJ204 error/)
    // Waivers in between take nothing away from the settings above.
    expect(files['丙县/丙.csv']).toMatch(/GJ204 error/)
    // The same from within, and by absolute paths.
    expect((await check(`${cwd}/乙县/夹`)).files['乙.csv']).toMatch(/GJ204 error/)
    expect((await check('/', `${cwd}/甲.csv`)).status).toBe(1)
  })

  test('one that is named holds for all, with patterns relative to the working directory', async () => {
    const cwd = folderWith({
      '设定/县.json': config({ overrides: [{ files: ['甲/*'], profile: 'strict' }] }),
      '甲/甲.csv': blank,
      '乙/gouji.json': config({ profile: 'strict' }),
      '乙/乙.csv': blank,
    })
    const { files } = await check(cwd, '-c', '设定/县.json')
    expect(files['甲/甲.csv']).toMatch(/GJ204 error/)
    expect(files['乙/乙.csv']).toMatch(/GJ204 warning/)
  })

  test('options go before it', async () => {
    const cwd = folderWith({
      'gouji.json': config({
        profile: 'strict',
        rules: { GJ204: 'error' },
        maxWarnings: 0,
        limits: { cells: 10 },
      }),
      '甲.csv': blank,
    })
    expect((await check(cwd)).files['甲.csv']).toMatch(/GJ008 error/)
    const flags = ['--limit', 'cells=100000', '--profile', 'standard', '--rule', 'GJ204:warning']
    const { files, status } = await check(cwd, ...flags)
    expect(files['甲.csv']).toMatch(/GJ204 warning/)
    expect(status).toBe(1)
    expect((await check(cwd, ...flags, '--max-warnings', '100')).status).toBe(0)
  })

  test('the language is that of the working directory, after option and environment', async () => {
    const cwd = folderWith({ 'gouji.json': '{ // c\n "language": "en", }', '甲/甲.csv': good })
    const last = (result: Run) => result.stdout
    expect(last(await run(['check'], { cwd }))).toContain('found no problems')
    expect(last(await run(['check'], { cwd: `${cwd}/甲` }))).toContain('found no problems')
    expect(last(await run(['check', '-c', 'gouji.json'], { cwd }))).toContain('found no problems')
    expect(last(await run(['check', '--no-config'], { cwd }))).toContain('没有发现问题')
    expect(last(await run(['check', '--lang', 'zh-CN'], { cwd }))).toContain('没有发现问题')
    expect(last(await run(['check'], { cwd, env: { GOUJI_LANG: 'zh-CN' } }))).toContain('没有发现问题')
    expect((await run(['explain', 'GJ204'], { cwd })).stdout).toContain('Severity')
  })

  test('a config in GB18030 or with a byte order mark is read', async () => {
    const text = '{ "ignores": ["归档"] }'
    for (const content of [encode(text, 'gb18030'), encode(`\ufeff${text}`, 'utf-8')]) {
      const cwd = folderWith({ 'gouji.json': content, '归档/甲.csv': bad, '乙.csv': good })
      expect(Object.keys((await check(cwd)).files)).toEqual(['乙.csv'])
    }
  })
})

describe('what is checked', () => {
  const odd = ["甲'镇.csv", '甲 镇.csv', '甲%23#镇.csv', '甲(1)镇.CSV', 'e\u0301镇.csv']

  test('folders are walked without what is ignored or not taken; what is named is checked all the same', async () => {
    const cwd = folderWith({
      'gouji.json': config({ files: ['*.csv'], ignores: ['归档', '**/*草稿*'] }),
      '甲.csv': good,
      '甲.txt': good,
      '草稿1.csv': bad,
      '2020年/归档/乙.csv': bad,
      ...Object.fromEntries(odd.map(name => [`归档/${name}`, bad])),
    })
    expect(await check(cwd)).toMatchObject({ status: 0, skipped: [] })
    expect(Object.keys((await check(cwd)).files)).toEqual(['甲.csv'])
    expect(Object.keys((await check(cwd, '归档')).files)).toEqual([])
    const named = await check(cwd, '归档/甲 镇.csv', '甲.txt')
    expect(Object.keys(named.files)).toEqual(['归档/甲 镇.csv', '甲.txt'])
    expect(named.status).toBe(1)
  })

  test('with --force-exclude what is named is left out too, which is said', async () => {
    const files = Object.fromEntries(odd.map(name => [`归档/${name}`, bad]))
    const cwd = folderWith({ 'gouji.json': config({ ignores: ['归档'] }), ...files, '乙.csv': good })
    const paths = odd.map(name => `归档/${name}`)
    const { status, files: checked, skipped } = await check(cwd, '--force-exclude', ...paths, '乙.csv')
    expect(status).toBe(0)
    expect(Object.keys(checked)).toEqual(['乙.csv'])
    expect(skipped).toEqual([...paths].sort().map(path => ({ path, reason: 'excluded' })))
    const { stdout } = await run(['check', '--force-exclude', ...paths, '乙.csv'], { cwd })
    expect(stdout).toContain('另有5个文件未作检查')
    expect(stdout).toContain('归档/甲 镇.csv  按设定不核对')
  })

  test('where nothing is left the exit is 2, unless that is fine', async () => {
    const cwd = folderWith({ 'gouji.json': config({ ignores: ['*.csv'] }), '甲.csv': bad })
    const { status, stderr } = await run(['check', '--lang', 'en'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('1 file was left out by the settings')
    expect((await check(cwd, '--no-error-on-unmatched')).status).toBe(0)
    expect((await check(cwd, '--force-exclude', '--no-error-on-unmatched', '甲.csv')).status).toBe(0)
    expect((await check(cwd, '甲.csv')).status).toBe(1)
  })

  test('--exclude and --ignore-pattern leave out what folders hold, relative to the working directory', async () => {
    const cwd = folderWith({ '县/甲.csv': bad, '县/旧/乙.csv': bad, '县/丙.csv': good, '县/丁.xls': bad })
    const flags = ['--exclude', '旧', '--ignore-pattern', '县/甲.csv', '--exclude', '*.xls']
    expect(Object.keys((await check(cwd, ...flags)).files)).toEqual(['县/丙.csv'])
    expect((await run(['check', '--exclude', '县\\旧'], { cwd })).status).toBe(2)
  })
})

describe('how it is checked', () => {
  test('overrides apply by path, later ones win', async () => {
    const cwd = folderWith({
      'gouji.json': config({
        rules: { GJ204: 'off' },
        overrides: [
          { files: ['2020年/**'], rules: { 'blank-cell': 'warning' } },
          { files: ['2020年/甲 镇.csv'], rules: { GJ204: 'error' } },
        ],
      }),
      '2020年/甲 镇.csv': blank,
      '2020年/乙.csv': blank,
      '2024年/乙.csv': blank,
    })
    const { files, off } = await check(cwd)
    expect(files['2020年/甲 镇.csv']).toMatch(/GJ204 error/)
    expect(files['2020年/乙.csv']).toMatch(/GJ204 warning/)
    expect(files['2024年/乙.csv']).not.toMatch(/GJ204/)
    expect(off).toEqual(['GJ204'])
    expect((await run(['check', '2024年'], { cwd })).stdout).toContain(
      '已关闭的规则另有发现，没有列出：GJ204。',
    )
  })

  test('a cause is as bad as what is left of it', async () => {
    const cwd = folderWith({ '甲.csv': bad })
    const causes = async (...flags: readonly string[]) => {
      const { stdout } = await run(['check', '-f', 'json', ...flags], { cwd })
      const [{ causes, diagnostics }] = JSON.parse(stdout).files
      return [diagnostics.length, causes.map((cause: { severity: string }) => cause.severity)]
    }
    const [all, before] = await causes()
    expect(before).toEqual(['error'])
    const info = ['GJ301', 'GJ302', 'GJ401'].flatMap(code => ['--rule', `${code}:info`])
    expect(await causes(...info)).toEqual([all, ['info']])
    expect((await check(cwd, ...info)).status).toBe(0)
    const off = ['GJ301', 'GJ302', 'GJ401'].flatMap(code => ['--rule', `${code}:off`])
    expect(await causes(...off)).toEqual([0, []])
  })

  test('no level makes an unread file look checked', async () => {
    const cwd = folderWith({ '2024年政府信息公开工作年度报告.pdf': '%PDF-1.7', '甲.csv': good })
    for (const rule of ['GJ003:off', 'unread-format:info', 'GJ001:off'])
      expect((await run(['check', '--rule', rule], { cwd })).status).toBe(2)
    const { rules } = JSON.parse((await run(['rules', '-f', 'json'], { cwd })).stdout)
    const all: string[] = rules.map(({ code }: { code: string }) => code)
    const flags: string[] = []
    for (const code of all)
      if ((await run(['check', '--rule', `${code}:off`, '甲.csv'], { cwd })).status === 0)
        flags.push('--rule', `${code}:off`)
    expect(all.length - flags.length / 2).toBeLessThan(12)
    expect((await check(cwd, ...flags)).status).toBe(1)
  })

  test('--fix leaves alone what is off', async () => {
    const cwd = folderWith({
      '甲.csv': Buffer.from(
        Buffer.from(good)
          .toString()
          .replace(/,(\d)(\d*),/, ',+$1$2,'),
      ),
    })
    const { stdout: on } = await run(['check', '--diff'], { cwd })
    expect(on).toContain('+++ ')
    const code = /(GJ\d+)/.exec((await run(['check', '-f', 'unix'], { cwd })).stdout)![1]!
    expect((await run(['check', '--diff', '--rule', `${code}:off`], { cwd })).stdout).toBe('')
  })

  test('warnings are counted by project; an option counts them all', async () => {
    const cwd = folderWith({
      '甲县/gouji.json': config({ maxWarnings: 0 }),
      '甲县/甲.csv': good,
      '乙县/乙.csv': blank,
    })
    expect((await check(cwd)).status).toBe(0)
    const { status, stderr } = await check(cwd, '--max-warnings', '0')
    expect(status).toBe(1)
    expect(stderr).toContain('--max-warnings')
    const own = folderWith({ 'gouji.json': config({ maxWarnings: 0 }), '乙.csv': blank })
    expect(await check(own)).toMatchObject({
      status: 1,
      stderr: '错误：有1个警告，超过 gouji.json maxWarnings 允许的0个。\n',
    })
  })

  test('a path says what a report does not', async () => {
    const bare = Buffer.from(good).toString().replace(/^.*\n/, ',\n')
    const cwd = folderWith({
      'gouji.json': config({ paths: ['{year}年/{body}.csv'] }),
      '2023年/石桥镇.csv': bare,
      '2023年/其他/石桥镇.csv': bare,
    })
    const { files } = JSON.parse((await run(['check', '-f', 'json'], { cwd })).stdout)
    expect(files.map(({ body, year }: { body: string; year: number }) => [body, year])).toEqual([
      [null, null],
      ['石桥镇', 2023],
    ])
  })

  test('standard input is checked like a file of its name', async () => {
    const cwd = folderWith({ 'gouji.json': config({ overrides: [{ files: ['甲/*'], profile: 'strict' }] }) })
    const status = async (name: string) =>
      (await run(['check', '-', '--stdin-filename', name], { cwd, stdin: blank })).status
    expect(await status('甲/甲.csv')).toBe(1)
    expect(await status('乙.csv')).toBe(0)
  })

  test('explain and parse go by it, too', async () => {
    const relation = {
      name: '复议',
      left: ['requests.newRequests.total'],
      relation: '>=',
      right: ['reviewLitigation.review.total'],
      basis: '本县要求',
    }
    const cwd = folderWith({
      'gouji.json': config({ relations: [relation], paths: ['{year}年/{body}.csv'] }),
      '2023年/石桥镇.csv': Buffer.from(reportCsv({ 'reviewLitigation.review.total': '9999' }))
        .toString()
        .replace(/^.*\n/, ',\n'),
    })
    const { stdout } = await run(['explain', '2023年/石桥镇.csv:requests.newRequests.total'], { cwd })
    expect(stdout).toContain('GJ420')
    const { reports } = JSON.parse((await run(['parse', '2023年/石桥镇.csv'], { cwd })).stdout)
    expect(reports[0]).toMatchObject({ body: '石桥镇', year: 2023 })
  })

  test('annotate goes by it, too', async () => {
    const cwd = folderWith({ 'gouji.json': config({ profile: 'strict' }), '甲.csv': blank })
    expect((await run(['annotate', '甲.csv', '-o', '一.xlsx'], { cwd })).status).toBe(1)
    expect((await run(['annotate', '甲.csv', '-o', '二.xlsx', '--rule', 'GJ204:off'], { cwd })).status).toBe(
      0,
    )
    expect((await run(['annotate', '甲.csv', '-o', '三.xlsx', '--no-config'], { cwd })).status).toBe(0)
  })
})

test('--print-config shows every setting with what it comes from', async () => {
  const cwd = folderWith({
    'gouji.json': config({
      language: 'zh-CN',
      profile: 'strict',
      edition: 2021,
      paths: ['{year}年/{body}.csv'],
      ignores: ['归档'],
      rules: { GJ204: 'off', 'negative-count': 'warning' },
      overrides: [{ files: ['2024年/**'], profile: 'standard', rules: { GJ204: 'info' } }],
      maxWarnings: 3,
      limits: { cells: 1000 },
    }),
  })
  const flags = ['--rule', 'GJ402:error', '--limit', 'seconds=9', '--lang', 'en']
  const { stdout } = await run(['check', '--print-config', '2024年/石桥镇.csv', ...flags], { cwd })
  await expect(stdout).toMatchFileSnapshot('../../fixtures/config/shown.txt')
  expect(JSON.parse((await run(['check', '--print-config', '归档/a.csv'], { cwd })).stdout)).toMatchObject({
    excluded: true,
    profile: { value: 'strict', from: 'gouji.json' },
  })
})

test.each([
  [['--rule', 'GJ204'], 'GJ204'],
  [['--rule', 'GJ204:loud'], 'GJ204:loud'],
  [['--rule', 'blank-cel:off'], 'blank-cell'],
  [['--rule', ':off'], ':off'],
])('%j is wrong use', async (flags, said) => {
  const cwd = folderWith({ '甲.csv': good })
  const { status, stderr } = await run(['check', ...flags], { cwd })
  expect(status).toBe(2)
  expect(stderr).toContain(said)
})
