// Writes fixtures/demo and fixtures/cases from balanced figures and the printed forms. The outcome is committed; the
// expected output beside each file is written by `npx vitest run tests/fixtures.test.ts -u`, and is to be read.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  balancedFigures,
  encode,
  htmlStyles,
  keptReport,
  layOut,
  plainStyle,
  reportSheet,
  writeMarkdown,
  writeMht,
  writeText,
  writeWorkbook,
} from '../dist/testing.js'
import { indexOf, set } from './layout-edits.mjs'

const reportName = '年政府信息公开工作年度报告'

for (const folder of ['fixtures/demo', 'fixtures/cases']) rmSync(folder, { recursive: true, force: true })

demo('石桥镇', 2024, 'csv', 11)
demo('柳河镇', 2024, 'csv', 12, rows => set(rows, '（七）总计', 3, figures => swapDigits(figures)))
demo('教育局', 2024, 'xlsx', 13)
demo('民政局', 2024, 'xlsx', 14, rows => {
  set(rows, '行政事业性收费', 1, () => '251000元')
  set(rows, '2.重复申请', 9, () => '')
})
demo('青山乡', 2020, 'txt', 15)
demo(
  '白马乡',
  2020,
  'csv',
  16,
  rows => set(rows, '四、结转下年度继续办理', 3, text => String(Number(text) + 2)),
  {
    encoding: 'gb18030',
    lineEnd: '\r\n',
    quotes: 'broken',
  },
)

const balanced = edition =>
  reportSheet(keptReport(edition, balancedFigures(edition, 21), '示例镇')).rows.map(row => [...row])

