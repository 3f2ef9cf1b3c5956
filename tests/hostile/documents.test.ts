import * as XLSX from 'xlsx'
import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'
import { type HostileFile, testHostile } from './check-apart.ts'
import { partsOf } from './parts.ts'
import { documentParts, libraryBook } from './reports.ts'

const million = 1_000_000
const title = '2024年政府信息公开工作年度报告'
const laughs = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY lol${at + 1} "${at === 0 ? 'ha' : `&lol${at};`.repeat(10)}">`,
).join('')
const doctype = (root: string) =>
  `<!DOCTYPE ${root} [${laughs}<!ENTITY outside SYSTEM "file:///etc/passwd">]>`

/** Stored, for packed it would be a bomb. */
const stored = (entry: EntryToWrite): EntryToWrite => ({ ...entry, method: 0 })
const word = (more = '', before = '') => writeZip(documentParts(more, before).map(stored))
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const table = (cells: string) => `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`

const documents: readonly Omit<HostileFile, 'name'>[] = [
  { what: 'nothing but a report', content: () => word(), says: [] },
  { what: 'an empty container', content: () => writeZip([]), says: ['GJ005'] },
  {
    what: 'elements inside each other',
    content: () => word('<w:sdt>'.repeat(million / 5)),
    says: ['GJ008'],
  },
  {
    what: 'tables inside each other',
    content: () => word(`${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`),
    says: ['GJ008'],
  },
  {
    what: 'spans without end',
    content: () => word(table('<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>'.repeat(3))),
    says: [],
  },
  {
    what: 'more cells than are read',
    content: () => word(table(`<w:tc>${paragraph('1')}</w:tc>`.repeat(60_000))),
    bounds: { cells: 50_000 },
    says: ['GJ008'],
  },
  { what: 'two thousand tables', content: () => word(table('<w:tc/>').repeat(2000)), says: ['GJ008'] },
  {
    what: 'a paragraph of ten million letters',
    content: () => word(paragraph('x'.repeat(10 * million))),
    says: [],
  },
  {
    what: 'a cell of ten million letters',
    content: () => word(table(`<w:tc>${paragraph('x'.repeat(10 * million))}</w:tc>`)),
    says: [],
  },
  {
    what: 'a million runs',
    content: () => word(`<w:p>${'<w:r><w:t>x</w:t></w:r>'.repeat(million / 4)}</w:p>`),
    says: [],
  },
  { what: 'a document type', content: () => word('', doctype('w:document')), says: ['GJ005'] },
  {
    what: 'entities that stand for a billion laughs',
    content: () => word(paragraph('&lol10;'), doctype('w:document')),
    says: ['GJ005'],
  },
  {
    what: 'an entity from outside',
    content: () => word(paragraph('&outside;'), doctype('w:document')),
    says: ['GJ005'],
  },
  { what: 'names that objects know', content: () => word('<w:__proto__ w:constructor="1"/>'), says: [] },
]

testHostile(documents.map(file => ({ ...file, name: `${title}.docx` })))

const openParts = partsOf(libraryBook('ods'))
/** The good report with a change of its content. */
const open = (change: (content: string) => string) =>
  writeZip(
    openParts.map(entry =>
      entry.name === 'content.xml' ? stored({ ...entry, content: change(entry.content) }) : entry,
    ),
  )
const moreRows = (piece: string) =>
  open(content => content.replace('</table:table>', `${piece}</table:table>`))
const openCell = (attributes: string, text = '1') =>
  `<table:table-cell ${attributes} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`

const openFiles: readonly Omit<HostileFile, 'name'>[] = [
  { what: 'nothing but a report', content: () => open(content => content), says: [] },
  {
    what: 'a row without end',
    content: () =>
      moreRows(`<table:table-row>${openCell('table:number-columns-repeated="999999999"')}</table:table-row>`),
    says: ['GJ008'],
  },
  {
    what: 'a row as wide as a sheet, a million times',
    content: () =>
      moreRows(
        `<table:table-row table:number-rows-repeated="1048576">${openCell('table:number-columns-repeated="16384"')}</table:table-row>`,
      ),
    says: ['GJ008'],
  },
  {
    what: 'blank rows to the end of the sheet',
    content: () =>
      moreRows(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    says: [],
  },
  {
    what: 'a blank without end',
    content: () =>
      moreRows(`<table:table-row>${openCell('', '<text:s text:c="999999999"/>')}</table:table-row>`),
    says: [],
  },
  {
    what: 'a span without end',
    content: () =>
      moreRows(
        `<table:table-row>${openCell('table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"')}</table:table-row>`,
      ),
    says: [],
  },
  {
    what: 'groups inside each other',
    content: () => moreRows('<table:table-row-group>'.repeat(million / 5)),
    says: ['GJ008'],
  },
  {
    what: 'a cell of ten million letters',
    content: () => moreRows(`<table:table-row>${openCell('', 'x'.repeat(10 * million))}</table:table-row>`),
    says: [],
  },
  {
    what: 'entities that stand for a billion laughs',
    content: () =>
      open(content =>
        content
          .replace(/(?<=\?>\s*)</, `${doctype('x')}<`)
          .replace(
            '</table:table>',
            `<table:table-row>${openCell('', '&lol10;&outside;')}</table:table-row></table:table>`,
          ),
      ),
    says: ['GJ005'],
  },
]

testHostile(openFiles.map(file => ({ ...file, name: `${title}.ods` })))

const binary = libraryBook('biff8')
const stream = (change: (content: Buffer) => Buffer) => {
  const file = XLSX.CFB.read(Buffer.from(binary), { type: 'buffer' })
  const entry = file.FileIndex.find(({ name }: { readonly name: string }) => name === 'Workbook')!
  entry.content = change(Buffer.from(entry.content as Uint8Array))
  entry.size = entry.content.length
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer)
}
/** The table of sectors, in the header: which sector goes on where. */
const header = (offset: number, value: number) => {
  const copy = Buffer.from(binary)
  copy.writeUInt32LE(value >>> 0, offset)
  return new Uint8Array(copy)
}

const binaries: readonly Omit<HostileFile, 'name'>[] = [
  { what: 'nothing but a report', content: () => binary, says: [] },
  { what: 'a header alone', content: () => binary.slice(0, 512), says: ['GJ005'] },
  { what: 'half of it', content: () => binary.slice(0, binary.length / 2), says: ['GJ005'] },
  { what: 'a directory that begins in itself', content: () => header(48, 0), says: ['GJ005'] },
  { what: 'tables of sectors without end', content: () => header(44, 0x7fffffff), says: [] },
  {
    what: 'more tables of sectors that begin in themselves',
    content: () => header(68, 0),
    says: [],
  },
  { what: 'sectors of another size', content: () => header(30, 0x00060020), says: ['GJ005'] },
  {
    what: 'a stream of zeros',
    content: () => stream(content => Buffer.alloc(content.length)),
    says: ['GJ005'],
  },
  {
    what: 'a stream cut in half',
    content: () => stream(content => content.subarray(0, content.length / 2)),
    says: ['GJ005'],
  },
  {
    what: 'a stream of a million empty records',
    content: () => stream(content => Buffer.concat([content.subarray(0, 20), Buffer.alloc(4 * million)])),
    says: ['GJ005'],
  },
]

for (const extension of ['xls', 'et'])
  testHostile(binaries.map(file => ({ ...file, name: `${title}.${extension}` })))
