import * as XLSX from 'xlsx'
import { balancedFigures, keptReport, reportSheet } from '../../src/testing/index.ts'

/** One sound report, in the plainest writing of each format. */
export const sheet = reportSheet(keptReport('2021', balancedFigures('2021', 5)))

/** Titles, and the tables between them as rows of cells: their text, and how far they reach. */
interface Piece {
  readonly title: string | null
  readonly rows: readonly (readonly Cell[])[]
}

interface Cell {
  readonly text: string
  readonly rows: number
  readonly columns: number
  /** True for what hangs down from a cell above. */
  readonly hangs: boolean
}

function pieces(): Piece[] {
  const found: { title: string | null; rows: Cell[][] }[] = []
  for (const [row, texts] of sheet.rows.entries()) {
    const isTitle =
      /年度报告$|^[一二三四]、.*情况$/.test(texts[0]!) && texts.slice(1).every(text => text === '')
    if (isTitle) found.push({ title: texts[0]!, rows: [] })
    else if (texts.some(text => text !== '')) found.at(-1)!.rows.push(cellsOf(row))
  }
  return found
}

function cellsOf(row: number): Cell[] {
  return sheet.rows[row]!.flatMap((text, column): Cell[] => {
    const merge = sheet.merges.find(
      each =>
        row >= each.row &&
        row < each.row + each.rows &&
        column >= each.column &&
        column < each.column + each.columns,
    )
    if (!merge) return [{ text, rows: 1, columns: 1, hangs: false }]
    if (column !== merge.column) return []
    return [{ text, rows: merge.rows, columns: merge.columns, hangs: row !== merge.row }]
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function page(): string {
  const body = pieces().map(({ title, rows }) => {
    const lines = rows.map(
      cells =>
        `<tr>${cells
          .filter(cell => !cell.hangs)
          .map(cell => `<td rowspan="${cell.rows}" colspan="${cell.columns}">${escaped(cell.text)}</td>`)
          .join('')}</tr>`,
    )
    return `<p>${title ?? ''}</p>\n${lines.length > 0 ? `<table>${lines.join('\n')}</table>\n` : ''}`
  })
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n${body.join('')}</body></html>`
}

/** The parts of a Word document with that much more at the end of its body. */
export function documentParts(more = '', before = ''): { readonly name: string; readonly content: string }[] {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
  const merge = ({ rows, hangs }: Cell) => (rows > 1 ? `<w:vMerge${hangs ? '' : ' w:val="restart"'}/>` : '')
  const cell = (each: Cell) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${each.columns}"/>${merge(each)}</w:tcPr>${paragraph(each.hangs ? '' : each.text)}</w:tc>`
  const body = pieces().map(({ title, rows }) => {
    const lines = rows.map(cells => `<w:tr>${cells.map(cell).join('')}</w:tr>`)
    return `${paragraph(title ?? '')}${lines.length > 0 ? `<w:tbl>${lines.join('')}</w:tbl>` : ''}`
  })
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}${more}</w:body></w:document>`,
    },
  ]
}

export function libraryBook(bookType: 'ods' | 'biff8'): Uint8Array {
  const made = XLSX.utils.aoa_to_sheet(sheet.rows.map(row => row.map(text => text || null)))
  made['!merges'] = sheet.merges.map(({ row, column, rows, columns }) => ({
    s: { r: row, c: column },
    e: { r: row + rows - 1, c: column + columns - 1 },
  }))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, made, '年报')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer)
}
