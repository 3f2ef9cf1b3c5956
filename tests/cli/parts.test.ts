import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/core/reporters/index.ts'
import { bad, blank, folderWith, good, other, run } from './run.ts'

const root = process.cwd()
const env = { SOURCE_DATE_EPOCH: '0' }
/** Reports in every format, damaged ones and files that are none. */
const corpus = ['fixtures/cases', 'fixtures/demo', 'fixtures/office']
const cwd = folderWith({
  '县/甲.csv': good,
  '县/乙.csv': bad,
  '县/丙.csv': blank,
  '县/丁.csv': blank,
  '县/说明.csv': other,
  '全好/戊.csv': good,
  '无关/己.csv': other,
})

/** The parts of a run in files, in which order the machines may be done. */
async function cut(count: number, args: readonly string[], folder = cwd): Promise<readonly string[]> {
  const place = folderWith({})
  const paths = Array.from({ length: count }, (_, index) => join(place, `${index + 1}.json`))
  for (const [index, path] of paths.entries()) {
    const shard = ['--shard', `${index + 1}/${count}`, '-f', `shard:${path}`]
    const { stdout, stderr } = await run(['check', ...args, ...shard], { cwd: folder, env })
    expect({ stdout, stderr: stderr.replace(/^(?:错误：|建议：).*\n/gm, '') }).toEqual({
      stdout: '',
      stderr: '',
    })
  }
  return paths.reverse()
}

