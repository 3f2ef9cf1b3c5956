import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encode } from '../../src/testing/index.ts'
import { alikeAllowed, folderWith, good, ofBody, reportCsv, run } from '../cli/run.ts'
import { checkedFile, reported } from './checked.ts'

const total = 'requests.carriedForward.total'
const rules = 'activeDisclosure.rules'
/** One figure of no relation says a unit. */
const unit = reportCsv({ [`${rules}.issued`]: '12件' })
const ofUnit = { file: '镇.csv', code: 'GJ209', ref: `${rules}.issued`, value: '12件' }
const grounds = { reason: '来函要求保留', who: '张三' }

function waivers(...entries: readonly object[]): string {
  const lines = entries.map(entry => `    ${JSON.stringify({ ...grounds, ...entry })}`)
  return `{\n  "version": 1,\n  "waivers": [\n${lines.join(',\n')}\n  ]\n}\n`
}

interface Surroundings {
  readonly cwd: string
  readonly now?: number
  readonly env?: Readonly<Record<string, string>>
}

/** What is still said, as `file CODE place`, and the status. */
async function check(surroundings: Surroundings, ...args: readonly string[]) {
  const { status, stdout, stderr } = await run(['check', '-f', 'unix', ...args], surroundings)
  expect(stderr).toBe('')
  const lines = stdout.split('\n').slice(0, -1)
  const said = lines.map(line => /^(.+?):(\S+?): \w+ (GJ\d+)/.exec(line)!)
  return { status, said: said.map(([, file, place, code]) => `${file} ${code} ${place}`) }
}

describe('a waiver', () => {
  test('takes a finding out of what counts, and is listed with its reason', async () => {
    const cwd = folderWith({ '镇.csv': unit, 'gouji.waivers.json': waivers(ofUnit) })
    expect(await check({ cwd })).toEqual({ status: 0, said: [] })
    expect((await check({ cwd }, '--no-waivers')).said).toEqual(['镇.csv GJ209 6:4'])
    const { stdout } = await run(['check', '--max-warnings', '0'], { cwd })
    expect(stdout).toContain('已豁免1项')
    expect(stdout).toContain('理由：来函要求保留（张三）')
    const json = JSON.parse((await run(['check', '-f', 'json'], { cwd })).stdout)
    expect(json.summary).toMatchObject({ files: 1, warnings: 0, infos: 0, waived: 1 })
    expect(json.files[0].waived).toMatchObject([
      { by: 'waiver', reasons: [{ ...grounds, until: null }], diagnostic: { code: 'GJ209' } },
    ])
  })

  test('names the rule by its code or its name', async () => {
    const named = { ...ofUnit, code: 'unit-suffix' }
    const cwd = folderWith({ '镇.csv': unit, 'gouji.waivers.json': waivers(named) })
    expect((await check({ cwd })).said).toEqual([])
  })

  test('holds in any language, when lines move, and in another format', async () => {
    const moved = encode(`说明,,\n\n${new TextDecoder().decode(unit)}`, 'utf-8')
    const cwd = folderWith({ '镇.csv': moved, 'gouji.waivers.json': waivers(ofUnit) })
    expect((await check({ cwd })).said).toEqual([])
    expect((await check({ cwd }, '--lang', 'en')).said).toEqual([])
    writeFileSync(join(cwd, '镇.csv'), encode(new TextDecoder().decode(moved), 'gb18030'))
    expect((await check({ cwd })).said).toEqual([])
  })

  test('holds from any folder and by any path', async () => {
    const cwd = folderWith({
      '县/镇.csv': unit,
      '县/gouji.waivers.json': waivers(ofUnit),
    })
    for (const [folder, path] of [
      [cwd, '.'],
      [cwd, '县/镇.csv'],
      [cwd, join(cwd, '县/镇.csv')],
      [join(cwd, '县'), '镇.csv'],
      [join(cwd, '县'), '../县/镇.csv'],
    ] as const)
      expect((await check({ cwd: folder }, path)).said).toEqual([])
  })

  test('holds for standard input under the name of the file', async () => {
    const cwd = folderWith({ 'gouji.waivers.json': waivers(ofUnit), '镇.csv': good })
    const args = ['check', '-f', 'unix', '-', '--stdin-filename', '镇.csv']
    expect((await run(args, { cwd, stdin: unit })).stdout).toBe('')
  })

  test('is of the nearest folder that keeps any, whatever settings stand in between', async () => {
    const cwd = folderWith({
      '县/镇.csv': unit,
      '县/gouji.json': '{}',
      'gouji.waivers.json': waivers({ ...ofUnit, file: '县/镇.csv' }),
    })
    expect((await check({ cwd })).said).toEqual([])
    writeFileSync(join(cwd, '县/gouji.waivers.json'), waivers())
    expect((await check({ cwd })).said).toEqual(['县/镇.csv GJ209 6:4'])
  })

  test('may be written in either Unicode form, whatever the file system keeps', async () => {
    const [composed, decomposed] = ['が.csv', 'が.csv'.normalize('NFD')]
    for (const [name, written] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      const cwd = folderWith({ [name]: unit, 'gouji.waivers.json': waivers({ ...ofUnit, file: written }) })
      expect((await check({ cwd })).said).toEqual([])
      writeFileSync(join(cwd, 'other.csv'), good)
      expect((await check({ cwd }, 'other.csv')).said).toEqual([])
    }
  })

  test('of one name covers one file, though two bear it in different forms', async () => {
    const cwd = folderWith({
      'が.csv': unit,
      ['が.csv'.normalize('NFD')]: unit,
      'gouji.waivers.json': waivers({ ...ofUnit, file: 'が.csv' }),
    })
    expect((await check({ cwd })).said).toHaveLength(1)
  })
})

