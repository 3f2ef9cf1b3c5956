import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annotateSource, parseSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { encode, reportWriters } from '../../src/testing/index.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { fixtureFiles } from '../fixture-files.ts'
import { all, defects } from '../formats/defects.ts'
import { keptReports } from '../formats/kept-reports.ts'
import { saidOf } from '../formats/said-of.ts'
import { annotated, first, keyOf, linksOf, listedOf, sheetsOf } from './compare.ts'
import { diagnostic, result } from './results.ts'

const spoil = all(
  ...[
    'a wrong total',
    'a blank total',
    'placeholders',
    'an annotated number',
    'full-width digits',
    'a negative number',
    'no numbers',
    'a missing row',
  ].map(name => defects[name]!),
)
const [, report] = keptReports.find(([name]) => name === 'city-2024.json')!
const others = reportWriters.filter(({ extension }) => extension !== 'xlsx')

test.each(others.map(writer => [`${writer.extension}: ${writer.name}`, writer] as const))(
  '%s',
  async (_, writer) => {
    const path = `report.${writer.extension}`
    const original = writer.write(spoil(layOut(report)))
    const { bytes: copy, file, extension, remarks } = await annotated(path, original)
    expect(extension).toBe('xlsx')
    expect(remarks).toEqual([
      expect.stringMatching(/csv|tsv|txt|md/.test(file.format!) ? /新建的工作簿。$/ : /没有带过来。$/),
    ])

    const { diagnostics, ...before } = await saidOf(path, original)
    const { diagnostics: after, ...again } = await saidOf('copy.xlsx', copy)
    expect(again).toEqual(before)
    // What concerns the file itself is not true of the copy.
    expect(after).toEqual(diagnostics.filter(({ code }) => !writer.says.includes(code)))

    const links = await linksOf(copy)
    const linked = listedOf(file).filter(entry => !('code' in entry && writer.says.includes(entry.code)))
    expect(links).toHaveLength(linked.length)
    const sheets = await sheetsOf(copy)
    expect(sheets[0]!.name).toBe(first)
    const { facts } = await parseSource({ path, bytes: original }, nodeHost)
    for (const { code, message, ref, location } of file.diagnostics) {
      const fact = facts.find(each => each.ref === ref && each.location?.line === location.line)
      if (!fact) continue
      const linked = links.map(link => {
        const [, name, address] = /^'(.*)'!(\w+)$/.exec(link)!
        return [sheets.find(sheet => sheet.name === name)!, keyOf(address!)] as const
      })
      const at = linked.find(([sheet, key]) =>
        sheet.cells!.get(key)?.comment?.text.includes(`${code} ${message}`),
      )!
      const value = at[0].rows[Number(at[1].split(',')[0])]?.[Number(at[1].split(',')[1])]
      expect(String(value ?? '').trim()).toBe(fact.raw.trim())
    }
  },
)

/** What the copy of a file says otherwise, with the reason. */
const differences: Readonly<Record<string, string>> = {
  'fixtures/cases/narrow-rows.csv': 'rows of a sheet are never narrow',
  'fixtures/layouts/a-table-for-each-row.html': 'the texts between the tables stand on a sheet of their own',
  'fixtures/layouts/labels-detached-from-figures.csv': 'rows of a sheet are never narrow',
  'fixtures/office/hidden-row-and-date.et': 'dates become the texts that are shown',
  'fixtures/office/hidden-row-and-date.ods': 'dates become the texts that are shown',
  'fixtures/office/hidden-row-and-date.xls': 'dates become the texts that are shown',
  'fixtures/found/word-with-left-out-text.docx': 'hidden text is left out',
}

test('the copies of all fixtures hold the same figures', async () => {
  const different: string[] = []
  for (const path of fixtureFiles) {
    const source = { path, bytes: readFileSync(path), isNamed: true }
    const { facts } = await parseSource(source, nodeHost)
    if (facts.length === 0) continue
    const { bytes } = await annotated(path, source.bytes)
    expect(overlaps(await sheetsOf(bytes)), path).toEqual([])
    const again = await parseSource({ path: 'copy.xlsx', bytes }, nodeHost)
    const figures = (list: typeof facts) => list.map(({ ref, value, state }) => `${ref} ${state} ${value}`)
    if (JSON.stringify(figures(again.facts)) !== JSON.stringify(figures(facts))) different.push(path)
  }
  expect(different.sort()).toEqual(Object.keys(differences).sort())
})

test('texts are as they were read, numbers are numbers, nothing is a formula', async () => {
  const texts = [
    '=1+1',
    '+2',
    '@x',
    '_x0041_',
    'a\u0001b',
    '<&>',
    '033',
    '1.50',
    '-0',
    '-0.5',
    '0.0000',
    '12345678901234567',
    '1e3',
    '０',
    '',
  ]
  const bytes = encode(`${texts.join('\t')}\n${'长'.repeat(40_000)}\n`, 'utf-8')
  const file = {
    ...result([
      diagnostic('1:1', 'error', '第一格'),
      diagnostic('1:2', 'error', '格中'),
      diagnostic('2:9', 'info', '第二行'),
      diagnostic('1:1', 'error', '全部', {
        ref: null,
        location: { line: 1, column: 1, endLine: 1, endColumn: 1, address: null },
      }),
    ]),
    path: 'a.tsv',
    format: 'tsv' as const,
  }
  const { bytes: copy, remarks } = await annotateSource(
    { path: 'a.tsv', bytes },
    file,
    { language: 'en' },
    nodeHost,
  )
  expect(remarks[1]).toContain('1 place is beyond what a workbook can hold')
  const [list, sheet] = await sheetsOf(copy)
  expect(list!.name).toBe('Findings')
  expect(sheet!.rows[0]!.slice(0, 14)).toEqual([
    '=1+1',
    '+2',
    '@x',
    '_x0041_',
    'a\u0001b',
    '<&>',
    '033',
    1.5,
    '-0',
    -0.5,
    0,
    '12345678901234567',
    '1e3',
    '０',
  ])
  expect(String(sheet!.rows[1]![0])).toHaveLength(32_767)
  expect([...sheet!.cells!.values()].filter(({ formula }) => formula !== undefined)).toEqual([])
  expect(sheet!.cells!.get('0,7')!.style?.numFmt).toBe('0.00')
  expect(sheet!.cells!.get('0,10')!.style?.numFmt).toBe('0.0000')
  expect(await linksOf(copy)).toEqual(["'原文'!A1", "'原文'!A1", "'原文'!A2"])
})

/** Merges of a sheet that share a cell or are of one cell, which Excel takes for damage. */
function overlaps(sheets: Awaited<ReturnType<typeof sheetsOf>>): string[] {
  return sheets.flatMap(({ name, merges = [] }) => {
    const taken = new Set<string>()
    return merges.flatMap(({ startRow, startCol, endRow, endCol }) => {
      const keys: string[] = []
      for (let row = startRow; row <= endRow; row++)
        for (let column = startCol; column <= endCol; column++) keys.push(`${row},${column}`)
      const isWrong = keys.length < 2 || keys.some(key => taken.has(key))
      for (const key of keys) taken.add(key)
      return isWrong ? [`${name}!${startRow},${startCol}`] : []
    })
  })
}
