import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBaseline } from '../../src/core/index.ts'
import { encode } from '../../src/testing/index.ts'
import { alikeAllowed, blank, folderWith, good, ofBody, reportCsv, run } from '../cli/run.ts'

const [issued, repealed] = ['activeDisclosure.rules.issued', 'activeDisclosure.rules.repealed']
const name = 'gouji.baseline.json'
const pdf = '2024年政府信息公开工作年度报告.pdf'
const kept = (cwd: string) => readFileSync(join(cwd, name), 'utf8')
const of = (...refs: readonly string[]) => reportCsv(Object.fromEntries(refs.map(ref => [ref, ''])))

interface Checked {
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number }
  readonly files: readonly {
    readonly path: string
    readonly role: string
    readonly tables: readonly unknown[]
    readonly diagnostics: readonly { readonly code: string; readonly name: string }[]
    readonly waived: readonly unknown[]
  }[]
}

async function checked(cwd: string): Promise<Checked> {
  return JSON.parse((await run(['check', '-f', 'json'], { cwd })).stdout)
}

test.each(['cases', 'demo', 'found', 'layouts'])('after it nothing is new: fixtures/%s', async folder => {
  const cwd = folderWith({})
  cpSync(join('fixtures', folder), cwd, { recursive: true })
  const before = await checked(cwd)
  const { stdout } = await run(['baseline'], { cwd })
  expect(stdout.split('\n')[0]).toMatch(/^基线“gouji\.baseline\.json”：\d+个文件，\d+条。$/)
  const after = await checked(cwd)
  const left = after.files.flatMap(file => file.diagnostics.map(each => ({ file, ...each })))
  const unread = left.filter(
    ({ file, name }) => file.tables.length === 0 || /limit|several|damaged|undec/.test(name),
  )
  expect(left).toEqual(unread)
  expect(after.files.every(({ role }) => role === 'report')).toBe(true)
  const count = ({ files }: Checked) => files.flatMap(file => [...file.diagnostics, ...file.waived]).length
  expect(count(after)).toBe(count(before))
  const text = kept(cwd)
  expect((await run(['baseline', '--update'], { cwd })).stdout).toContain('没有变化')
  expect((await run(['baseline', '--prune'], { cwd })).stdout).toContain('没有变化')
  expect(kept(cwd)).toBe(text)
})

test('says what it took in, by rule', async () => {
  const cwd = folderWith({
    '镇.csv': reportCsv({ [issued]: '', [repealed]: '', 'activeDisclosure.fees.amount': '/' }),
  })
  expect(await run(['baseline', '--lang', 'en'], { cwd })).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "Baseline “gouji.baseline.json”: 3 entries in 1 file.
      added  GJ204  2
      added  GJ205  1
    ",
    }
  `)
  expect(kept(cwd)).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "files": {
        "镇.csv": {
          "GJ204": {
            "activeDisclosure.rules.{issued,repealed}": ""
          },
          "GJ205": {
            "activeDisclosure.fees.amount": "/"
          }
        }
      }
    }
    "
  `)
})

test('is never overwritten unasked', async () => {
  const cwd = folderWith({ '镇.csv': blank })
  await run(['baseline'], { cwd })
  const text = kept(cwd)
  writeFileSync(join(cwd, '镇.csv'), of(issued, repealed))
  const { status, stderr } = await run(['baseline'], { cwd })
  expect(status).toBe(2)
  expect(stderr).toContain('--update')
  expect(kept(cwd)).toBe(text)
})

test('--update takes in what is new and drops what is gone', async () => {
  const cwd = folderWith({
    '甲镇.csv': ofBody('甲镇', of(issued)),
    '乙镇.csv': ofBody('乙镇', blank),
    '丙镇.csv': ofBody('丙镇', blank),
    'gouji.json': alikeAllowed,
  })
  await run(['baseline'], { cwd })
  writeFileSync(join(cwd, '甲镇.csv'), ofBody('甲镇', of(repealed)))
  rmSync(join(cwd, '乙镇.csv'))
  writeFileSync(join(cwd, '丙镇.csv'), ofBody('丙镇', good))
  // Of files that are not checked nothing is known, unless they are gone.
  expect((await run(['baseline', '--update', '甲镇.csv'], { cwd })).stdout).toBe(
    '基线“gouji.baseline.json”：2个文件，2条。\n  收入  GJ204  1条\n  删去  GJ204  2条\n',
  )
  expect(Object.keys(JSON.parse(kept(cwd)).files)).toEqual(['丙镇.csv', '甲镇.csv'])
  expect((await checked(cwd)).summary.warnings).toBe(1)
})

