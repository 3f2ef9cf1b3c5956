import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import * as XLSX from 'xlsx'
import {
  balancedFigures,
  encode,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../../dist/testing.js'
import { mutateMail, mutateOle, mutateZip, toQuoted, zip } from './containers.mjs'
import { mutateBytes } from './mutate-bytes.mjs'
import { mutateText } from './mutate-text.mjs'

/**
 * Sound reports to change, by format: { path, bytes, encoding }, the encoding of text alone. A format more is seeds more;
 * a file of it in `fixtures` of which gouji says nothing is a seed too.
 */
export function seedsOf(format) {
  const made = sheets.flatMap(sheet =>
    makers[format](sheet).map(seed => ({ path: `seed.${format}`, ...seed })),
  )
  return [...made, ...keptFiles(format)]
}

/** One input, the same for the same numbers. */
export function mutate(format, seed, seeds, draw) {
  const others = seeds.map(other => other.bytes)
  const inside = insides[format]
  if (inside) return draw(10) < 3 ? mutateBytes(seed.bytes, draw, others) : inside(seed.bytes, draw, others)
  if (draw(4) === 0) return mutateBytes(seed.bytes, draw, others)
  const encoding = seed.encoding ?? 'utf-8'
  const text = mutateText(new TextDecoder(encoding.replace(/-bom$/, '')).decode(seed.bytes), draw)
  try {
    return encode(text, encoding)
  } catch {
    return encode(text, 'utf-8')
  }
}

const insides = {
  xlsx: mutateZip,
  docx: mutateZip,
  ods: mutateZip,
  xls: mutateOle,
  et: mutateOle,
  mht: mutateMail,
}

const sheets = [
  ['2021', 3],
  ['2019', 4],
].map(([edition, seed]) => reportSheet(keptReport(edition, balancedFigures(edition, seed))))

const text = (sheet, style) => ({
  bytes: writeText(sheet.rows, { ...plainStyle, ...style }),
  encoding: style.encoding,
})

const makers = {
  csv: sheet => [
    text(sheet, {}),
    text(sheet, { quotes: 'all', lineEnd: '\r\n', encoding: 'utf-8-bom' }),
    text(sheet, { encoding: 'gb18030' }),
    text(sheet, { separator: ';', quotes: 'broken' }),
  ],
  tsv: sheet => [
    text(sheet, { separator: '\t' }),
    text(sheet, { separator: '\t', encoding: 'utf-16le-bom', lineEnd: '\r\n' }),
  ],
  txt: sheet => [
    text(sheet, { separator: '\t' }),
    text(sheet, { separator: '\t', lineEnd: '\r', encoding: 'gb18030' }),
    text(sheet, { separator: '\t', encoding: 'utf-16le' }),
  ],
  md: sheet => [{ bytes: encode(markdownOf(sheet), 'utf-8') }],
  html: sheet => [
    { bytes: encode(pageOf(sheet, 'utf-8'), 'utf-8') },
    { bytes: encode(pageOf(sheet, 'gb18030'), 'gb18030'), encoding: 'gb18030' },
  ],
  mht: sheet => [
    { bytes: mailOf(pageOf(sheet, 'utf-8'), 'base64') },
    { bytes: mailOf(pageOf(sheet, 'utf-8'), 'quoted-printable') },
  ],
  docx: sheet => [{ bytes: docxOf(sheet) }],
  xlsx: sheet => [{ bytes: writeWorkbook([sheet]) }, { bytes: writeWorkbook([numbered(sheet)]) }],
  xls: sheet => [{ bytes: libraryBook(sheet, 'biff8') }],
  et: sheet => [{ bytes: libraryBook(sheet, 'biff8') }],
  ods: sheet => [{ bytes: libraryBook(sheet, 'ods') }],
}

export const formats = Object.keys(makers)

function keptFiles(format) {
  return readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter(file => extname(file) === `.${format}`)
    .sort()
    .map(file => ({
      path: `kept.${format}`,
      bytes: new Uint8Array(readFileSync(join('fixtures', file))),
      isKept: true,
    }))
}

function numbered(sheet) {
  const rows = sheet.rows.map(row => row.map(cell => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)))
  return { ...sheet, rows }
}

