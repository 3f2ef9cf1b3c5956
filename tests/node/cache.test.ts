import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/core/reporters/index.ts'
import { cacheFolder, openCache } from '../../src/node/cache.ts'
import { checkInput, digestOf, type Task } from '../../src/node/check-input.ts'
import { findFiles } from '../../src/node/find-files.ts'
import { bad, blank, folderWith, good, other, run } from '../cli/run.ts'

const options = { language: 'zh-CN', profile: 'standard' } as const
const env = { SOURCE_DATE_EPOCH: '0' }

async function tasksIn(folder: string, own: Task['options'] = options): Promise<Task[]> {
  return (await findFiles(['.'], folder)).files.map(input => ({ input, options: own }))
}

/** A folder of reports with a cache beside them that knows each. */
async function remembered() {
  const root = folderWith({
    '年报/甲.csv': good,
    '年报/乙.csv': bad,
    '年报/丙.csv': blank,
    '年报/丁.csv': other,
  })
  const cwd = join(root, '年报')
  const location = join(root, '缓存')
  const check = (...args: string[]) => run(['check', '.', '-f', 'json', ...args], { cwd, env })
  const cached = (...args: string[]) => check('--cache-location', location, ...args)
  await cached()
  const known = async (own?: Task['options']) => {
    const cache = openCache(location)
    return (await tasksIn(cwd, own)).filter(task => cache.recall(task)).map(task => task.input.path)
  }
  return { cwd, location, check, cached, known, file: join(location, 'checked.cache') }
}

/** As the command asks, where there are no settings. */
async function optionsOfCommand(changes: object = {}): Promise<Task['options']> {
  return { extras: ['figures'], ...options, levels: {}, limits: {}, ...changes }
}

const all = ['丁.csv', '丙.csv', '乙.csv', '甲.csv']

