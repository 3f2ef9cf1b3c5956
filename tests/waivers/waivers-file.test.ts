import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { baselineText, type Occurrence, readBaseline } from '../../src/core/index.ts'
import { jsonSchemas } from '../../src/core/schemas/outputs.ts'
import { parseJsonc } from '../../src/node/jsonc.ts'
import { readWaivers, withWaivers } from '../../src/node/waivers-file.ts'
import { encode } from '../../src/testing/index.ts'
import { folderWith, good, run } from '../cli/run.ts'

const entry = `"file": "县/镇.csv", "code": "GJ301", "ref": "requests.newRequests.total", "value": "1 ≠ 2"`
const whole = `${entry}, "reason": "来函", "who": "张三"`
const file = (...entries: readonly string[]) =>
  `{\n  "version": 1,\n  "waivers": [\n${entries.map(each => `    { ${each} }`).join(',\n')}\n  ]\n}\n`

const ajv = new Ajv2020()
formats.default(ajv)
const schemas = jsonSchemas()
const isWaivers = ajv.compile(schemas['waivers.schema.json'] as object)
const isBaseline = ajv.compile(schemas['baseline.schema.json'] as object)

const wrong: Readonly<Record<string, string>> = {
  'a comma is missing': file(whole).replace('1,', '1'),
  'a quotation mark is missing': file(whole.replace('"来函"', '来函')),
  'a merge was not finished': `<<<<<<< ours\n${file(whole)}`,
  'nothing in it': '',
  'no object': '[]',
  'no waivers': '{ "version": 1 }',
  'waivers by name': '{ "version": 1, "waivers": {} }',
  'another version': file(whole).replace('1', '2'),
  'no version': '{ "waivers": [] }',
  'no reason': file(whole, `${entry}, "who": "张三"`),
  'a blank reason': file(`${entry}, "reason": " ", "who": "张三"`),
  'nobody answers': file(`${entry}, "reason": "来函"`),
  'no file': file(whole.replace('"file": "县/镇.csv", ', '')),
  'a path from the root': file(whole.replace('县', '/县')),
  'a path upwards': file(whole.replace('县', '..')),
  'a drive': file(whole.replace('县', 'C:')),
  'a ref that is a place': file(whole.replace('requests.newRequests.total', '表三!C12')),
  'a value that is a number': file(whole.replace('"1 ≠ 2"', '12')),
  'an unknown key': file(`${whole}, "untill": "2026-12-31"`),
  'an unknown key on top': file(whole).replace('"version"', '"waiver": [],\n  "version"'),
  'a day that is none': file(`${whole}, "until": "2026-02-30"`),
  'a day of another kind': file(`${whole}, "until": "2026年12月31日"`),
}

describe.each(Object.keys(wrong))('%s', name => {
  const text = wrong[name]!

  test.each(['zh-CN', 'en'])('is said with its place, and nothing is checked: %s', async lang => {
    const cwd = folderWith({ '镇.csv': good, 'gouji.waivers.json': text })
    const { status, stdout, stderr } = await run(['check', '--lang', lang], { cwd })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/gouji\.waivers\.json:\d+:\d+/)
    await expect(stderr).toMatchFileSnapshot(`../../fixtures/waivers/${name}.${lang}.txt`)
  })

  test('is refused by the schema as well', () => {
    const { value, fault } = parseJsonc(text)
    expect(fault !== null || !isWaivers(value)).toBe(true)
  })
})

test('a rule that does not exist is refused', async () => {
  const cwd = folderWith({ '镇.csv': good, 'gouji.waivers.json': file(whole.replace('GJ301', 'GJ999')) })
  const { status, stderr } = await run(['check'], { cwd })
  expect(status).toBe(2)
  expect(stderr).toBe(
    '错误：gouji.waivers.json:4:5 的“code”不对：没有“GJ999”这条规则。\n建议：全部规则见 gouji rules\n',
  )
})