test('--prune drops what is gone and takes in nothing', async () => {
  const cwd = folderWith({ '镇.csv': of(issued, repealed) })
  await run(['baseline'], { cwd })
  writeFileSync(join(cwd, '镇.csv'), of(repealed, 'activeDisclosure.fees.amount'))
  expect((await run(['baseline', '--prune'], { cwd })).stdout).toBe(
    '基线“gouji.baseline.json”：1个文件，1条。\n  删去  GJ204  1条\n',
  )
  expect(JSON.parse(kept(cwd)).files).toEqual({ '镇.csv': { GJ204: { [repealed]: '' } } })
  expect((await checked(cwd)).files.flatMap(file => file.diagnostics.map(({ code }) => code))).toEqual([
    'GJ204',
  ])
})

test('a file that cannot be read today keeps what it was known to have', async () => {
  const cwd = folderWith({ '镇.csv': blank })
  await run(['baseline'], { cwd })
  const text = kept(cwd)
  writeFileSync(join(cwd, '镇.csv'), Uint8Array.of(0xff, 0x00, 0xff))
  await run(['baseline', '--prune', '镇.csv'], { cwd })
  expect(kept(cwd)).toBe(text)
})

test('what was not read is never taken in, and that is said', async () => {
  const cwd = folderWith({ '镇.csv': blank, [pdf]: encode('%PDF-1.7', 'utf-8') })
  const { status, stdout } = await run(['baseline'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain('另有1项不能记入基线')
  expect(stdout).toContain(`${pdf}:1:1  GJ003`)
  expect(kept(cwd)).not.toContain('pdf')
  expect((await run(['check'], { cwd })).status).toBe(1)
})

test('what somebody answers for is no part of it', async () => {
  const cwd = folderWith({ '镇.csv': reportCsv({ [issued]: '12件', [repealed]: '' }) })
  await run(['waive', `镇.csv:${issued}`, '--reason', '来函', '--who', '张三'], { cwd })
  await run(['baseline'], { cwd })
  expect(JSON.parse(kept(cwd)).files).toEqual({ '镇.csv': { GJ204: { [repealed]: '' } } })
  expect((await run(['check', '-f', 'unix'], { cwd })).stdout).toBe('')
})

test('each folder that keeps anything has its own', async () => {
  const cwd = folderWith({ '甲县/镇.csv': blank, '甲县/gouji.json': '{}', '乙县/镇.csv': blank })
  await run(['baseline'], { cwd })
  expect(Object.keys(JSON.parse(kept(cwd)).files)).toEqual(['乙县/镇.csv'])
  expect(Object.keys(JSON.parse(kept(join(cwd, '甲县'))).files)).toEqual(['镇.csv'])
  expect((await checked(cwd)).summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
})

test('is refused where it makes no sense', async () => {
  const cwd = folderWith({ '县/镇.csv': good, '乡/镇.csv': blank })
  const said = async (folder: string, ...args: readonly string[]) => {
    const { status, stderr } = await run(['baseline', '--lang', 'en', ...args], { cwd: join(cwd, folder) })
    return `${status} ${stderr.split('\n')[0]}`
  }
  mkdirSync(join(cwd, '空'))
  expect(await said('县', '--prune')).toBe('2 error: There is no “gouji.baseline.json” to prune.')
  expect(await said('县', '--prune', '--update')).toBe(
    '2 error: --update and --prune cannot be used together.',
  )
  expect(await said('县', '../乡')).toMatch(/^2 error: “\.\.\/乡\/镇\.csv” is not in the folder/)
  expect(await said('县', '没有.csv')).toBe('2 error: No such path: 没有.csv')
  expect(await said('空')).toBe('2 error: No table of an annual report was found to check.')
  const { status, stdout } = await run(['baseline'], { cwd: join(cwd, '县') })
  expect([status, stdout]).toEqual([0, '没有发现可以记入基线的问题，没有写基线。\n'])
  expect(existsSync(join(cwd, '县', name))).toBe(false)
})

test('a file named like a property of objects is kept like any other', async () => {
  const names = ['__proto__', 'constructor', '2024']
  const cwd = folderWith(Object.fromEntries(names.map(each => [each, blank])))
  await run(['baseline', ...names], { cwd })
  expect(readBaseline(kept(cwd))!.size).toBe(3)
  expect((await run(['check', '-f', 'unix', ...names], { cwd })).stdout).toBe('')
})