function libraryBook(sheet, bookType) {
  const { rows, merges } = numbered(sheet)
  const made = XLSX.utils.aoa_to_sheet(rows.map(row => row.map(cell => (cell === '' ? null : cell))))
  made['!merges'] = merges.map(({ row, column, rows, columns }) => ({
    s: { r: row, c: column },
    e: { r: row + rows - 1, c: column + columns - 1 },
  }))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, made, '年报')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType, compression: true }))
}

/** Titles and tables in turn; of a table, its rows of { text, rows, columns } and where cells hang down from above. */
function* piecesOf({ rows, merges }) {
  let table = []
  for (const [row, cells] of rows.entries()) {
    if (/年度报告$|^[一二三四]、.*情况$/.test(cells[0]) && cells.slice(1).every(cell => cell === '')) {
      if (table.length > 0) yield table
      table = []
      yield cells[0]
    } else table.push(cells.flatMap((text, column) => cellsAt(merges, row, column, text)))
  }
  if (table.length > 0) yield table
}

function cellsAt(merges, row, column, text) {
  const merge = merges.find(
    each =>
      row >= each.row &&
      row < each.row + each.rows &&
      column >= each.column &&
      column < each.column + each.columns,
  )
  if (!merge) return [{ text, rows: 1, columns: 1, hangs: false }]
  if (column !== merge.column) return []
  return [{ text, rows: merge.rows, columns: merge.columns, hangs: row !== merge.row }]
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function pageOf(sheet, charset) {
  const body = [...piecesOf(sheet)].map(piece => {
    if (typeof piece === 'string') return `<p><b>${escaped(piece)}</b></p>\n`
    const rows = piece.map(cells => {
      const shown = cells.filter(cell => !cell.hangs)
      const spans = ({ rows, columns }) =>
        `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
      return `<tr>${shown.map(cell => `<td${spans(cell)}><span>${escaped(cell.text)}</span></td>`).join('')}</tr>\n`
    })
    return `<table border="1"><tbody>\n${rows.join('')}</tbody></table>\n`
  })
  return `<!DOCTYPE html>\n<html><head><meta charset="${charset}"><title>年报</title></head><body>\n${body.join('')}</body></html>\n`
}

function mailOf(page, encoding) {
  const body =
    encoding === 'base64'
      ? Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n')
      : toQuoted(Buffer.from(page))
  const head =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="cut"; type="text/html"\r\n\r\n'
  const part = `--cut\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///a.htm\r\n\r\n${body}\r\n`
  return encode(`${head}${part}--cut--\r\n`, 'utf-8')
}

function markdownOf(sheet) {
  return [...piecesOf(sheet)]
    .map(piece => {
      if (typeof piece === 'string') return `# ${piece}\n`
      const rows = piece.map(
        cells =>
          `| ${cells.flatMap(({ text, columns }) => [text, ...Array(columns - 1).fill('')]).join(' | ')} |`,
      )
      const width = piece[0].reduce((sum, cell) => sum + cell.columns, 0)
      return `${[rows[0], `|${' --- |'.repeat(width)}`, ...rows.slice(1)].join('\n')}\n`
    })
    .join('\n')
}

function docxOf(sheet) {
  const paragraph = text => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  const span = ({ rows, columns, hangs }) =>
    `${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${rows > 1 ? `<w:vMerge${hangs ? '' : ' w:val="restart"'}/>` : ''}`
  const body = [...piecesOf(sheet)].map(piece => {
    if (typeof piece === 'string') return paragraph(piece)
    const rows = piece.map(
      cells =>
        `<w:tr>${cells.map(cell => `<w:tc><w:tcPr>${span(cell)}</w:tcPr>${paragraph(cell.hangs ? '' : cell.text)}</w:tc>`).join('')}</w:tr>`,
    )
    const grid = '<w:gridCol w:w="900"/>'.repeat(piece[0].reduce((sum, cell) => sum + cell.columns, 0))
    return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  })
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const parts = {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
  }
  return zip(Object.entries(parts).map(([name, content]) => ({ name, content: encode(content, 'utf-8') })))
}