describe('what was found before', () => {
  test('is known, and what is printed stays the same', async () => {
    const { check, cached, known } = await remembered()
    expect(await known(await optionsOfCommand())).toEqual(all)
    expect(await cached()).toEqual(await check())
    expect(await cached('--concurrency', '2')).toEqual(await check())
  })

  test('is not known when the content has changed', async () => {
    const { cwd, check, cached, known } = await remembered()
    writeFileSync(join(cwd, '甲.csv'), bad)
    expect(await known(await optionsOfCommand())).toEqual(all.filter(name => name !== '甲.csv'))
    const again = await cached()
    expect(again).toEqual(await check())
    expect(JSON.parse(again.stdout).summary.errors).toBeGreaterThan(3)
    expect(await known(await optionsOfCommand())).toEqual(all)
  })

  test('is known when only the time has changed', async () => {
    const { cwd, known, cached, check } = await remembered()
    utimesSync(join(cwd, '甲.csv'), 0, 0)
    expect(await known(await optionsOfCommand())).toEqual(all)
    expect(await cached()).toEqual(await check())
  })

  test.each([
    ['--profile', 'strict'],
    ['--limit', 'cells=5'],
    ['--lang', 'en'],
    ['--previous', '甲.csv'],
    ['--quiet'],
    ['--max-warnings', '0'],
  ])('is not taken for something else: %s %s', async (...args) => {
    const { check, cached } = await remembered()
    const changed = await check(...args)
    expect(await cached(...args)).toEqual(changed)
    expect(await cached(...args)).toEqual(changed)
    expect(await cached()).toEqual(await check())
  })

  test('is known by name: under another name it is another file', async () => {
    const { cwd, known } = await remembered()
    writeFileSync(join(cwd, '戊.csv'), good)
    expect(await known(await optionsOfCommand())).toEqual(all)
  })

  test('of every format', async () => {
    const { cwd, location } = await remembered()
    for (const name of reporterNames) {
      const args = ['check', '.', '-f', name]
      const outputs = []
      for (const more of [[], ['--cache-location', location], ['--cache-location', location]])
        outputs.push(await run([...args, ...more], { cwd, env }))
      expect(outputs[1], name).toEqual(outputs[0])
      expect(outputs[2], name).toEqual(outputs[0])
    }
  })

  test('stays when other files are checked', async () => {
    const { cwd, location, known } = await remembered()
    await run(['check', '甲.csv', '--cache-location', location], { cwd })
    expect(await known(await optionsOfCommand())).toEqual(all)
  })

  test('is left alone by --fix, which writes', async () => {
    const { cached, file } = await remembered()
    const before = readFileSync(file, 'utf8')
    await cached('--fix')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('a cache that cannot be used is no cache', () => {
  const spoilt: Readonly<Record<string, (text: string) => string>> = {
    'one character': text => text.replace(/"severity":"error"/, '"severity":"eRror"'),
    'cut short': text => text.slice(0, -100),
    empty: () => '',
    'something else': () => 'PK\x03\x04',
    'of another build': text => text.replace(' tests ', ' other '),
    'not even text': () => '\uFFFD\0\n\n',
  }
  test.each(Object.keys(spoilt))('%s', async name => {
    const { check, cached, known, file } = await remembered()
    writeFileSync(file, spoilt[name]!(readFileSync(file, 'utf8')))
    expect(await known(await optionsOfCommand())).toEqual([])
    expect(await cached()).toEqual(await check())
    expect(await known(await optionsOfCommand())).toEqual(all)
  })

  test('results under the names of others are not used', async () => {
    const { check, cached, known, file } = await remembered()
    const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    for (const kept of [64, 129]) {
      // Each line keeps its key, or key and digest, and has the rest of the next line.
      const moved = lines
        .map((line, index) => line.slice(0, kept) + lines[(index + 1) % lines.length]!.slice(kept))
        .map(line => `${line}\n`)
        .join('')
      writeFileSync(file, `${head.replace(/\S+$/, digestOf(moved))}\n${moved}`)
      const still = await known(await optionsOfCommand())
      expect(still).toEqual([])
      expect(JSON.parse((await cached()).stdout).files).toEqual(JSON.parse((await check()).stdout).files)
    }
  })

  test('a folder in its place', async () => {
    const { check, location } = await remembered()
    const place = join(location, 'folder')
    mkdirSync(join(place, 'checked.cache'), { recursive: true })
    const plain = await check()
    const { status, stdout, stderr } = await check('--cache-location', place)
    expect({ status, stdout }).toEqual({ status: plain.status, stdout: plain.stdout })
    expect(stderr).toMatch(/^说明：缓存没有写入“.+checked.+”（E\w+）；.+\n$/)
  })
})

test('two runs at once leave a cache that can be read', async () => {
  const { cwd, location, known } = await remembered()
  const bin = join(process.cwd(), 'bin/gouji.js')
  for (let index = 0; index < 30; index++) writeFileSync(join(cwd, `${index}.csv`), index % 2 ? good : bad)
  const runs = Array.from(
    { length: 4 },
    (_, index) =>
      new Promise<string>(resolve => {
        const args = [bin, 'check', `*${index}.csv`, '-f', 'json', '--cache-location', location]
        const child = spawn(process.execPath, args, { cwd })
        let output = ''
        child.stdout.on('data', chunk => (output += chunk))
        child.stderr.on('data', chunk => (output += chunk))
        child.on('close', () => resolve(output))
      }),
  )
  for (const output of await Promise.all(runs)) expect(JSON.parse(output).files).toHaveLength(3)
  expect(readdirSync(location)).toEqual(['checked.cache'])
  // The command is another build than the tests, so that only its own cache tells.
  const [head, ...lines] = readFileSync(join(location, 'checked.cache'), 'utf8').split('\n')
  expect(head).toContain(digestOf(lines.join('\n')))
  expect(await known()).toEqual([])
})

test('nothing is lost on the way through it', async () => {
  const folder = folderWith({})
  const { files } = await findFiles(['fixtures/cases', 'fixtures/demo', 'fixtures/office'], process.cwd())
  const tasks = files.map(input => ({ input, options }))
  const cache = openCache(folder)
  const outcomes = []
  for (const task of tasks) {
    const outcome = await checkInput(task, true)
    cache.keep(task, outcome)
    outcomes.push(outcome)
  }
  cache.store()
  const recalled = openCache(folder)
  for (const [index, task] of tasks.entries()) {
    const outcome = outcomes[index]!
    if (outcome.kind === 'crashed') throw outcome.error
    expect(recalled.recall(task)).toEqual(outcome.digest === null ? null : outcome.checked)
  }
})

describe('where it is kept', () => {
  test('with the packages of the nearest project that has any', () => {
    const root = folderWith({ '甲/node_modules/x/package.json': '{}', '甲/乙/丙.csv': '' })
    expect(cacheFolder(join(root, '甲/乙'), {})).toBe(join(root, '甲/node_modules/.cache/gouji'))
  })

  test.skipIf(process.platform === 'win32')('else with the caches of the user', () => {
    const root = folderWith({})
    expect(cacheFolder(root, { XDG_CACHE_HOME: '/c' })).toBe('/c/gouji')
    expect(cacheFolder(root, { XDG_CACHE_HOME: 'relative' })).toMatch(/^\/.+aches?\/gouji$/)
  })

  test('--cache uses it', async () => {
    const cwd = folderWith({ 'node_modules/x/package.json': '{}', '甲.csv': good })
    await run(['check', '甲.csv', '--cache'], { cwd })
    expect(readdirSync(join(cwd, 'node_modules/.cache/gouji'))).toEqual(['checked.cache'])
  })
})
