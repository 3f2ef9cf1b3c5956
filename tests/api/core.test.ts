import { expect, test } from 'vitest'
import * as core from '../../src/core/api/index.ts'
import { editions as compiled, tableIds } from '../../src/core/editions/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  encode,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
} from '../../src/testing/index.ts'

const host = nodeHost
const english = { host, language: 'en' } as const
const total = 'requests.carriedForward.total'

function reportWith(changes: Readonly<Record<string, string>> = {}): Uint8Array {
  const figures = balancedFigures('2021', 1)
  for (const [ref, text] of Object.entries(changes)) figures.set(ref, text)
  return writeText(reportSheet(keptReport('2021', figures)).rows, plainStyle)
}

const good = { path: '乙.csv', bytes: reportWith() }
const bad = { path: '甲.csv', bytes: reportWith({ [total]: '99999' }) }

test('sources are checked in the order of their paths', async () => {
  const result = await core.check([bad, good], english)
  expect(result.files.map(file => file.path)).toEqual(['乙.csv', '甲.csv'])
  expect(result.summary).toMatchObject({ files: 2, skipped: 0 })
  expect(result.files[1]!.causes).toMatchObject([{ ref: total }])
  expect(await core.check([good, bad], english)).toEqual(result)
  const { causes } = result.files[1]!
  expect(await core.check(bad, english)).toMatchObject({ files: [{ causes, body: '示例镇' }], bodies: [] })
})

test('a source is taken for one that was named, unless it says otherwise', async () => {
  const bytes = encode('%PDF-1.7', 'utf-8')
  const named = await core.check({ path: 'a.pdf', bytes }, english)
  expect(named.files[0]!.diagnostics).toMatchObject([{ code: 'GJ003' }])
  const met = await core.check({ path: 'a.pdf', bytes, isNamed: false }, english)
  expect(met).toMatchObject({
    files: [],
    skipped: [{ path: 'a.pdf', reason: 'other-format', isNamed: false }],
  })
})

test('without a word on it, texts are Chinese and blanks are warnings', async () => {
  const blank = { path: '甲.csv', bytes: reportWith({ 'activeDisclosure.fees.amount': '' }) }
  const usual = await core.check(blank, { host })
  expect(usual).toEqual(await core.check(blank, { host, language: 'zh-CN', profile: 'standard' }))
  const strict = await core.check(blank, { host, profile: 'strict' })
  expect(strict.summary.errors).toBeGreaterThan(usual.summary.errors)
})

test('reports come in the order given, and without tables where none could be read', async () => {
  const reports = await core.parse([bad, { path: 'a.csv', bytes: new Uint8Array() }, good], { host })
  expect(reports.map(({ path, tables, facts }) => [path, tables.length, facts.length])).toEqual([
    ['甲.csv', 3, 200],
    ['a.csv', 0, 0],
    ['乙.csv', 3, 200],
  ])
  expect(reports[0]!.facts.find(({ ref }) => ref === total)).toMatchObject({ value: '99999', raw: '99999' })
})

test('figures are written plainly, and the same bytes come back where they are', async () => {
  const source = { path: '甲.csv', bytes: reportWith({ [total]: '１２' }) }
  const { bytes, edits, diff } = await core.fix(source, english)
  expect(bytes).toEqual(reportWith({ [total]: '12' }))
  expect(edits).toMatchObject([{ text: '12' }])
  expect(diff).toMatch(/^--- a\/甲.csv\n\+\+\+ b\/甲.csv\n@@ /)
  expect(await core.fix(good, english)).toEqual({ bytes: good.bytes, edits: [], diff: '' })
})

test('a copy with the findings is a workbook, of a file with tables only', async () => {
  const copy = await core.annotate(bad, english)
  expect(copy).toMatchObject({ extension: 'xlsx' })
  const sheets = await core.parse({ path: 'copy.xlsx', bytes: copy!.bytes }, { host })
  expect(sheets[0]!.facts.find(({ ref }) => ref === total)).toMatchObject({ value: '99999' })
  expect(await core.annotate({ path: 'a.csv', bytes: encode('no report', 'utf-8') }, english)).toBeNull()
})

