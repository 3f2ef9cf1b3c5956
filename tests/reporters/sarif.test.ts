import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CheckOptions, checkSource, type Language, resultOf } from '../../src/core/index.ts'
import { render } from '../../src/core/reporters/index.ts'
import { check } from '../../src/node/api.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  keptReport,
  numbered,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../../src/testing/index.ts'
import { fixtureFiles } from '../fixture-files.ts'
import { textIn } from '../formats/text-at.ts'
import { results } from './results.ts'
import { sarifErrors } from './schema.ts'

interface Log {
  readonly runs: readonly [Run]
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
  readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly encoding?: string }[]
  readonly results: readonly SarifResult[]
  readonly properties: { readonly waived: number; readonly notChecked: readonly unknown[] }
}
interface Rule {
  readonly id: string
  readonly name: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
}
interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex?: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly SarifLocation[]
  readonly relatedLocations?: readonly SarifLocation[]
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
}
interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number }
    readonly region?: {
      readonly startLine: number
      readonly startColumn: number
      readonly endLine: number
      readonly endColumn: number
      readonly snippet?: { readonly text: string }
    }
  }
  readonly logicalLocations?: readonly { readonly name: string; readonly fullyQualifiedName: string }[]
}

const options: CheckOptions = { language: 'zh-CN', profile: 'standard', extras: ['lines'] }
const rulesIn = (language: Language) => resultOf([], [], { language, profile: 'standard' }).rules

async function logOf(result: Parameters<typeof render>[0]): Promise<Log> {
  const text = await render(result, 'sarif')
  expect(text).not.toMatch(/^\ufeff/)
  return JSON.parse(text)
}