describe('a waiver that no longer fits', () => {
  test('is told when nothing of the kind is found', async () => {
    const cwd = folderWith({ '镇.csv': good, 'gouji.waivers.json': waivers(ofUnit) })
    expect(await check({ cwd })).toEqual({ status: 0, said: ['gouji.waivers.json GJ901 4:5'] })
    expect((await run(['check', '--max-warnings', '0'], { cwd })).status).toBe(1)
    expect((await check({ cwd }, '--no-waivers')).said).toEqual([])
  })

  test('lapses with the number, and says both', async () => {
    const cwd = folderWith({
      '镇.csv': reportCsv({ [`${rules}.issued`]: '13件' }),
      'gouji.waivers.json': waivers(ofUnit),
    })
    const { stdout } = await run(['check', '-f', 'unix', '--lang', 'en'], { cwd })
    expect(stdout).toContain('GJ902')
    expect(stdout).toContain('it accepts “12件”, and now there is “13件”')
    expect(stdout).toMatch(/^镇\.csv:6:4: \w+ GJ209/m)
  })

  test('lapses when a side of its relation changes', async () => {
    const wrong = { [total]: '9999' }
    const [known] = reported(await checkedFile(wrong)).filter(({ code }) => code === 'GJ301')
    const cwd = folderWith({
      '镇.csv': reportCsv(wrong),
      'gouji.waivers.json': waivers({ file: '镇.csv', ...known }),
    })
    const isConcerned = (line: string) => /GJ301|GJ90/.test(line)
    expect((await check({ cwd })).said.filter(isConcerned)).toEqual([])
    writeFileSync(join(cwd, '镇.csv'), reportCsv({ ...wrong, 'requests.carriedForward.naturalPerson': '1' }))
    const codes = (await check({ cwd })).said.filter(isConcerned).map(line => line.split(' ')[1])
    expect(codes).toEqual(['GJ902', 'GJ301'])
  })

  test('expires after its last day in Beijing, wherever the clock stands', async () => {
    const cwd = folderWith({
      '镇.csv': unit,
      'gouji.waivers.json': waivers({ ...ofUnit, until: '2026-05-31' }),
    })
    const lastMoment = Date.UTC(2026, 4, 31, 15, 59, 59)
    expect((await check({ cwd, now: lastMoment })).said).toEqual([])
    const expired = ['gouji.waivers.json GJ903 4:5', '镇.csv GJ209 6:4']
    expect((await check({ cwd, now: lastMoment + 1000 })).said).toEqual(expired)
    const env = { SOURCE_DATE_EPOCH: String(lastMoment / 1000 + 1) }
    expect((await check({ cwd, now: 0, env })).said).toEqual(expired)
  })

  test('is told when another accepts the same, once', async () => {
    const cwd = folderWith({ '镇.csv': unit, 'gouji.waivers.json': waivers(ofUnit, ofUnit) })
    const { stdout } = await run(['check', '-f', 'unix'], { cwd })
    expect(stdout).toMatch(/^gouji\.waivers\.json:5:5: warning GJ901 .*已有另一条豁免。\n$/)
  })

  test('is not told of files that were not checked, but of those that are gone', async () => {
    const other = { ...ofUnit, file: '县/乙镇.csv' }
    const cwd = folderWith({
      '镇.csv': unit,
      '县/乙镇.csv': ofBody('乙镇', good),
      'gouji.json': alikeAllowed,
      'gouji.waivers.json': waivers(ofUnit, other),
    })
    expect((await check({ cwd }, '镇.csv')).said).toEqual([])
    expect((await check({ cwd })).said).toEqual(['gouji.waivers.json GJ901 5:5'])
    rmSync(join(cwd, '县/乙镇.csv'))
    expect((await check({ cwd }, '镇.csv')).said).toEqual(['gouji.waivers.json GJ901 5:5'])
    renameSync(join(cwd, '镇.csv'), join(cwd, '甲镇.csv'))
    expect((await check({ cwd })).said).toEqual([
      'gouji.waivers.json GJ901 4:5',
      'gouji.waivers.json GJ901 5:5',
      '甲镇.csv GJ209 6:4',
    ])
  })

  test('is told where the file was not read', async () => {
    const cwd = folderWith({
      '镇2024年政府信息公开工作年度报告.xlsx': encode('PK\x03\x04', 'utf-8'),
      'gouji.waivers.json': waivers({
        ...ofUnit,
        file: '镇2024年政府信息公开工作年度报告.xlsx',
        code: 'GJ005',
        ref: '',
      }),
    })
    const { status, stdout } = await run(['check', '-f', 'unix'], { cwd })
    expect(status).toBe(1)
    expect(stdout).toMatch(/GJ901 .*没有核对的内容不能豁免/)
  })

  test('stands at its place also when the folder is another', async () => {
    const cwd = folderWith({ '县/镇.csv': good, '县/gouji.waivers.json': waivers(ofUnit) })
    expect((await check({ cwd })).said).toEqual(['县/gouji.waivers.json GJ901 4:5'])
    mkdirSync(join(cwd, '乡'))
    expect((await check({ cwd: join(cwd, '乡') }, '../县')).said).toEqual([
      '../县/gouji.waivers.json GJ901 4:5',
    ])
  })
})

