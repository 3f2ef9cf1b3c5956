import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { type Grid, hiddenBy } from '../src/core/document/grid.ts'
import { readSource } from '../src/core/readers/index.ts'
import { nodeHost } from '../src/node/host.ts'

/** For every cell of every fixture, the text at the reported place in the file is the text of the cell. */
const folders = ['fixtures/demo', 'fixtures/cases', 'fixtures/layouts', 'fixtures/pages']
const files = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(csv|txt|xlsx|html|md|docx)$/.test(file))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`),
)

test.each(files)('%s', async path => {
  const bytes = readFileSync(path)
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(`not read: ${path}`)
  const { grids, encoding, format } = read.document
  const isMarkup = format === 'html' || format === 'md'
  const shown = isMarkup ? shownText : (text: string) => text.replace(/\r\n?/g, '\n')
  for (const grid of grids) {
    const textAt = path.endsWith('.docx')
      ? inDocument(bytes)
      : encoding === null
        ? inWorkbook(bytes, grid)
        : inText(new TextDecoder(encoding).decode(bytes))
    for (const [row, cells] of grid.rows.entries())
      for (const [column, raw] of cells.entries()) {
        if (hiddenBy(grid, row, column)) continue
        const place = grid.locate(row, column)
        // Word works the number of a label out; it stands before a tab.
        const own = format === 'docx' ? raw.replace(/^.*\t/, '') : raw
        const written = isMarkup ? shownText(withoutMarkup(textAt(place))) : textAt(place)
        // Where a quotation mark is not closed, all of them are ordinary characters.
        expect([written, written.replaceAll('""', '"')], JSON.stringify(place)).toContain(shown(own))
      }
  }
})

/** Blanks and line breaks left out, for where markup makes them is not for these lines to know. */
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

type TextAt = (place: ReturnType<Grid['locate']>) => string

function inText(text: string): TextAt {
  const lines = text.split(/\r\n|\n|\r/)
  return ({ line, column, endLine, endColumn }) => {
    const cut = lines.slice(line - 1, endLine)
    cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1)
    cut[0] = cut[0]!.slice(column - 1)
    return cut.join('\n')
  }
}

function inWorkbook(bytes: Uint8Array, grid: Grid): TextAt {
  const sheet = XLSX.read(bytes).Sheets[grid.sheet!]!
  return ({ address }) => {
    const cell = sheet[address!.slice(address!.lastIndexOf('!') + 1)] as XLSX.CellObject | undefined
    return cell === undefined ? '' : String(cell.v)
  }
}

/** Cuts the XML at its tags; what is deleted, hidden or in a box is taken out first. */
function inDocument(bytes: Uint8Array): TextAt {
  const container = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const part = XLSX.CFB.find(container, '/word/document.xml')!.content as Uint8Array
  const xml = new TextDecoder()
    .decode(part)
    .replace(/<w:del .*?<\/w:del>|<mc:Alternate.*?<\/mc:AlternateContent>/gs, '')
    .replace(/<w:r><w:rPr><w:vanish\/>.*?<\/w:r>/gs, '')
  const tables = xml.split('<w:tbl>').slice(1)
  const paragraphs = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').split('</w:p>')
  return ({ line, column, address }) => {
    const number = Number(/\d+/.exec(address!)![0])
    if (!address!.includes('!')) return textsIn(paragraphs[number - 1]!)
    const cells = tables[number - 1]!.split('</w:tbl>')[0]!.split('</w:tr>')[line - 1]!.split('</w:tc>')
    let next = 1
    for (const cell of cells) {
      if (next === column) return cell.split('</w:p>').map(textsIn).filter(Boolean).join('\n')
      next += Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
    }
    return ''
  }
}

function textsIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')
}
