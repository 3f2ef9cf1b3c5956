import { type LaidOutCell, type LaidOutReport, type LaidOutTable, partsOf } from './laid-out.ts'
import { writeZip } from './write-zip.ts'

/** How a program, or a person, writes a document. */
export type DocxStyle =
  | 'word'
  /** Properties in every cell and run, exceptions in every row, as WPS writes them. */
  | 'wps'
  /** A run for each character, with marks of the spelling checker between. */
  | 'runs'
  /** Labels spread, and figures surrounded, with ideographic blanks. */
  | 'wide-blanks'
  /** Each figure was another one before, and its row was inserted. */
  | 'changes'
  /** A content control around each table, row, cell and text. */
  | 'controls'
  /** The numbers of labels are those of a list. */
  | 'lists'
  /** The other namespaces of the standard, and parts of other names. */
  | 'strict'

export const docxStyles: readonly DocxStyle[] = [
  'word',
  'wps',
  'runs',
  'wide-blanks',
  'changes',
  'controls',
  'lists',
  'strict',
]

/** A report with the tables of the printed form. */
export function writeReport(report: LaidOutReport, style: DocxStyle): Uint8Array {
  const write = createWriter(style)
  const body = partsOf(report).map(part =>
    part.kind === 'table' ? write.table(part.table) : write.paragraph(part.text),
  )
  return writeDocument(body.join(''), style)
}

/** A document with this body, in which the prefix `w` may be used, and `mc`, `wps`, `v`, `o`, `a` and `m`. */
export function writeDocument(
  body: string,
  style: DocxStyle = 'word',
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const isStrict = style === 'strict'
  const kinds = isStrict ? strictRelations : relations
  const main = isStrict ? 'word/document2.xml' : 'word/document.xml'
  const target = isStrict ? `/${main}` : main
  const all: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="${target}"/></Relationships>`,
    [main
      .replace('word/', 'word/_rels/')
      .concat(
        '.rels',
      )]: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${kinds}/numbering" Target="numbering.xml"/></Relationships>`,
    [main]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${isStrict ? strictMain : transitionalMain}"${otherSpaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/numbering.xml': numbering,
    ...parts,
  }
  return writeZip(Object.entries(all).map(([name, content]) => ({ name, content })))
}

const packages = 'http://schemas.openxmlformats.org/package/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const transitionalMain = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strictMain = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const otherSpaces = [
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  ' xmlns:v="urn:schemas-microsoft-com:vml"',
  ' xmlns:o="urn:schemas-microsoft-com:office:office"',
].join('')

/** One list of three levels: 一、 （一） 1. */
const numbering = `<w:numbering xmlns:w="${transitionalMain}"><w:abstractNum w:abstractNumId="0">${[
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function createWriter(style: DocxStyle) {
  const takeNumber = style === 'lists' ? listNumbers() : () => null
  const control = (content: string) =>
    style === 'controls' ? `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>` : content

  const paragraph = (text: string, isFigure = false) => {
    const numbered = isFigure ? null : takeNumber(text)
    const list = numbered ? `<w:numPr><w:ilvl w:val="${numbered.level}"/><w:numId w:val="1"/></w:numPr>` : ''
    return `<w:p><w:pPr>${list}<w:jc w:val="center"/></w:pPr>${control(runs(numbered?.rest ?? text, isFigure, style))}</w:p>`
  }

  const cell = ({ columns, rows, text, ref }: LaidOutCell, isFirst: boolean) => {
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''
    const merge = rows > 1 ? (isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
    const looks =
      style === 'wps' ? '<w:tcBorders><w:top w:val="single"/></w:tcBorders><w:vAlign w:val="center"/>' : ''
    const content = isFirst ? paragraph(text, ref !== null) : '<w:p/>'
    return control(
      `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>${span}${merge}${looks}</w:tcPr>${content}</w:tc>`,
    )
  }

  const table = ({ rows, columns, cells }: LaidOutTable) => {
    const grid = '<w:gridCol w:w="900"/>'.repeat(columns)
    const exceptions =
      style === 'wps'
        ? '<w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>'
        : ''
    const inserted = style === 'changes' ? '<w:trPr><w:ins w:id="1" w:author="甲"/></w:trPr>' : ''
    const lines = Array.from({ length: rows }, (_, row) => {
      const own = cells
        .filter(cell => row >= cell.row && row < cell.row + cell.rows)
        .sort((a, b) => a.column - b.column)
      return control(
        `<w:tr>${exceptions}${inserted}${own.map(one => cell(one, one.row === row)).join('')}</w:tr>`,
      )
    })
    return control(`<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`)
  }
  return { paragraph, table }
}

function runs(text: string, isFigure: boolean, style: DocxStyle): string {
  const run = (part: string, properties = '') =>
    part === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`
  switch (style) {
    case 'wps':
      return run(text, '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体"/><w:vanish w:val="0"/></w:rPr>')
    case 'runs':
      return [...text].map(character => run(character)).join('<w:proofErr w:type="spellStart"/>')
    case 'wide-blanks':
      return run(isFigure && text !== '' ? `\u3000${text}\u3000` : isFigure ? text : [...text].join('\u3000'))
    case 'changes':
      if (!isFigure) return run(text)
      return `<w:del w:id="2" w:author="甲"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="3" w:author="甲">${run(text.slice(0, 1))}</w:ins>${run(text.slice(1))}`
    default:
      return run(text)
  }
}

const listLevels = [/^([一二三四五六七八九十]+)、/, /^（([一二三四五六七八九十]+)）/, /^(\d+)\./]

/** The level of a label and what follows its number, where the list has come to that number. */
function listNumbers(): (text: string) => { readonly level: number; readonly rest: string } | null {
  const counts = [0, 0, 0]
  return text => {
    const level = listLevels.findIndex(pattern => pattern.test(text))
    const [start, number] = listLevels[level]?.exec(text) ?? []
    if (start === undefined) return null
    const expected = counts[level]! + 1
    if (number !== String(expected) && number !== '一二三四五六七八九十'[expected - 1]) return null
    counts[level] = expected
    counts.fill(0, level + 1)
    return { level, rest: text.slice(start.length) }
  }
}