describe('what is new is reported, whatever was fixed', () => {
  const [first, second] = [`${rules}.issued`, `${rules}.repealed`]
  const knownOf = async (changes: Record<string, string>) => {
    const cwd = folderWith({ '镇.csv': reportCsv(changes) })
    expect((await run(['baseline'], { cwd })).status).toBe(0)
    expect(await check({ cwd })).toEqual({ status: 0, said: [] })
    return {
      cwd,
      become: (next: Record<string, string>) => writeFileSync(join(cwd, '镇.csv'), reportCsv(next)),
    }
  }

  test('an error of the same rule at another cell', async () => {
    const [old, fresh] = ['requests.newRequests.total', 'requests.carriedOver.total']
    const { cwd, become } = await knownOf({ [old]: '9999' })
    become({ [fresh]: '9999' })
    const { status, said } = await check({ cwd })
    expect(status).toBe(1)
    expect(said[0]).toBe('gouji.baseline.json GJ904 1:1')
    expect(said.slice(1).map(line => line.split(' ')[1])).toContain('GJ301')
  })

  test('another value in the same cell', async () => {
    const { cwd, become } = await knownOf({ [total]: '9999' })
    become({ [total]: '9998' })
    const { status, said } = await check({ cwd })
    expect(status).toBe(1)
    expect(said.some(line => line.includes('GJ301'))).toBe(true)
  })

  test('one blank filled, another made', async () => {
    const { cwd, become } = await knownOf({ [first]: '' })
    become({ [second]: '' })
    expect((await check({ cwd })).said).toEqual(['gouji.baseline.json GJ904 1:1', '镇.csv GJ204 6:6'])
  })

  test('one blank of several filled', async () => {
    const { cwd, become } = await knownOf({ [first]: '', [second]: '' })
    become({ [second]: '' })
    expect((await check({ cwd })).said).toEqual(['gouji.baseline.json GJ904 1:1'])
    become({ [first]: '', [second]: '', 'activeDisclosure.fees.amount': '' })
    expect((await check({ cwd })).said).toEqual(['镇.csv GJ204 6:4'])
  })

  test('a known blank of which the figures beside it now ask for another number', async () => {
    const [blank, beside] = ['requests.newRequests.naturalPerson', 'requests.newRequests.total']
    const { cwd, become } = await knownOf({ [blank]: '' })
    const { ref, value } = reported(await checkedFile({ [blank]: '' })).find(({ code }) => code === 'GJ220')!
    expect([ref, value]).toEqual([blank, expect.stringMatching(/^→ \d+$/)])
    become({ [blank]: '', [beside]: '9999' })
    expect((await check({ cwd })).status).toBe(1)
  })

  test('a third row that is like two known ones', async () => {
    const rows = (count: number) =>
      encode(
        new TextDecoder()
          .decode(good)
          .replace(/^规章.*$/m, line => [line, ...Array(count).fill('其他,1,2,3')].join('\n')),
        'utf-8',
      )
    const cwd = folderWith({ '镇.csv': rows(2) })
    await run(['baseline'], { cwd })
    expect((await check({ cwd })).said).toEqual([])
    writeFileSync(join(cwd, '镇.csv'), rows(3))
    expect((await check({ cwd })).said).toHaveLength(1)
    writeFileSync(join(cwd, '镇.csv'), rows(1))
    expect((await check({ cwd })).said).toEqual(['gouji.baseline.json GJ904 1:1'])
  })
})

test('files below a link are those of the folder they are reached by', async () => {
  const cwd = folderWith({
    '县/镇.csv': unit,
    'gouji.waivers.json': waivers({ ...ofUnit, file: '县/镇.csv' }),
  })
  symlinkSync(join(cwd, '县'), join(cwd, '链接'))
  expect((await check({ cwd }, '县')).said).toEqual([])
})

test('--quiet lists waived errors only', async () => {
  const cwd = folderWith({ '镇.csv': unit, 'gouji.waivers.json': waivers(ofUnit) })
  const { stdout } = await run(['check', '--quiet'], { cwd })
  expect(stdout).not.toContain('理由')
})

test('an annotated copy is made with the waivers of the folder', async () => {
  const cwd = folderWith({ '镇.csv': unit, 'gouji.waivers.json': waivers(ofUnit) })
  expect((await run(['annotate', '镇.csv', '-o', 'c.xlsx'], { cwd })).status).toBe(0)
  const { stdout } = await run(['dump', 'c.xlsx'], { cwd })
  expect(stdout).toContain('已豁免')
  expect(stdout).toContain('不计入。理由：来函要求保留（张三）')
})