/** What can be said of any log, whatever is in it. */
function expectSound({ runs: [run] }: Log): void {
  for (const { locations, message, partialFingerprints } of run.results) {
    expect(locations).toHaveLength(1)
    expect(message.text).not.toBe('')
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:\d+$/)
  }
  for (const { uri } of run.artifacts.map(artifact => artifact.location)) {
    expect(uri).toMatch(/^[\w!'()*.~%/:-]+$/)
    expect(uri).not.toMatch(/^\.\//)
  }
  const fingerprints = run.results.map(
    ({ locations, ruleId, partialFingerprints }) =>
      `${locations[0]!.physicalLocation.artifactLocation.uri} ${ruleId} ${partialFingerprints.primaryLocationLineHash}`,
  )
  expect(new Set(fingerprints).size).toBe(fingerprints.length)
}

describe.each(Object.keys(results))('%s', name => {
  test('is what the official schema asks for, with all rules', async () => {
    const result = results[name]!
    const log = await logOf({ ...result, rules: rulesIn(result.language) })
    expect(sarifErrors(log)).toEqual([])
    expectSound(log)
    for (const { ruleId, ruleIndex } of log.runs[0].results)
      expect(log.runs[0].tool.driver.rules[ruleIndex!]?.id).toBe(ruleId)
  })
})

test('the schema finds what is wrong', async () => {
  const log = await logOf(results.ordinary!)
  expect(sarifErrors({ ...log, version: '2.0.0' })).not.toEqual([])
  const [run] = log.runs
  const unencoded = { location: { uri: '黄庄镇/2020 表.xlsx' } }
  expect(sarifErrors({ ...log, runs: [{ ...run, artifacts: [unencoded] }] })).not.toEqual([])
})

test.each(['zh-CN', 'en'] as const)(
  '%s: rules have all that GitHub shows, within its limits',
  async language => {
    const log = await logOf(resultOf([], [], { language, profile: 'standard' }))
    const { rules } = log.runs[0].tool.driver
    expect(rules.length).toBeGreaterThan(70)
    for (const { id, name, shortDescription, fullDescription, help } of rules) {
      expect(id).toMatch(/^GJ\d{3}$/)
      expect(name).toMatch(/^(?:[A-Z][a-z]*)+$/)
      for (const { text } of [shortDescription, fullDescription]) {
        expect(text).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(1024)
      }
      expect(help.text).not.toBe('')
      // Nothing of a rule's text is taken for markup.
      expect(help.markdown.replace(/\\(?=[\\`*_<>[\]#|~])/g, '').replaceAll('\n\n', '\n')).toBe(help.text)
    }
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  },
)

const names = [
  '黄庄镇/2020 表.xlsx',
  'a%20b#c?d.csv',
  "O'Brien (1)!*.csv",
  'NFD é.csv'.normalize('NFD'),
  'half \ud842 pair.csv',
  '::error::x.csv',
  '../旁边/甲.csv',
  '/绝对/甲.csv',
  'D:/别处/甲 乙.csv',
  'back\\slash.csv',
  'new\nline\u202e.csv',
  'http://example.org/a.csv',
]

test.each(names)('the name %j makes a sound URI', async path => {
  const [file] = results.ordinary!.files
  const log = await logOf({ ...results.ordinary!, files: [{ ...file!, path }] })
  expect(sarifErrors(log)).toEqual([])
  expectSound(log)
  const { uri } = log.runs[0].artifacts[0]!.location
  const plain = decodeURIComponent(uri).replace(/^file:\/\/\/?(?=[/A-Z])/, '')
  expect(plain).toBe(path.normalize('NFC').replace('\ud842', '\\ud842'))
  expect(uri.startsWith('file:///')).toBe(path.startsWith('/') || path.startsWith('D:'))
})

test('names that differ in their writing alone have artifacts of their own', async () => {
  const [file] = results.ordinary!.files
  const files = ['é.csv', 'e\u0301.csv'].map(path => ({ ...file!, path }))
  const log = await logOf({ ...results.ordinary!, files })
  expect(sarifErrors(log)).toEqual([])
  expect(log.runs[0].artifacts.map(({ location }) => location.uri)).toEqual(['%C3%A9.csv', 'e%CC%81.csv'])
})

test('a cell cannot make a link or an argument', async () => {
  const file = results.ordinary!.files[1]!
  const message = '[点这里](http://example.org) {0}'
  const diagnostics = file.diagnostics.map(each => ({ ...each, message }))
  const { runs } = await logOf({ ...results.ordinary!, files: [{ ...file, diagnostics }] })
  expect(runs[0].results[0]!.message.text).toMatch(/^\[点这里\] \(http:\/\/example\.org\) \{\{0\}\}\n/)
})

test('a workbook has addresses and no region', async () => {
  const { runs } = await logOf(results.workbook!)
  const [file, cell] = runs[0].results
  expect(cell!.message.text).toMatch(/^'附表\(1\)'!J48: 表三/)
  expect(cell!.locations[0]!.logicalLocations).toEqual([
    { name: 'J48', fullyQualifiedName: "'附表(1)'!J48", kind: 'member' },
  ])
  for (const { locations, relatedLocations = [] } of [file!, cell!])
    for (const { physicalLocation } of [...locations, ...relatedLocations])
      expect(physicalLocation).not.toHaveProperty('region')
})

test('what is waived is counted and no result', async () => {
  const { runs } = await logOf(results.extras!)
  expect(runs[0].properties.waived).toBe(2)
  expect(runs[0].results.map(({ locations }) => locations[0]!.physicalLocation.region!.startLine)).toEqual([
    3, 5, 13, 31,
  ])
})

test('files that were left alone are named', async () => {
  const { runs } = await logOf(results.empty!)
  expect(runs[0].properties.notChecked).toEqual([{ path: '封面.png', reason: 'other-format' }])
})

const real = await check(fixtureFiles, options)

test('all that is said of real files is what the schema asks for', async () => {
  const log = await logOf(real)
  expect(sarifErrors(log)).toEqual([])
  expectSound(log)
  expect(log.runs[0].results.length).toBeGreaterThan(200)
})

test('snippets are what stands in the files', async () => {
  const { runs } = await logOf(real)
  let compared = 0
  for (const [index, file] of real.files.entries()) {
    const own = runs[0].results.filter(
      ({ locations }) => locations[0]!.physicalLocation.artifactLocation.index === index,
    )
    const regions = own
      .flatMap(({ locations, relatedLocations = [] }) => [...locations, ...relatedLocations])
      .flatMap(({ physicalLocation }) => physicalLocation.region ?? [])
    if (file.encoding === null) {
      expect(regions).toEqual([])
      continue
    }
    const textAt = await textIn(readFileSync(file.path), 'csv', file.encoding)
    for (const { startLine: line, startColumn: column, endLine, endColumn, snippet } of regions) {
      const written = textAt({ line, column, endLine, endColumn, address: null }, '')
      expect(snippet!.text).toBe(written)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(300)
})

const flawed = reportSheet(
  keptReport(
    '2021',
    new Map([
      ...balancedFigures('2021', 5),
      ['requests.outcomes.total.naturalPerson', '9999'],
      ['requests.newRequests.legalEntity.business', '１,２３４件'],
      ['activeDisclosure.rules.issued', ''],
      ['activeDisclosure.licensing.decisions', '22（其中修订 16 件）'],
    ]),
  ),
)
/** The same with a title above it. */
const moved = {
  ...flawed,
  rows: [flawed.rows[0]!.map((_, index) => (index === 0 ? '附件1' : '')), ...flawed.rows],
  merges: flawed.merges.map(merge => ({ ...merge, row: merge.row + 1 })),
}
const writers = {
  'a.csv': (sheet: typeof flawed) => writeText(sheet.rows, plainStyle),
  'a.xlsx': (sheet: typeof flawed) => writeWorkbook([numbered(sheet)]),
}

async function resultsOf(path: keyof typeof writers, sheet: typeof flawed, language: Language = 'zh-CN') {
  const source = { path, bytes: writers[path](sheet), isNamed: true }
  const checked = await checkSource(source, { ...options, language }, nodeHost)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  const { runs } = await logOf(resultOf([checked.file], [], { language, profile: 'standard' }))
  return runs[0].results
}

const fingerprintsOf = (results: readonly SarifResult[]) =>
  results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)

describe.each(Object.keys(writers) as (keyof typeof writers)[])('%s', path => {
  test('fingerprints stay when a title is put above and when the language is another', async () => {
    const before = fingerprintsOf(await resultsOf(path, flawed))
    expect(before.length).toBeGreaterThan(4)
    expect(fingerprintsOf(await resultsOf(path, moved))).toEqual(before)
    expect(fingerprintsOf(await resultsOf(path, flawed, 'en'))).toEqual(before)
  })

  test('two findings in one cell have different fingerprints', async () => {
    const found = await resultsOf(path, flawed)
    const places = found.map(({ locations }) => JSON.stringify(locations))
    const shared = found.filter((_, index) => places.filter(place => place === places[index]).length > 1)
    expect(shared.length).toBeGreaterThan(1)
    expect(new Set(fingerprintsOf(found)).size).toBe(found.length)
  })
})
