import { columnLetters } from '../core/document/location.ts'
import { type EntryToWrite, writeZip } from './write-zip.ts'

type Rows = readonly (readonly string[])[]

/**
 * Workbooks made by hand, for what the library does not write. A cell `=SUM(A1:B1)` is a formula without a stored
 * result, `=SUM(A1:B1)→3` one with it; `3月1日` is a date; `<` is joined with the cell left of it.
 */
export const workbookBuilders: Readonly<Record<string, (rows: Rows) => Uint8Array>> = {
  workbook: rows => writeZip(partsOf(rows)),
  /** Its parts are encrypted, by what their headers say. */
  'protected-workbook': rows => writeZip(partsOf(rows).map(part => ({ ...part, flags: 1 }))),
  /** A letter was left behind far from the table. */
  'sprawling-workbook': rows =>
    writeZip(partsOf(rows, '<row r="130"><c r="XFD130" t="str"><v>x</v></c></row>')),
  /** Only its first half was saved. */
  'halved-workbook': rows => {
    const whole = writeZip(partsOf(rows))
    return whole.slice(0, whole.length / 2)
  },
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function partsOf(rows: Rows, more = ''): EntryToWrite[] {
  const cells = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((text, column) => cell(text, at, column)).join('')}</row>`,
  )
  const merges = mergesOf(rows).map(area => `<mergeCell ref="${area}"/>`)
  const merged = merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${documents}/${type}" Target="${target}"/>`
  const relations = (...list: string[]) =>
    `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': relations(relation('officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      relation('worksheet', 'worksheets/sheet1.xml'),
      relation('styles', 'styles.xml'),
    ),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="年报" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    // 58 is 3月1日 in Chinese Excel and WPS.
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="58"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}${more}</sheetData>${merged}</worksheet>`,
  }
  return Object.entries(parts).map(([name, content]) => ({ name, content }))
}

function cell(text: string, row: number, column: number): string {
  const start = `<c r="${columnLetters(column)}${row + 1}"`
  const formula = /^=([^→]*)(?:→(.*))?$/.exec(text)
  const date = /^(\d{1,2})月(\d{1,2})日$/.exec(text)
  if (text === '' || text === '<') return ''
  if (formula)
    return `${start}><f>${formula[1]}</f>${formula[2] === undefined ? '' : `<v>${formula[2]}</v>`}</c>`
  if (date) return `${start} s="1"><v>${dayNumber(Number(date[1]), Number(date[2]))}</v></c>`
  if (/^-?\d+(\.\d+)?$/.test(text)) return `${start}><v>${text}</v></c>`
  return `${start} t="inlineStr"><is><t>${text}</t></is></c>`
}

/** Days from 30 December 1899 to a day of 2024. */
function dayNumber(month: number, day: number): number {
  return (Date.UTC(2024, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function mergesOf(rows: Rows): string[] {
  return rows.flatMap((row, at) =>
    row.flatMap((_, column) => {
      if (row[column] === '<' || row[column + 1] !== '<') return []
      let last = column
      while (row[last + 1] === '<') last++
      return [`${columnLetters(column)}${at + 1}:${columnLetters(last)}${at + 1}`]
    }),
  )
}
