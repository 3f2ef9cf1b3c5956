import { escapeXml, writeDocument } from './write-docx.ts'

type Rows = readonly (readonly string[])[]

/**
 * Word documents made by hand. A line of one cell is a paragraph, lines of several are a table; `<` is joined with the
 * cell left of it. `9⇒1` is a change from 9 to 1, `[文本框：12]` a text box, `[删除线：9]` struck out, `[图片]` a picture,
 * `[Excel表格]` an embedded workbook.
 */
export const documentBuilders: Readonly<Record<string, (rows: Rows) => Uint8Array>> = {
  document: rows => writeDocument(bodyOf(rows)),
}

function bodyOf(rows: Rows): string {
  const tables = rows.reduce<string[][]>((groups, row, at) => {
    const isTable = row.length > 1
    if (at === 0 || !isTable || rows[at - 1]!.length === 1) groups.push([])
    groups.at(-1)!.push(isTable ? writeRow(row) : writeParagraph(row[0]!))
    return groups
  }, [])
  return tables
    .map(lines => (lines[0]!.startsWith('<w:tr>') ? `<w:tbl>${lines.join('')}</w:tbl>` : lines.join('')))
    .join('')
}

function writeRow(cells: readonly string[]): string {
  const written = cells.flatMap((text, column) => {
    if (text === '<') return []
    let columns = 1
    while (cells[column + columns] === '<') columns++
    const span = columns > 1 ? `<w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>` : ''
    return [`<w:tc>${span}${writeParagraph(text)}</w:tc>`]
  })
  return `<w:tr>${written.join('')}</w:tr>`
}

function writeParagraph(text: string): string {
  const run = (part: string) => `<w:r><w:t>${escapeXml(part)}</w:t></w:r>`
  const changed = /^(.+)⇒(.+)$/.exec(text)
  const box = /^(.*)\[文本框：(.+)\]$/.exec(text)
  if (changed)
    return `<w:p><w:del><w:r><w:delText>${escapeXml(changed[1]!)}</w:delText></w:r></w:del><w:ins>${run(changed[2]!)}</w:ins></w:p>`
  if (box)
    return `<w:p>${run(box[1]!)}<w:r><w:drawing><wps:txbx><w:txbxContent><w:p>${run(box[2]!)}</w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`
  const struck = /^\[删除线：(.+?)\](.*)$/.exec(text)
  if (struck)
    return `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>${escapeXml(struck[1]!)}</w:t></w:r>${run(struck[2]!)}</w:p>`
  if (text === '[图片]')
    return '<w:p><w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r></w:p>'
  if (text === '[Excel表格]')
    return '<w:p><w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
  return `<w:p>${run(text)}</w:p>`
}
