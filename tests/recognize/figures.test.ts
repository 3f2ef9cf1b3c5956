import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printedRows, printTable, tableIds } from '../../src/core/editions/index.ts'
import { parseSource } from '../../src/core/index.ts'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { nodeHost } from '../../src/node/host.ts'
import { figureOf, type KeptReport, reportSheet, tablesOf, titleOf } from '../../src/testing/figures.ts'
import { docxStyles, writeReport } from '../../src/testing/write-docx.ts'
import { type HtmlStyle, htmlStyles } from '../../src/testing/write-html.ts'
import { writeMarkdown } from '../../src/testing/write-markdown.ts'
import { writeMht } from '../../src/testing/write-mht.ts'
import { encode, plainStyle, type TextStyle, writeText } from '../../src/testing/write-text.ts'
import { writeAs } from '../readers/other-workbooks.ts'

/** Each kept report, written in every way, gives back its own facts. */
const folder = 'fixtures/figures'
const reports = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as KeptReport] as const)

const styles: Readonly<Record<string, Partial<TextStyle>>> = {
  comma: {},
  semicolon: { separator: ';' },
  tab: { separator: '\t' },
  'comma, GB18030': { encoding: 'gb18030' },
  'tab, UTF-16 with mark': { separator: '\t', encoding: 'utf-16le-bom' },
  'UTF-16 without mark': { encoding: 'utf-16le' },
  'big-endian UTF-16': { encoding: 'utf-16be-bom' },
  'UTF-8 with mark, CRLF': { encoding: 'utf-8-bom', lineEnd: '\r\n' },
  CR: { lineEnd: '\r' },
  'all quoted': { quotes: 'all' },
  'heads broken over lines': { quotes: 'broken' },
  'heads broken over lines, CRLF, GB18030': { quotes: 'broken', lineEnd: '\r\n', encoding: 'gb18030' },
}

for (const [name, report] of reports) {
  for (const [style, changes] of Object.entries(styles)) {
    const extension = changes.separator === '\t' ? 'txt' : 'csv'
    test(`${name} as text: ${style}`, async () => {
      const bytes = writeText(reportSheet(report).rows, { ...plainStyle, ...changes })
      await expectFacts(`report.${extension}`, bytes, report)
    })
  }

  for (const [style, write] of Object.entries(htmlStyles)) {
    test(`${name} as page: ${style}`, async () => {
      await expectFacts('report.html', encode(write(report), 'utf-8'), report)
    })
  }

  test(`${name} as page under the name of a workbook, GB18030`, async () => {
    await expectFacts('report.xls', encode(htmlStyles.excel(report), 'gb18030'), report)
  })

  test(`${name} as web archive`, async () => {
    const part = (style: HtmlStyle, encoding: 'utf-8' | 'gb18030') =>
      encode(htmlStyles[style](report), encoding)
    for (const archive of [
      writeMht([{ bytes: part('excel', 'gb18030'), charset: 'gb2312', encoding: 'quoted-printable' }]),
      // As browsers save it.
      writeMht([{ bytes: part('spans', 'gb18030'), encoding: 'quoted-printable' }]),
      writeMht([{ bytes: part('word', 'utf-8'), charset: 'utf-8', encoding: 'base64' }]),
    ])
      await expectFacts('report.mht', archive, report)
  })

  test(`${name} as Markdown`, async () => {
    await expectFacts('report.md', encode(writeMarkdown(report), 'utf-8'), report)
    await expectFacts(
      'report.md',
      encode(
        writeMarkdown(report, text => text && `**${text}**`),
        'utf-8',
      ),
      report,
    )
    // Pasted from a chat program.
    await expectFacts('report.txt', encode(writeMarkdown(report), 'utf-16le-bom'), report)
    const escaped = (text: string) => text.replace(/^(\d)\./, '$1\\.').replace(/^-/, '\\-')
    await expectFacts('report.md', encode(writeMarkdown(report, escaped), 'utf-8'), report)
  })

  test(`${name} as workbook: merged heads, all tables on one sheet`, async () => {
    await expectFacts('report.xlsx', writeWorkbook([numbered(reportSheet(report))]), report)
  })

  test.each([
    ['xls', 'biff8'],
    ['et', 'biff8'],
    ['ods', 'ods'],
  ] as const)(`${name} as workbook: .%s`, async (extension, bookType) => {
    await expectFacts(`report.${extension}`, writeAs(bookType, [numbered(reportSheet(report))]), report)
  })

  test(`${name} as workbook: a sheet for each table`, async () => {
    const tables = tablesOf(report)
    const sheets = tableIds.map((id, index) => {
      const printed = printTable(tables[id])
      const title = index === 0 ? titleOf(report) : tables[id].form.title
      const rows = [
        [title, ...Array(printed.columns - 1).fill('')],
        ...printedRows(printed, cell => figureOf(report, cell)),
      ]
      const merges = printed.cells
        .filter(cell => cell.rows > 1 || cell.columns > 1)
        .map(({ row, column, rows, columns }) => ({ row: row + 1, column, rows, columns }))
      return numbered({ name: tables[id].name, rows, merges })
    })
    await expectFacts('report.xlsx', writeWorkbook(sheets), report)
  })

  for (const style of docxStyles)
    test(`${name} as Word document: ${style}`, async () => {
      await expectFacts('report.docx', writeReport(report, style), report)
    })
}

function numbered<Sheet extends { readonly rows: readonly (readonly string[])[] }>(sheet: Sheet) {
  return {
    ...sheet,
    rows: sheet.rows.map(row => row.map(text => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text))),
  }
}

async function expectFacts(path: string, bytes: Uint8Array, report: KeptReport): Promise<void> {
  const parsed = await parseSource({ path, bytes }, nodeHost)
  expect({ body: parsed.body, year: parsed.year }).toEqual({ body: report.body, year: report.year })
  expect(Object.fromEntries(parsed.tables.map(table => [table.table, table.edition]))).toEqual(
    report.editions,
  )
  expect(Object.fromEntries(parsed.facts.map(fact => [fact.ref, fact.value]))).toEqual(report.facts)
}
