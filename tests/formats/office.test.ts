import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'
import { keptReports } from './kept-reports.ts'
import { saidOf } from './said-of.ts'

/**
 * Kept reports that LibreOffice saved (scripts/office.mjs) say the same as their figures written as CSV, without any
 * exception: what it adds (fonts, blank paragraphs, a heading for each sheet of a page) is no part of the tables.
 */
const reports = ['city-2024', 'office-2019', 'district-mixed-2024', 'township-2020', 'office-2025']
const extensions = ['xlsx', 'xls', 'et', 'ods', 'html', 'docx']
const files = reports.flatMap(name => extensions.map(extension => [`${name}.${extension}`, name] as const))
const [plain] = reportWriters

test.each(files)('%s', async (file, name) => {
  const report = keptReports.find(([kept]) => kept === `${name}.json`)![1]
  const expected = await saidOf('report.csv', plain!.write(layOut(report)))
  const said = await saidOf(file, readFileSync(`fixtures/office/${file}`))
  expect(said).toEqual(expected)
  expect(Object.fromEntries(said.facts.map(({ ref, value }) => [ref, value]))).toEqual(report.facts)
})
