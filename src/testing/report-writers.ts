import { writeWorkbook } from '../core/readers/workbooks/sheetjs.ts'
import { type LaidOutReport, sheetOf, sheetsOf } from './laid-out.ts'
import { type DocxStyle, docxStyles, writeReport } from './write-docx.ts'
import { type HtmlStyle, htmlStyles } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'
import { type MhtPart, writeMht } from './write-mht.ts'
import { encode, plainStyle, type TextStyle, writeText } from './write-text.ts'
import { numbered, writeAs } from './write-workbook.ts'

/** One way in which a report is met as a file. */
export interface ReportWriter {
  readonly name: string
  readonly extension: string
  /** Undefined where a file is no text. */
  readonly encoding?: TextStyle['encoding']
  /** Codes of what is said of the file itself, whatever the report. */
  readonly says: readonly string[]
  readonly write: (report: LaidOutReport) => Uint8Array
}

/** Every format and every way of writing it that there is a writer for; plain CSV is the first. */
export const reportWriters: readonly ReportWriter[] = [
  text('comma', 'csv', {}),
  text('semicolon', 'csv', { separator: ';' }),
  text('GB18030', 'csv', { encoding: 'gb18030' }),
  text('UTF-16 without mark', 'csv', { encoding: 'utf-16le' }),
  text('big-endian UTF-16', 'csv', { encoding: 'utf-16be-bom' }),
  text('UTF-8 with mark, CRLF', 'csv', { encoding: 'utf-8-bom', lineEnd: '\r\n' }),
  text('CR', 'csv', { lineEnd: '\r' }),
  text('all quoted', 'csv', { quotes: 'all' }),
  text('heads broken over lines', 'csv', { quotes: 'broken' }),
  text('heads broken over lines, CRLF, GB18030', 'csv', {
    quotes: 'broken',
    lineEnd: '\r\n',
    encoding: 'gb18030',
  }),
  text('tab', 'tsv', { separator: '\t' }),
  text('UTF-16 with mark, CRLF', 'tsv', { separator: '\t', encoding: 'utf-16le-bom', lineEnd: '\r\n' }),
  text('tab', 'txt', { separator: '\t' }),
  text('UTF-16 with mark', 'txt', { separator: '\t', encoding: 'utf-16le-bom' }),
  text('CR, GB18030', 'txt', { separator: '\t', lineEnd: '\r', encoding: 'gb18030' }),
  written('plain', 'md', 'utf-8', report => writeMarkdown(report)),
  written('bold', 'md', 'utf-8', report => writeMarkdown(report, cell => cell && `**${cell}**`)),
  written('escaped', 'md', 'utf-8', report =>
    writeMarkdown(report, cell => cell.replace(/^(\d)\./, '$1\\.').replace(/^-/, '\\-')),
  ),
  // Pasted from a chat program.
  written('Markdown, UTF-16 with mark', 'txt', 'utf-16le-bom', report => writeMarkdown(report)),
  ...(Object.keys(htmlStyles) as HtmlStyle[]).map(style =>
    written(style, 'html', 'utf-8', report => htmlStyles[style](report)),
  ),
  written('spans, GB18030', 'html', 'gb18030', report => htmlStyles.spans(report)),
  { ...written('page of Excel, GB18030', 'xls', 'gb18030', htmlStyles.excel), says: ['GJ004'] },
  archive('page of Excel', 'excel', 'gb18030', { charset: 'gb2312', encoding: 'quoted-printable' }),
  // As browsers save it.
  archive('page without its encoding', 'spans', 'gb18030', { encoding: 'quoted-printable' }),
  archive('page of Word', 'word', 'utf-8', { charset: 'utf-8', encoding: 'base64' }),
  ...docxStyles.map(document),
  workbook('merged heads, all tables on one sheet', 'xlsx', report =>
    writeWorkbook([numbered(sheetOf(report))]),
  ),
  workbook('a sheet for each table', 'xlsx', report => writeWorkbook(sheetsOf(report).map(numbered))),
  workbook('all cells text', 'xlsx', report => writeWorkbook([sheetOf(report)])),
  workbook('numbers', 'xls', report => writeAs('biff8', [numbered(sheetOf(report))])),
  workbook('a sheet for each table, all cells text', 'xls', report => writeAs('biff8', sheetsOf(report))),
  workbook('numbers', 'et', report => writeAs('biff8', [numbered(sheetOf(report))])),
  workbook('numbers', 'ods', report => writeAs('ods', [numbered(sheetOf(report))])),
  workbook('a sheet for each table, all cells text', 'ods', report => writeAs('ods', sheetsOf(report))),
]

function text(name: string, extension: string, changes: Partial<TextStyle>): ReportWriter {
  const style = { ...plainStyle, ...changes }
  const write = (report: LaidOutReport) => writeText(sheetOf(report).rows, style)
  return { name, extension, encoding: style.encoding, says: [], write }
}

function written(
  name: string,
  extension: string,
  encoding: TextStyle['encoding'],
  write: (report: LaidOutReport) => string,
): ReportWriter {
  return { name, extension, encoding, says: [], write: report => encode(write(report), encoding) }
}

function archive(
  name: string,
  style: HtmlStyle,
  encoding: 'utf-8' | 'gb18030',
  part: Omit<MhtPart, 'bytes'>,
): ReportWriter {
  const write = (report: LaidOutReport) =>
    writeMht([{ ...part, bytes: encode(htmlStyles[style](report), encoding) }])
  return { name, extension: 'mht', says: [], write }
}

function document(style: DocxStyle): ReportWriter {
  const says = style === 'changes' ? ['GJ017'] : []
  return { name: style, extension: 'docx', says, write: report => writeReport(report, style) }
}

function workbook(name: string, extension: string, write: ReportWriter['write']): ReportWriter {
  return { name, extension, says: [], write }
}