test('a file that is no text is refused', async () => {
  const cwd = folderWith({ '镇.csv': good, 'gouji.waivers.json': Uint8Array.of(0xff, 0xff, 0xff) })
  expect((await run(['check'], { cwd })).status).toBe(2)
})

const commented = `// 豁免清单\n{\n  "$schema": "./x.json", "version": 1,\n  "waivers": [\n    { ${whole} }, // 已核\n  ],\n}\n`

test('comments, trailing commas, byte order marks and GB18030 are taken', async () => {
  for (const text of [commented, `\ufeff${commented}`, encode(commented, 'gb18030')]) {
    const cwd = folderWith({ '县/镇.csv': good, 'gouji.waivers.json': text })
    const { status, stdout } = await run(['check', '-f', 'unix'], { cwd })
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^gouji\.waivers\.json:5:5: warning GJ901/)])
  }
  const read = readWaivers(commented)
  expect(read).toMatchObject({ kind: 'read', waivers: [{ reason: '来函', place: { line: 5, column: 5 } }] })
})

test('entries are added and all else stays', () => {
  const added = { file: 'a.csv', code: 'GJ204', ref: '', value: '', reason: 'r', who: 'w' }
  for (const text of [commented, commented.replaceAll('\n', '\r\n')]) {
    const longer = withWaivers(text, [added, { ...added, until: '2026-12-31' }])
    expect(longer).toContain('// 豁免清单')
    expect(longer).toContain('// 已核')
    expect(longer.includes('\r\n')).toBe(text.includes('\r\n'))
    const read = readWaivers(longer)
    expect(read.kind === 'read' && read.waivers.map(({ file }) => file)).toEqual([
      '县/镇.csv',
      'a.csv',
      'a.csv',
    ])
  }
  const fresh = withWaivers(null, [added])
  expect(isWaivers(JSON.parse(fresh))).toBe(true)
})

describe('a baseline', () => {
  const occurrences: readonly Occurrence[] = [
    ...['a', 'b.c', 'b.d'].map(end => ({ code: 'GJ204', ref: `requests.row.${end}`, value: '' })),
    { code: 'GJ205', ref: 'requests.row.a', value: '/' },
    { code: 'GJ205', ref: 'requests.row.b.c', value: '无' },
    ...['x', 'x', 'y'].map(value => ({ code: 'GJ101', ref: '', value })),
    ...['1', '1'].map(value => ({ code: 'GJ301', ref: 'requests.row.a', value })),
  ]

  test('is read as it was written, and the same whatever the order', () => {
    const text = baselineText(
      new Map([
        ['b.csv', occurrences],
        ['a.csv', occurrences.slice(0, 1)],
      ]),
    )
    const read = readBaseline(text)!
    expect(baselineText(new Map([...read].reverse().map(([name, own]) => [name, [...own].reverse()])))).toBe(
      text,
    )
    const inOrder = (own: readonly Occurrence[]) => own.map(each => JSON.stringify(each)).sort()
    expect(inOrder(read.get('b.csv')!)).toEqual(
      inOrder(occurrences.map(({ code, ref, value }) => ({ code, ref, value }))),
    )
    expect(isBaseline(JSON.parse(text))).toBe(true)
    expect(text).toMatchSnapshot()
  })

  test.each([
    '',
    '[]',
    '{"version":2,"files":{}}',
    '{"version":1}',
    '{"version":1,"files":[]}',
    '{"version":1,"files":{"a":[]}}',
    '{"version":1,"files":{"a":{"GJ204":[]}}}',
    '{"version":1,"files":{"a":{"GJ204":{"r":1}}}}',
    '<<<<<<< ours\n{"version":1,"files":{}}',
  ])('that gouji did not write is refused: %s', async text => {
    expect(readBaseline(text)).toBeNull()
    const cwd = folderWith({ '镇.csv': good, 'gouji.baseline.json': text })
    const { status, stdout, stderr } = await run(['check', '--lang', 'en'], { cwd })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('“gouji.baseline.json” is no baseline that gouji wrote')
  })
})