write('cases/empty.csv', '')
write('cases/requirements.csv', 'name,version\nleft,1\nright,2\n')
write(
  'cases/label-without-table.csv',
  '收到和处理政府信息公开申请情况见附件\n\n三、收到和处理政府信息公开申请情况\n',
)
write('cases/unknown-encoding.csv', Buffer.concat([text(balanced('2021')), Buffer.from([0xff, 0xfe, 0x31])]))
write('cases/half-a-table.csv', text(balanced('2021').slice(0, 34)))
write('cases/two-copies.csv', text([...balanced('2021'), [], ...balanced('2021').slice(48)]))
change('two-different-copies.csv', rows => {
  const copy = rows.slice(48).map(row => [...row])
  copy.at(-1)[0] = '99'
  rows.push([], ...copy)
})
change('no-numbers.csv', rows => {
  set(rows, '一、本年新收政府信息公开申请数量', 3, () => '详见附件')
  set(rows, '2.重复申请', 4, () => '#REF!')
  set(rows, '3.其他', 5, () => '7'.repeat(400))
  set(rows, '（七）总计', 6, () => '1O')
})
change('writings.csv', rows => {
  set(rows, '规章', 1, () => '１２')
  set(rows, '规章', 2, () => '0（其中修订1件）')
  set(rows, '行政许可', 1, () => '1,234')
  set(rows, '行政处罚', 1, () => '56件')
  set(rows, '行政强制', 1, () => '+5')
  set(rows, '行政事业性收费', 1, () => '12.345678')
  set(rows, '1.属于国家秘密', 3, text => ` 0${text}`)
  set(rows, '1.属于国家秘密', 4, text => `${text}.0`)
})
change('blanks.csv', rows => {
  for (const column of [3, 4, 5]) set(rows, '2.重复申请', column, () => '')
  set(rows, '3.要求提供公开出版物', 3, () => '/')
  set(rows, '（一）予以公开', 9, () => '')
})
const more = by => text => String(Number(text) + by)
change('one-wrong-figure.csv', rows => set(rows, '2.重复申请', 4, more(90)))
change('two-wrong-figures-of-a-row.csv', rows => {
  set(rows, '2.重复申请', 4, more(90))
  set(rows, '2.重复申请', 6, more(7))
})
change('three-wrong-figures.csv', rows => {
  set(rows, '一、本年新收政府信息公开申请数量', 5, more(11))
  set(rows, '1.属于国家秘密', 3, more(100))
  set(rows, '（七）总计', 7, more(-5))
})
change('swapped-in-a-column.csv', rows =>
  swapFigures(rows, ['（一）予以公开', 4], ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 4]),
)
change('swapped-in-a-row.csv', rows => swapFigures(rows, ['（一）予以公开', 4], ['（一）予以公开', 6]))
change('wrong-result-of-reviews.csv', rows => {
  rows.at(-1)[1] = more(3)(rows.at(-1)[1])
})
change('too-many-wrong-figures.csv', rows => {
  for (const [index, label] of [
    '1.属于国家秘密',
    '2.其他法律行政法规禁止公开',
    '3.危及“三安全一稳定”',
    '4.保护第三方合法权益',
    '5.属于三类内部事务信息',
  ].entries())
    set(rows, label, 3, more(index + 2))
})
change('negative-in-balance.csv', rows => {
  set(rows, '2.重复申请', 4, text => `-${text}`)
  set(rows, '2.重复申请', 5, text => `-${text}`)
})
change('blanks-that-contradict.csv', rows => {
  set(rows, '2.重复申请', 5, () => '')
  set(rows, '2.重复申请', 8, more(-1))
  set(rows, '3.要求提供公开出版物', 8, () => '')
})
change(
  'changes.csv',
  rows => {
    set(rows, '行政许可', 2, () => '增3减1')
    set(rows, '行政处罚', 2, () => '3/1')
    set(rows, '行政强制', 2, () => '-500')
  },
  '2019',
)
change('missing-row.csv', rows => rows.splice(indexOf(rows, '2.重复申请'), 1))
change('unknown-row.csv', rows =>
  rows.splice(indexOf(rows, '2.重复申请'), 0, ['', '', '2.其他情形', ...'0000000']),
)
change('duplicate-row.csv', rows =>
  rows.splice(indexOf(rows, '2.重复申请'), 0, rows[indexOf(rows, '2.重复申请')]),
)
change('rows-out-of-order.csv', rows => {
  const at = indexOf(rows, '2.重复申请')
  ;[rows[at], rows[at + 1]] = [rows[at + 1], rows[at]]
})
change('columns-out-of-order.csv', rows => {
  const head = rows.findIndex(row => row.includes('商业企业'))
  for (const row of rows.slice(head, head + 26)) [row[4], row[5]] = [row[5], row[4]]
})
change('missing-column.csv', rows => {
  const head = rows.findIndex(row => row.includes('商业企业'))
  for (const row of rows.slice(head - 2, head + 26)) row.splice(5, 1)
})
change('added-column.csv', rows => {
  const head = rows.findIndex(row => row.includes('商业企业'))
  for (const [index, row] of rows.slice(head, head + 26).entries()) row[10] = index === 0 ? '备注' : ''
})
change('subtotals.csv', rows => {
  const at = indexOf(rows, '1.属于国家秘密')
  const items = rows.slice(at, at + 8)
  const sums = [3, 4, 5, 6, 7, 8, 9].map(column => items.reduce((sum, row) => sum + Number(row[column]), 0))
  rows.splice(at, 0, [
    '三、本年度办理结果',
    '（三）不予公开',
    '小计',
    ...sums.map((sum, index) => String(index === 0 ? sum + 1 : sum)),
  ])
})
change('stray-figure.csv', rows => (rows[indexOf(rows, '2.重复申请')][10] = '7'))
change('narrow-rows.csv', rows => {
  for (const label of ['2.重复申请', '3.要求提供公开出版物']) rows[indexOf(rows, label)].splice(9)
})
change('old-form-for-a-new-year.csv', rows => (rows[0][0] = `示例镇2023${reportName}`), '2019')
write('cases/unclosed-quote.csv', text(balanced('2021')).toString().replace('2.重复申请', '"2.重复申请'))
change('no-head.csv', rows => {
  const head = rows.findIndex(row => row.includes('商业企业'))
  rows.splice(head - 2, 3)
})
change('two-reports.csv', rows => {
  const other = balanced('2021').slice(48)
  rows.splice(48, rows.length, [`另一镇2023${reportName}`], ...other)
})
change('table-four-with-two-rows.csv', rows => rows.push(rows.at(-1)))
change('table-four-of-two-years.csv', rows => {
  const last = rows.at(-1)
  rows.splice(-1, 1, ['2023', ...last], ['2024', ...last])
})
change('a-blank-row-above-the-figures.csv', rows => rows.splice(-1, 0, Array(15).fill('')))
change('blank-table-four.csv', rows => rows.at(-1).fill(''))
change('units-in-brackets.csv', rows => set(rows, '行政事业性收费', 1, () => '251000（元）'))
change('leading-zero-group.csv', rows => set(rows, '行政事业性收费', 1, () => '0,123'))
change('figure-under-no-head.csv', rows => {
  const row = rows[indexOf(rows, '2.重复申请')]
  row[10] = row[9]
  row[9] = ''
})
change('sequence-column.csv', rows => {
  for (const [index, row] of rows.slice(-4).entries())
    row.unshift(index === 0 ? '序号' : index === 3 ? '1' : '')
})
change('note-column-of-the-head-alone.csv', rows => {
  const head = rows.findIndex(row => row.includes('商业企业'))
  for (const row of rows.slice(head - 2, head + 26)) row.splice(10)
  rows[head - 1].push('备注')
})
change('titles-of-one-body.csv', rows => rows.splice(48, 0, [`示例镇人民政府2024${reportName}`]))
change('section-title-again.csv', rows =>
  rows.splice(indexOf(rows, '3.其他'), 0, ['三、收到和处理政府信息公开申请情况']),
)
write('cases/text-of-a-page.txt', pageText(balanced('2021')))
write('cases/ledger.csv', '序号,申请人,申请内容,办理结果\n1,自然人,规划,部分公开\n2,自然人,土地,予以公开\n')
write('cases/balance-of-a-year.csv', '月份,上年结转,本年新收,办结,结转下年度\n1,2,3,4,1\n')
write('cases/glued.txt', `${balanced('2021').flat().join('')}\n`)
write('cases/nul-byte.csv', text(balanced('2021')).toString().replace('规章', '规\0章'))
write(
  'cases/old-line-ends.txt',
  text(balanced('2021')).toString().replaceAll(',', '\t').replaceAll('\n', '\r'),
)
write('cases/budget.csv', '项目,基本支出,项目支出,其他,总计\n教育支出,100,20,3,123\n')
write('cases/permits.csv', '月份,行政许可,行政处罚,行政强制\n1,10,3,0\n2,12,1,0\n')
write('cases/list-of-reports.csv', `标题,日期\n示例镇2023${reportName},2024-01-20\n`)
write('cases/not-what-it-says.csv', workbook(balanced('2021')))
write('cases/not-a-workbook.xlsx', text(balanced('2021')))
write('cases/cut-off.xlsx', workbook(balanced('2021')).subarray(0, 3000))