describe('merged parts are the whole', () => {
  // Each format by itself: a run leaves out what only others need, and its parts have it all.
  const wholes = async () => {
    const printed: [string, string][] = []
    for (const name of reporterNames)
      printed.push([name, (await run(['check', ...corpus, '-f', name], { cwd: root, env })).stdout])
    return printed
  }

  test('in every format, of whatever number of parts', async () => {
    const whole = await wholes()
    for (const count of [1, 2, 3, 7]) {
      const folder = folderWith({})
      const formats = reporterNames.flatMap(name => ['-f', `${name}:${join(folder, name)}`])
      const merged = await run(['merge', ...(await cut(count, corpus, root)), ...formats], { cwd: root, env })
      expect(merged).toEqual({ status: 1, stdout: '', stderr: '' })
      expect(reporterNames.map(name => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(whole)
    }
  })

  test('of more parts than files', async () => {
    const merged = await run(['merge', ...(await cut(20, ['县']))], { cwd })
    expect(merged).toEqual(await run(['check', '县'], { cwd }))
  })

  test('with settings, waivers and a baseline, which are judged of the whole', async () => {
    const folder = folderWith({
      'gouji.json': '{ "maxWarnings": 3, "rules": { "GJ204": "error" } }',
      '县/甲.csv': good,
      '县/乙.csv': bad,
      '县/丙.csv': blank,
      '县/丁.csv': blank,
      '乡/戊.csv': bad,
      '乡/己.csv': blank,
    })
    expect((await run(['baseline', '乡'], { cwd: folder })).status).toBe(0)
    const grounds = ['--reason', '来函确认', '--who', '张三']
    const blankCell = '县/丙.csv:activeDisclosure.rules.issued'
    expect(await run(['waive', blankCell, ...grounds], { cwd: folder })).toMatchObject({ status: 0 })
    // One waiver is of no use any more, one entry of the baseline neither.
    writeFileSync(join(folder, '县/丙.csv'), good)
    writeFileSync(join(folder, '乡/己.csv'), good)
    for (const format of ['pretty', 'json']) {
      const whole = await run(['check', '-f', format], { cwd: folder })
      expect(whole.stdout).toMatch(/GJ901/)
      expect(whole.stdout).toMatch(/GJ904/)
      for (const count of [1, 2, 5]) {
        const parts = await cut(count, [], folder)
        expect(await run(['merge', ...parts, '-f', format], { cwd: folder })).toEqual(whole)
      }
    }
  })

  test('every file is in one part', async () => {
    const parts = await cut(3, corpus, root)
    const paths = parts.flatMap(part => {
      const { files, skipped } = JSON.parse(readFileSync(part, 'utf8'))
      return [...files, ...skipped].map(({ path }: { path: string }) => path)
    })
    expect(new Set(paths).size).toBe(paths.length)
    const { files, skipped } = JSON.parse(
      (await run(['check', ...corpus, '-f', 'json'], { cwd: root })).stdout,
    )
    expect(paths).toHaveLength(files.length + skipped.length)
  })

  test.each<[string, string[], string[]]>([
    ['errors', ['县'], []],
    ['no errors', ['全好'], []],
    ['blanks in strict', ['县/丙.csv', '县/丁.csv', '--profile', 'strict'], []],
    ['as many warnings as allowed, in two parts', ['县/丙.csv', '县/丁.csv'], ['--max-warnings', '2']],
    ['more warnings than allowed, in two parts', ['县/丙.csv', '县/丁.csv'], ['--max-warnings', '1']],
    ['errors only', ['县'], ['--quiet']],
    ['nothing to check', ['无关'], []],
    ['nothing to check, which is fine', ['无关'], ['--no-error-on-unmatched']],
    ['a missing path', ['县', '没有.csv'], []],
    ['a pattern that fits nothing', ['县', '没有*.csv'], []],
    ['the same, which is fine', ['县', '没有*.csv'], ['--no-error-on-unmatched']],
    ['a report of the year before that is of another body', ['县', '--previous', '全好/戊.csv'], []],
    ['in English', ['县', '--lang', 'en'], ['--lang', 'en']],
    ['with other bounds', ['县', '--limit', 'cells=5'], []],
  ])('with the same status and the same words: %s', async (_, args, conclusion) => {
    const merged = await run(['merge', ...(await cut(2, args)), ...conclusion], { cwd })
    const asked = args.includes('--lang') ? args : [...args, ...conclusion]
    expect(merged).toEqual(await run(['check', ...asked], { cwd }))
  })

  test('with threads and a cache', async () => {
    const more = ['--concurrency', '2', '--cache-location', folderWith({})]
    await cut(2, [...corpus, ...more], root)
    const parts = await cut(2, [...corpus, ...more], root)
    const whole = await run(['check', ...corpus, '-f', 'json'], { cwd: root })
    expect(await run(['merge', ...parts, '-f', 'json'], { cwd: root })).toEqual(whole)
  })
})

describe('what is not all of one run is not merged', () => {
  const refused = async (paths: readonly string[], folder = cwd) => {
    const { status, stdout, stderr } = await run(['merge', ...paths, '--lang', 'en'], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    return stderr.split('\n')[0]!.replaceAll(/“[^”]*\/([^”/]+)”/g, '“$1”')
  }

  test('a part that is missing', async () => {
    const [third, , first] = await cut(3, ['县'])
    expect(await refused([first!, third!])).toBe('error: These parts are missing: 2/3.')
  })

  test('a part twice', async () => {
    const [second, first] = await cut(2, ['县'])
    expect(await refused([first!, second!, first!])).toBe('error: “1.json” and “1.json” are both part 1.')
  })

  test.each<[string, string[]]>([
    ['other files', ['县', '全好']],
    ['a file named, not met', ['县', '县/甲.csv']],
    ['another profile', ['县', '--profile', 'strict']],
    ['another language', ['县', '--lang', 'en']],
    ['other bounds', ['县', '--limit', 'cells=5000']],
    ['a report of the year before', ['县', '--previous', '全好/戊.csv']],
  ])('parts of another run: %s', async (_, args) => {
    const [, first] = await cut(2, ['县'])
    const [second] = await cut(2, args)
    expect(await refused([first!, second!])).toBe(
      'error: “1.json” and “2.json” are no parts of the same run.',
    )
  })

  test('parts of another version or build', async () => {
    const parts = await cut(2, ['县'])
    const change = (from: RegExp, to: string) =>
      parts.map(part => {
        const path = join(folderWith({}), 'part.json')
        writeFileSync(path, readFileSync(part, 'utf8').replace(from, to))
        return path
      })
    expect(await refused(change(/"version":"[^"]+"/, '"version":"99.0.0"'))).toMatch(
      /was stored by gouji 99\.0\.0/,
    )
    expect(await refused(change(/"build":"[^"]+"/, '"build":"x"'))).toMatch(/another build of gouji/)
    expect(await refused(change(/"version":1/, '"version":2'))).toMatch(/cannot be merged\.$/)
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['half of one', '{"version":1,"tool":{"name":"gouji"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another JSON', '{"version":1,"tool":{"name":"gouji","version":"1.0.0"},"files":[]}'],
    ['a report', 'PK\x03\x04'],
  ])('what is no part: %s', async (_, content) => {
    const folder = folderWith({ 'x/1.json': content })
    expect(await refused([join(folder, 'x/1.json')])).toMatch(/“1\.json” is no part/)
  })

  test('a file that is not there, and a folder', async () => {
    expect(await refused(['没有.json'])).toBe('error: No such path: 没有.json')
    expect(await refused(['县'])).toMatch(/^error: The file cannot be opened: 县 \(EISDIR\)/)
  })

  test('a part in which a file was not checked', async () => {
    const [part] = await cut(1, ['县'])
    const text = readFileSync(part!, 'utf8')
    writeFileSync(
      part!,
      text.replace(/\n\{.*甲\.csv.*\n/, match => (match.endsWith(',\n') ? '\n' : '\n')),
    )
    expect(await refused([part!])).toMatch(/^error: (?:1 file has no result|.* is no part)/)
  })

  test('where the settings are others', async () => {
    const folder = folderWith({
      '县/甲.csv': good,
      '县/gouji.waivers.json': '{ "version": 1, "waivers": [] }',
    })
    const parts = await cut(2, ['县/甲.csv'], folder)
    expect((await run(['merge', ...parts], { cwd: folder })).status).toBe(0)
    writeFileSync(join(folder, '县/gouji.waivers.json'), '{ "waivers": [], "version": 1 }')
    expect(await refused(parts, folder)).toMatch(/are not the same here/)
    expect(await refused(parts, cwd)).toMatch(/are not the same here/)
  })
})

test.each(['0/2', '3/2', '1', '1/0', '-1/2', '1/2/3', 'a/b', ''])('--shard %j is no part', async value => {
  const { status, stderr } = await run(['check', '县', '--shard', value, '--lang', 'en'], { cwd })
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `error: --shard takes PART/PARTS, for example 2/4, not “${value}”.\n`,
  })
})

test.each(['--fix', '--diff'])('%s is for whole runs', async option => {
  const { status, stderr } = await run(['check', '县', '--shard', '1/2', option, '--lang', 'en'], { cwd })
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('cannot be used together'),
  })
})
