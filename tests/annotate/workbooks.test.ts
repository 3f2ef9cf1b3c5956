import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editions } from '../../src/core/editions/index.ts'
import { templateWorkbook } from '../../src/core/index.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'
import { fixtureFiles } from '../fixture-files.ts'
import { defects } from '../formats/defects.ts'
import { keptReports } from '../formats/kept-reports.ts'
import { saidOf } from '../formats/said-of.ts'
import {
  annotated,
  expectPatched,
  expectSameSheets,
  first,
  keyOf,
  linksOf,
  placesOf,
  sheetsOf,
} from './compare.ts'

/** Workbooks that LibreOffice, SheetJS and our own writers made, sound and flawed. */
const files: [name: string, bytes: () => Promise<Uint8Array> | Uint8Array][] = [
  ...fixtureFiles
    .filter(path => path.endsWith('.xlsx') && !/not-a-workbook|cut-off/.test(path))
    .map((path): [string, () => Uint8Array] => [path, () => readFileSync(path)]),
  ...editions.map((edition): [string, () => Promise<Uint8Array>] => [
    `template ${edition.id}.xlsx`,
    () => templateWorkbook(edition),
  ]),
  ...reportWriters
    .filter(({ extension }) => extension === 'xlsx')
    .flatMap(({ name, write }) =>
      Object.entries(defects).map(([defect, spoil], at): [string, () => Uint8Array] => [
        `${name}, ${defect}.xlsx`,
        () => write(spoil(layOut(keptReports[at % keptReports.length]![1]))),
      ]),
    ),
]

const mayChange =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/

test.each(files)('%s', async (name, bytes) => {
  const original = await bytes()
  const { file, bytes: copy, extension, remarks } = await annotated(name, original, 'strict')
  expect({ extension, remarks }).toEqual({ extension: 'xlsx', remarks: [] })
  expectPatched(original, copy, mayChange)
  await expectSameSheets(original, copy)
  expect(await saidOf(name, copy)).toEqual(await saidOf(name, original))
  const again = await annotated(name, copy, 'strict')
  expect(placesOf(again.file)).toEqual(placesOf(file))
  expect(await linksOf(copy)).toEqual(placesOf(file))
  const sheets = await sheetsOf(copy)
  expect(sheets[0]!.name).toBe(first)
  const named = new Set(file.causes.flatMap(cause => (cause.ref ? cause.diagnostics : [])))
  const marked = [
    ...file.diagnostics.filter((_, index) => !named.has(index)),
    ...file.causes.filter(({ ref }) => ref !== null),
  ]
  for (const { location, message } of marked) {
    if (location.address === null) continue
    const sheet = sheets.find(each =>
      location.address!.replace(/^'(.*)'!/, '$1!').startsWith(`${each.name}!`),
    )!
    const cell = sheet.cells!.get(keyOf(location.address))!
    expect(cell.comment!.text).toContain(message)
    expect(cell.style?.fill).toMatchObject({
      pattern: 'solid',
      fgColor: { rgb: expect.stringMatching(/^(?:FF)?(?:FFC7CE|FFEB9C|DDEBF7)$/) },
    })
  }
  expect((await annotated(name, original, 'strict')).bytes).toEqual(copy)
})

test('the copy of a copy keeps the first list and adds to the notes', async () => {
  const path = fixtureFiles.find(each => each.includes('民政局') && each.endsWith('.xlsx'))!
  const once = await annotated(path, readFileSync(path))
  const twice = await annotated(path, once.bytes)
  const sheets = await sheetsOf(twice.bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['核对结果2', '核对结果', '年度报告'])
  const note = sheets[2]!.cells!.get(keyOf('B17'))!.comment!
  expect(note.text.match(/GJ215/g)).toHaveLength(2)
})
