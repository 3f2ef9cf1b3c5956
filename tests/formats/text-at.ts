import * as XLSX from 'xlsx'
import type { Location } from '../../src/core/document/location.ts'
import { type OtherSheet, readWithOther, says } from '../readers/other-workbooks.ts'

/**
 * Looks up a place in the bytes of a file, with no code in common with the readers; the text that the cell is said to
 * hold is needed only where a number is shown with words. What it gives is compared by `isSameText`.
 */
export type TextAt = (place: Location, said: string) => string

export async function textIn(
  bytes: Uint8Array,
  format: string | null,
  encoding: string | null,
): Promise<TextAt> {
  if (format === 'docx') return inDocument(bytes)
  if (format === 'mht') return inArchive(bytes)
  if (encoding === null) return inWorkbook(await readWithOther(bytes))
  const textAt = inText(new TextDecoder(encoding).decode(bytes))
  return format === 'html' || format === 'md' ? (...at) => withoutMarkup(textAt(...at)) : textAt
}

/** True for what a cell holds and what stands in the file; where markup makes blanks they say nothing. */
export function isSameText(said: string, written: string, format: string | null): boolean {
  if (format === 'html' || format === 'md' || format === 'mht') return shownText(said) === shownText(written)
  // Word works the number of a label out; it stands before a tab.
  if (format === 'docx') return said.replace(/^.*\t/, '') === written
  const own = said.replace(/\r\n?/g, '\n')
  // Where a quotation mark is not closed, all of them are ordinary characters.
  return own === written || own === written.replaceAll('""', '"')
}

/** Blanks and line breaks left out. */
function shownText(text: string): string {
  return text.replace(/[ \t\r\n]/g, '')
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

function inText(text: string): TextAt {
  const lines = text.split(/\r\n|\n|\r/)
  return ({ line, column, endLine, endColumn }) => {
    const cut = lines.slice(line - 1, endLine)
    cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1)
    cut[0] = cut[0]!.slice(column - 1)
    return cut.join('\n')
  }
}

/** Dates and numbers whose format adds words are only known to be there. */
function inWorkbook(sheets: readonly OtherSheet[]): TextAt {
  return ({ address }, said) => {
    const [, quoted, bare, letters, row] = /^(?:'(.+)'|(.+))!([A-Z]+)(\d+)$/.exec(address!)!
    const sheet = sheets.find(({ name }) => name === (quoted?.replaceAll("''", "'") ?? bare))!
    const at = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = sheet.valueAt(Number(row) - 1, at)
    const isWorded = typeof value === 'number' && /[^\d.-]/.test(said)
    return says(said, value) || isWorded ? said : String(value)
  }
}

/** Cuts the XML at its tags; what is deleted, hidden or in a box is taken out first. */
function inDocument(bytes: Uint8Array): TextAt {
  const container = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const main = ['/word/document.xml', '/word/document2.xml'].find(name => XLSX.CFB.find(container, name))
  const part = XLSX.CFB.find(container, main!)!.content as Uint8Array
  const xml = new TextDecoder()
    .decode(part)
    .replace(/<w:del .*?<\/w:del>|<mc:Alternate.*?<\/mc:AlternateContent>/gs, '')
    .replace(/<w:r><w:rPr><w:vanish\/>.*?<\/w:r>/gs, '')
  const tables = xml
    .split(/<w:tbl(?: [^>]*)?>/)
    .slice(1)
    .map(table => table.split('</w:tbl>')[0]!.split('</w:tr>'))
  const paragraphs = xml.replace(/<w:tbl(?: [^>]*)?>.*?<\/w:tbl>/gs, '').split('</w:p>')
  return ({ line, column, address }) => {
    const number = Number(/\d+/.exec(address!)![0])
    if (!address!.includes('!')) return textsOf(paragraphs[number - 1]!)
    const cells = tables[number - 1]![line - 1]!.split('</w:tc>')
    let next = 1
    for (const cell of cells) {
      if (next === column) return cell.split('</w:p>').map(textsOf).filter(Boolean).join('\n')
      next += Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
    }
    return ''
  }
}

function textsOf(xml: string): string {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')
  return withoutMarkup(text)
}

/** Counts the tables, rows and cells of the first page. */
function inArchive(bytes: Uint8Array): TextAt {
  const tables = firstPage(bytes)
    .split(/<table\b/i)
    .slice(1)
    .map(cellsByPlace)
  return ({ line, column, address }) => {
    const number = Number(/\d+/.exec(address!)![0])
    return withoutMarkup(tables[number - 1]!.get(`${line},${column}`) ?? '')
  }
}

function firstPage(bytes: Uint8Array): string {
  const archive = Buffer.from(bytes).toString('latin1')
  const [head, ...lines] = archive.slice(archive.indexOf('Content-Location')).split('\r\n\r\n')
  const body = lines.join('\r\n\r\n').split('\r\n------=')[0]!
  const unquoted = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const page = head!.includes('base64') ? Buffer.from(body, 'base64') : Buffer.from(unquoted, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(page)
  } catch {
    return new TextDecoder('gb18030').decode(page)
  }
}

/** By row and column from 1, as `3,1`. */
function cellsByPlace(table: string): Map<string, string> {
  const [cells, taken] = [new Map<string, string>(), new Set<string>()]
  for (const [index, row] of table.split(/<tr\b/i).slice(1).entries()) {
    let column = 1
    for (const cell of row.split(/<td\b/i).slice(1)) {
      while (taken.has(`${index + 1},${column}`)) column++
      const span = (name: string) => Number(new RegExp(`^[^>]*${name}="(\\d+)"`).exec(cell)?.[1] ?? 1)
      for (let down = 0; down < span('rowspan'); down++)
        for (let right = 0; right < span('colspan'); right++)
          taken.add(`${index + 1 + down},${column + right}`)
      cells.set(`${index + 1},${column}`, `<td${cell.split(/<\/t[rd]>|<\/table>/i)[0]}`)
    }
  }
  return cells
}
