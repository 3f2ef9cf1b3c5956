import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/index.ts'
import { checkInputs } from '../../src/node/check-files.ts'
import { parseApart } from '../../src/node/parser-thread.ts'
import { balancedFigures, keptReport, reportSheet } from '../../src/testing/index.ts'
import { writeZip } from '../../src/testing/write-zip.ts'
import * as biff from '../readers/biff-writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'gouji-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { name, rows, merges } = reportSheet(keptReport('2021', balancedFigures('2021', 1)))
const good = biff.writeBiff({
  version: 8,
  sheets: [
    {
      name,
      records: [
        ...rows.flatMap((cells, row) =>
          cells.flatMap((text, column) => {
            if (text === '') return []
            return [
              /^\d+(?:\.\d+)?$/.test(text)
                ? biff.number(row, column, Number(text))
                : biff.label(8, row, column, text),
            ]
          }),
        ),
        ...merges.map(({ row, column, rows, columns }) =>
          biff.merge(row, row + rows - 1, column, column + columns - 1),
        ),
      ],
    },
  ],
})

/** Each of these records makes the parser write 65,536 objects. */
const hanging = biff.writeBiff({
  version: 8,
  sheets: [{ name: '表三', records: Array.from({ length: 3000 }, () => biff.hiddenColumns(0, 65_535)) }],
})

/** Some megabytes of XML that take a hundred times as much when they are parsed. */
const swelling = writeZip([
  {
    name: '[Content_Types].xml',
    content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${['workbook', 'worksheets/sheet1'].map(part => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${part === 'workbook' ? 'sheet.main' : 'worksheet'}+xml"/>`).join('')}</Types>`,
  },
  {
    name: 'xl/workbook.xml',
    content:
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表三" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(450_000)}</sheetData></worksheet>`,
  },
])

const options = { language: 'en', profile: 'standard' } as const

test('what takes too long or too much memory is said, and the next file is read', async () => {
  const sources = [
    { path: '1.xls', bytes: hanging, isNamed: true },
    { path: '2.xlsx', bytes: swelling, isNamed: true },
    { path: '3.xls', bytes: good, isNamed: true },
  ]
  const limits = { seconds: 1.5, memory: 64, inflatedRatio: 10_000 }
  const { files } = await checkInputs(sources, { ...options, limits })
  expect(
    files.map(({ path, diagnostics }) => [path, diagnostics.map(({ name, data }) => [name, data.limit])]),
  ).toEqual([
    ['1.xls', [['limit-exceeded', expect.stringMatching(/^(?:seconds|memory)$/)]]],
    ['2.xlsx', [['limit-exceeded', expect.stringMatching(/^(?:seconds|memory)$/)]]],
    ['3.xls', []],
  ])
  expect(files[2]?.relations).toMatchObject({ failed: 0, unknown: 0 })
})

test('a fault of ours in the thread is thrown, and the next file is read', async () => {
  await expect(parseApart('no such parser', {}, defaultLimits)).rejects.toThrow('is not a function')
  const parsed = await parseApart('workbook', { bytes: good, mostCells: 1e6 }, defaultLimits)
  expect(parsed.kind).toBe('parsed')
})

test('several at once are all answered', async () => {
  const input = { bytes: good, mostCells: 1e6 }
  const all = await Promise.all(Array.from({ length: 5 }, () => parseApart('workbook', input, defaultLimits)))
  expect(all.map(({ kind }) => kind)).toEqual(Array(5).fill('parsed'))
})

test('a thousand files leave one thread behind, and the process ends', () => {
  for (let index = 0; index < 1000; index++)
    writeFileSync(join(folder, `示例镇${String(index).padStart(4, '0')}.xls`), good)
  const script = `
    import { check } from '${join(process.cwd(), 'dist/index.js')}'
    import { readdirSync } from 'node:fs'
    const { summary } = await check(['.'], ${JSON.stringify(options)})
    const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0
    console.log(JSON.stringify({ ...summary, threads }))`
  writeFileSync(join(folder, 'check.mjs'), script)
  const run = spawnSync(process.execPath, ['check.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
  const { threads, ...summary } = JSON.parse(run.stdout)
  expect(summary).toMatchObject({ files: 1000, errors: 0, relations: { failed: 0, unknown: 0 } })
  expect(threads).toBeLessThan(30)
})

test('the command says the same', () => {
  writeFileSync(join(folder, 'hanging.xls'), hanging)
  const run = spawnSync(
    process.execPath,
    [
      'bin/gouji.js',
      'check',
      '-f',
      'unix',
      '--limit',
      'seconds=1',
      join(folder, 'hanging.xls'),
      join(folder, '示例镇0000.xls'),
    ],
    { encoding: 'utf8', timeout: 30_000 },
  )
  expect(run).toMatchObject({ status: 1, stderr: '' })
  expect(run.stdout).toMatch(/hanging\.xls:1:1: error GJ008 .*\n$/)
})
