import { type LaidOutCell, type LaidOutReport, type LaidOutTable, partsOf, sheetOf } from './laid-out.ts'

/** The ways in which reports are met as pages. Each gives the text of the file. */
export const htmlStyles = {
  /** As a browser would want it. */
  spans: report => page(report, table => htmlTable(table, plainCell)),
  /** Some systems write blank cells below a head instead of letting it span rows. */
  'blank cells for rowspans': report => page(report, table => htmlTable(withoutRowspans(table), plainCell)),
  /** Saved by Word, or pasted from it. */
  word: report => page(report, table => htmlTable(table, wordCell), wordParagraph),
  /** Rows and cells that are never closed, as the standard allows. */
  unclosed: report => page(report, table => htmlTable(table, plainCell).replace(/<\/(?:td|tr)>/g, '')),
  /** In tables for the layout, beside a menu. */
  layout: report =>
    `<html><head><title>${report.title}_示例门户</title><script>document.write("<table><tr><td>1</td></tr></table>")</script></head><body><table width=1000><tr><td colspan=2>首页　政务公开　互动交流</td></tr><tr><td><table><tr><td>通知公告</td></tr><tr><td>年度报告</td></tr></table></td><td><table><tr><td>${body(report, table => htmlTable(table, plainCell))}</td></tr></table></td></tr></table></body></html>`,
  /** Excel: save as web page. All tables stand on one sheet. */
  excel: report => excelPage(report),
} as const satisfies Readonly<Record<string, (report: LaidOutReport) => string>>

export type HtmlStyle = keyof typeof htmlStyles

type WriteCell = (text: string) => string
type WriteTable = (table: LaidOutTable) => string

function page(report: LaidOutReport, write: WriteTable, paragraph = plainParagraph): string {
  return `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(report.title)}</title>\n<style>td { border: 1px solid }</style>\n</head>\n<body>\n${body(report, write, paragraph)}</body>\n</html>\n`
}

function body(report: LaidOutReport, write: WriteTable, paragraph: WriteCell = plainParagraph): string {
  return partsOf(report)
    .map(part => (part.kind === 'table' ? write(part.table) : paragraph(part.text)))
    .join('')
}

function plainParagraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>\n`
}

function wordParagraph(text: string): string {
  return `<p class=MsoNormal align=center><b><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></b><span\nstyle='font-family:仿宋'>${escapeHtml(text)}</span></p>\n`
}

function plainCell(text: string): string {
  return escapeHtml(text)
}

/** Figures in a span of their own; a hard blank where nothing stands. */
function wordCell(text: string): string {
  const lines = text === '' ? ['&nbsp;'] : [text.slice(0, 6), text.slice(6)].filter(Boolean).map(escapeHtml)
  const spans = lines.map(line => `<span lang=EN-US\nstyle='font-size:9.0pt'>${line}</span>`)
  return `\n  <p class=MsoNormal align=center style='text-align:center'>${spans.join('')}<span lang=EN-US><o:p></o:p></span></p>\n  `
}

function htmlTable(table: LaidOutTable, write: WriteCell): string {
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter(cell => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(cell => `<td${spansOf(cell)}>${write(cell.text)}</td>`),
  )
  return `<table>\n${rows.map(cells => `<tr>${cells.join('')}</tr>\n`).join('')}</table>\n`
}

function spansOf({ rows, columns }: Pick<LaidOutCell, 'rows' | 'columns'>): string {
  return (rows > 1 ? ` rowspan="${rows}"` : '') + (columns > 1 ? ` colspan="${columns}"` : '')
}

function withoutRowspans(table: LaidOutTable): LaidOutTable {
  const cells = table.cells.flatMap(cell =>
    Array.from({ length: cell.rows }, (_, row) => ({
      ...cell,
      row: cell.row + row,
      rows: 1,
      text: row === 0 ? cell.text : '',
    })),
  )
  return { ...table, cells }
}

function excelPage(report: LaidOutReport): string {
  const { name, rows, merges } = sheetOf(report)
  const covered = new Set<string>()
  for (const merge of merges)
    for (let row = merge.row; row < merge.row + merge.rows; row++)
      for (let column = merge.column; column < merge.column + merge.columns; column++)
        covered.add(`${row},${column}`)
  const lines = rows.map((texts, row) => {
    const cells = texts.map((text, column) => {
      const merge = merges.find(area => area.row === row && area.column === column)
      if (!merge && covered.has(`${row},${column}`)) return ''
      return `  <td class=xl65 style='mso-number-format:"\\@"'${merge ? spansOf(merge) : ''}>${escapeHtml(text)}</td>\n`
    })
    return ` <tr height=19 style='height:14.25pt'>\n${cells.join('')} </tr>\n`
  })
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n<!--[if gte mso 9]><xml>\n <x:ExcelWorkbook><x:Name>${name}</x:Name></x:ExcelWorkbook>\n</xml><![endif]-->\n</head>\n<body link=blue>\n<table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse'>\n <col width=72 span=10>\n${lines.join('')} <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n  <td width=72 style='width:54pt'></td>\n </tr>\n <![endif]>\n</table>\n</body>\n</html>\n`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