test('results are printed in every format', async () => {
  const result = await core.check(bad, english)
  for (const format of core.reporterNames) expect(await core.render(result, format)).not.toBe('')
})

test('forms are plain data with every cell and relation', () => {
  const forms = core.editions()
  expect(JSON.parse(JSON.stringify(forms))).toEqual(forms)
  for (const [index, { id, tables }] of forms.entries()) {
    const known = compiled[index]!
    expect(id).toBe(known.id)
    expect(tables.map(({ table }) => table)).toEqual(tableIds)
    for (const { table, cells, relations } of tables) {
      const form = known.tables[table as (typeof tableIds)[number]]
      expect(cells.length).toBe(form.size)
      const refs = new Set(cells.map(({ ref }) => ref))
      expect(refs.size).toBe(form.size)
      expect(relations.length).toBe(form.constraints.length)
      expect(relations.flatMap(({ terms }) => terms).filter(({ ref }) => !refs.has(ref))).toEqual([])
    }
  }
})

test('rules have the words of the language and the severities of the profile', async () => {
  const strict = core.rules({ language: 'en', profile: 'strict' })
  const result = await core.check(good, { ...english, profile: 'strict' })
  expect(strict).toEqual(result.rules)
  expect(core.rules().map(({ code }) => code)).toEqual(strict.map(({ code }) => code))
  expect(core.rules()).not.toEqual(strict)
})

type Unchecked = (...args: unknown[]) => Promise<unknown>

test.each<[string, unknown[], string]>([
  ['an option', [good, { ...english, lang: 'en' }], 'option lang does not exist'],
  ['a language', [good, { host, language: 'zh' }], 'language zh does not exist; there are zh-CN, en'],
  ['a profile', [good, { host, profile: 'Strict' }], 'profile Strict does not exist'],
  ['a limit', [good, { host, limits: { cell: 5 } }], 'limit cell does not exist'],
  ['a bound', [good, { host, limits: { cells: '5' } }], 'limit cells: 5 is no number above 0'],
  ['no number', [good, { host, limits: { cells: Number.NaN } }], 'limit cells: NaN'],
  ['an extra', [good, { host, extras: ['line'] }], 'extra line does not exist'],
  ['no host', [good, {}], 'the host has no inflateRaw'],
  ['half a host', [good, { host: { ...nodeHost, parseApart: undefined } }], 'the host has no parseApart'],
  ['text for bytes', [{ path: '甲.csv', bytes: 'a,b' }, { host }], 'the bytes of 甲.csv are no Uint8Array'],
  ['a buffer', [[{ path: '甲.csv', bytes: new ArrayBuffer(8) }], { host }], 'are no Uint8Array'],
  ['nothing', [[undefined], { host }], 'a source has a path and bytes'],
  ['no path', [[{ bytes: good.bytes }], { host }], 'a source has a path and bytes'],
])('%s that does not exist is refused', async (_, args, message) => {
  const calls = { ...core } as unknown as Record<string, Unchecked>
  for (const name of ['check', 'parse', 'fix', 'annotate']) {
    const call = calls[name]!(...args)
    await expect(call, name).rejects.toThrow(TypeError)
    await expect(call, name).rejects.toThrow(message)
  }
})

test('a format that does not exist is refused', async () => {
  const result = await core.check(good, english)
  await expect(core.render(result, 'toString' as 'json')).rejects.toThrow('format toString does not exist')
})

test('bytes of another realm are bytes', async () => {
  const { runInNewContext } = await import('node:vm')
  const bytes = runInNewContext('Uint8Array.from(list)', { list: good.bytes }) as Uint8Array
  expect(bytes).not.toBeInstanceOf(Uint8Array)
  expect(await core.check({ path: '乙.csv', bytes }, english)).toEqual(await core.check(good, english))
})
