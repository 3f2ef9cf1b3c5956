// Writes fixtures/fixes, the reports whose figures are written in ways that a fix cleans. Beside each stands what the
// fix makes of it; that is written by tests/fixes/fixtures.test.ts when it is not there, and is to be read.
import { mkdirSync, writeFileSync } from 'node:fs'
import {
  balancedFigures,
  encode,
  htmlStyles,
  keptReport,
  layOut,
  plainStyle,
  reportSheet,
  writeMarkdown,
  writeText,
} from '../dist/testing.js'
import { set } from './layout-edits.mjs'

mkdirSync('fixtures/fixes', { recursive: true })

const fees = '行政事业性收费'

/** One writing of every kind, also several in one cell, and by their side what only a person may change. */
const everyNotation = rows => {
  set(rows, '规章', 1, () => '１２')
  set(rows, '规章', 2, () => '０（其中修订1件）')
  set(rows, '规章', 3, () => '１O')
  set(rows, '行政规范性文件', 1, () => ' 36 ')
  set(rows, '行政规范性文件', 3, () => '＋１７７件')
  set(rows, '行政许可', 1, () => '1,234')
  set(rows, '行政处罚', 1, () => '0056 件')
  set(rows, '行政强制', 1, () => '+5')
  set(rows, fees, 1, () => '１，234.5０００万元')
  set(rows, '1.属于国家秘密', 4, text => `${text}.0`)
  set(rows, '2.重复申请', 3, () => '/')
  set(rows, '2.重复申请', 4, () => '约３')
  set(rows, '3.要求提供公开出版物', 4, () => '\u3000\u200b7\u00a0')
  set(rows, '3.要求提供公开出版物', 5, () => '－2')
}

csv('every-notation', everyNotation)
csv('mark-and-crlf', everyNotation, { encoding: 'utf-8-bom', lineEnd: '\r\n' }, rows => rows.slice(2))
csv('gb18030', everyNotation, { encoding: 'gb18030', lineEnd: '\r\n', quotes: 'broken' }, rareNames)
csv('utf-16le', everyNotation, { encoding: 'utf-16le-bom', lineEnd: '\r\n', separator: '\t' }, rareNames)
csv('utf-16le-without-mark', everyNotation, { encoding: 'utf-16le' })
csv('utf-16be', everyNotation, { encoding: 'utf-16be-bom', separator: ';' }, rareNames)
csv('old-line-ends', everyNotation, { encoding: 'gb18030', lineEnd: '\r' })
csv('all-quoted', everyNotation, { quotes: 'all', lineEnd: '\r\n' })
csv('quoted-over-lines', rows => {
  set(rows, '行政许可', 1, () => '12\n')
  set(rows, '行政处罚', 1, () => '\r\n５６')
  set(rows, fees, 1, () => '1,234\n')
})
csv('unit-only-in-cells', rows => {
  set(rows, '行政处罚', 1, () => '５６件')
  set(rows, fees, 1, () => '１2.5万元')
  for (const row of rows) row.splice(0, row.length, ...row.map(cell => cell.replace('（单位：万元）', '')))
})
csv('nothing-to-fix', rows => {
  set(rows, '规章', 1, () => '12（其中修订1件）')
  set(rows, fees, 1, () => '251000元')
})
csv(
  'changes',
  rows => {
    set(rows, '行政许可', 2, () => '增３')
    set(rows, '行政处罚', 2, () => '－２')
    set(rows, '行政强制', 2, () => '增３减１')
    set(rows, fees, 2, () => '增3')
  },
  {},
  rows => rows,
  '2019',
)

const mixed = rowsOf(everyNotation, '2021')
const ends = ['\n', '\r\n', '\r']
write(
  'mixed-line-ends.txt',
  mixed
    .map((row, at) => row.join('\t') + ends[at % 3])
    .join('')
    .slice(0, -1),
)

const laidOut = layOut(reportOf(everyNotation))
write(
  'tables.md',
  writeMarkdown(laidOut, text => (text.startsWith('0') ? `**${text}**` : text)),
)
write('page.html', inMarkup(htmlStyles.spans(laidOut)))
write('page-of-word.html', encode(htmlStyles.word(laidOut), 'gb18030'))
write(
  'tables-in-html.md',
  `# 年度报告\r\n\r\n${inMarkup(htmlStyles.spans(laidOut)).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')}`,
)

function csv(name, change, style = {}, arrange = rows => rows, edition = '2021') {
  write(`${name}.csv`, writeText(arrange(rowsOf(change, edition)), { ...plainStyle, ...style }))
}

function rowsOf(change, edition) {
  const rows = reportSheet(keptReport(edition, balancedFigures(edition, 21), '示例镇')).rows.map(row => [
    ...row,
  ])
  change(rows)
  return rows
}

/** The report as figures, in the writings that its rows have after a change. */
function reportOf(change) {
  const report = keptReport('2021', balancedFigures('2021', 21), '示例镇')
  const named = {
    ...report,
    writing: Object.fromEntries(Object.keys(report.facts).map(ref => [ref, `<${ref}>`])),
  }
  const changed = rowsOf(change, '2021')
  const writing = reportSheet(named).rows.flatMap((row, at) =>
    row.flatMap((text, column) => (/^<.+>$/.test(text) ? [[text.slice(1, -1), changed[at][column]]] : [])),
  )
  return { ...report, writing: Object.fromEntries(writing) }
}

/** Characters that take four bytes in GB18030, and one above the first plane. */
function rareNames(rows) {
  return [[rows[0][0].replace('示例镇', '㥷𠮷镇')], ...rows.slice(1), ['注：𠮷，㥷，€，１２件。']]
}

/** Figures inside of markup, and blanks written as references: of these the text in the file is not the cell's. */
function inMarkup(page) {
  return page
    .replace('>１２<', '><b>１２</b><!-- ２ --><')
    .replace('> 36 <', '>&nbsp;36 <')
    .replace('>+5<', '><p align=right>\r\n +5 </p><')
    .replace('>1,234<', '>1,<b>234</b><')
}

function write(name, content) {
  writeFileSync(`fixtures/fixes/${name}`, content)
}