/** A total that does not hold, a blank and an amount in 元, wherever the report is written. */
const spoiltReport = keptReport(
  '2021',
  new Map([
    ...balancedFigures('2021', 22),
    ['activeDisclosure.fees.amount', '251000元'],
    ['requests.outcomes.total.naturalPerson', '9999'],
    ['requests.newRequests.legalEntity.researchInstitution', ''],
  ]),
)
const spoilt = layOut(spoiltReport)
write('cases/portal-page.html', encode(htmlStyles.layout(spoilt), 'utf-8'))
write('cases/page-of-word.html', encode(htmlStyles.word(spoilt).replaceAll('\n', '\r\n'), 'gb18030'))
write('cases/page-named-workbook.xls', encode(htmlStyles.excel(spoilt), 'gb18030'))
write('cases/page-named-document.doc', encode(htmlStyles.word(spoilt), 'utf-8-bom'))
write(
  'cases/web-archive.mht',
  writeMht([
    {
      bytes: encode('<html><frameset><frame src="sheet1.htm"></frameset></html>', 'utf-8'),
      encoding: '8bit',
    },
    { bytes: encode(htmlStyles.excel(spoilt), 'gb18030'), charset: 'gb2312', encoding: 'quoted-printable' },
  ]),
)
write('cases/tables.md', writeMarkdown(spoilt))
write(
  'cases/pasted-tables.txt',
  `以下是整理后的表格：\n\n${writeMarkdown(spoilt, text => text && `**${text}**`)}`,
)
write(
  'cases/tables-in-html.md',
  `${htmlStyles
    .spans(spoilt)
    .replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')
    .replace(/<\/?p>/g, '\n')}`,
)
write('cases/page-without-tables.html', `<title>示例镇2024${reportName}</title><p>表格见附件。</p>`)
write('cases/2024年政府信息公开工作年度报告.pdf', '%PDF-1.4\n')

function demo(body, year, format, seed, spoil = () => {}, style = {}) {
  const edition = year < 2021 ? '2019' : '2021'
  const sheet = reportSheet(keptReport(edition, balancedFigures(edition, seed), body, year))
  const rows = sheet.rows.map(row => [...row])
  spoil(rows)
  const separator = format === 'txt' ? '\t' : ','
  const bytes =
    format === 'xlsx' ? workbook(rows, sheet.merges) : writeText(rows, { ...plainStyle, separator, ...style })
  write(`demo/示例县/${body}${year}${reportName}.${format}`, bytes)
}

function change(name, spoil, edition = '2021') {
  const rows = balanced(edition)
  spoil(rows)
  write(`cases/${name}`, text(rows))
}

/** 14 for 41, the commonest slip of all. */
function swapDigits(figure) {
  const [first, second, ...rest] = figure
  return [second, first, ...rest].join('')
}

function swapFigures(rows, [row, column], [otherRow, otherColumn]) {
  const [a, b] = [rows[indexOf(rows, row)], rows[indexOf(rows, otherRow)]]
  const [first, second] = [a[column], b[otherColumn]]
  a[column] = second
  b[otherColumn] = first
}

/** As a browser copies it: cells that a span covers leave nothing behind. */
function pageText(rows) {
  return rows.map(row => `${row.filter(cell => cell !== '').join('\t')}\n`).join('')
}

function text(rows) {
  return Buffer.from(writeText(rows, plainStyle))
}

function workbook(rows, merges = []) {
  // As typed into a spreadsheet, which keeps no zeros behind a point.
  const cells = rows.map(row => row.map(cell => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)))
  return Buffer.from(writeWorkbook([{ name: '年度报告', rows: cells, merges }]))
}

function write(path, content) {
  const file = `fixtures/${path}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
