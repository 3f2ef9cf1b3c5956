// Writes fixtures/layouts: one balanced report in every layout that published reports have been met in. The outcome is
// committed; the expected output beside each file is written by `npx vitest run tests/fixtures.test.ts -u`, and is to
// be read.
import { mkdirSync, rmSync } from 'node:fs'
import { encode } from '../dist/testing.js'
import {
  addedItem,
  base,
  breakBefore,
  csv,
  eachFigure,
  extracted,
  headOfRequests,
  html,
  indexOf,
  insertBelow,
  linesOfCells,
  mojibake,
  newRequests,
  pageWithProse,
  replace,
  reportOf,
  set,
  sheetsOfTowns,
  sideBySide,
  text,
  traditional,
  twoBodies,
  txt,
  write,
} from './layout-edits.mjs'

const outcomes = '三、本年度办理结果'
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

rmSync('fixtures/layouts', { recursive: true, force: true })
mkdirSync('fixtures/layouts', { recursive: true })

// Forms

csv('forms-of-two-editions', rows => rows, reportOf('2021', { requests: '2019' }))
csv('form-of-2021-for-2020', rows => replace(rows, '2024年', '2020年'))
csv('form-of-2019-for-2022', rows => replace(rows, '2020年', '2022年'), reportOf('2019'))
csv('added-provincial-rows', rows => {
  insertBelow(rows, '行政规范性文件', ['其他主动公开文件', '3', '1', '20'])
  insertBelow(rows, '3.补正后申请内容仍不明确', [
    '',
    '',
    '4.其他无法提供情形',
    '1',
    '0',
    '0',
    '0',
    '0',
    '0',
    '1',
  ])
})
csv('added-row-that-the-total-counts', rows => {
  insertBelow(rows, '3.补正后申请内容仍不明确', addedItem('1'))
  for (const label of ['（七）总计', newRequests])
    for (const column of [3, 9]) set(rows, label, column, text => String(Number(text) + 1))
})
csv('added-row-that-does-not-add-up', rows => {
  insertBelow(rows, '3.补正后申请内容仍不明确', addedItem('2'))
  for (const column of [3, 9]) set(rows, '（七）总计', column, text => String(Number(text) + 5))
})
csv('labels-with-explanations', rows => {
  set(rows, newRequests, 0, text => `${text}（含网上申请、信函申请和当面申请）`)
  set(rows, '行政许可', 0, text => `${text}（含备案）`)
  set(rows, '现行有效件数', 3, text => `${text}（截至12月31日）`)
  set(rows, '自然人', 3, text => `${text}（件）`)
  set(rows, '1.信访举报投诉类申请', 2, text => `${text}（注：不含重复件）`)
})
for (const [name, between] of [
  ['page-break', () => []],
  ['page-break-with-page-number', () => [['— 4 —']]],
  ['page-break-with-repeated-head', rows => [['— 4 —'], ...headOfRequests(rows)]],
  [
    'page-break-with-repeated-title',
    rows => [['三、收到和处理政府信息公开申请情况'], ...headOfRequests(rows)],
  ],
])
  csv(name, rows => rows.splice(indexOf(rows, '6.属于四类过程性信息'), 0, ...between(rows)))
csv('page-break-inside-a-label', rows => {
  for (const [index, label] of [
    '1.本机关不掌握相关政府信息',
    '2.没有现成信息需要另行制作',
    '3.补正后申请内容仍不明确',
  ].entries())
    set(rows, label, 1, () => (index === 0 ? '（四）无' : '法提供'))
  rows.splice(indexOf(rows, '2.没有现成信息需要另行制作'), 0, ['— 4 —'])
})
csv('requests-as-two-tables', rows => {
  rows.splice(indexOf(rows, '（四）无法提供'), 0, [], ...headOfRequests(rows))
})
csv('requests-as-two-tables-without-a-head', rows => rows.splice(indexOf(rows, '（四）无法提供'), 0, [], []))
txt('a-table-for-each-row', rows => {
  for (const [start, end] of [[indexOf(rows, newRequests), indexOf(rows, '四、结转下年度继续办理') + 1]])
    rows.splice(
      start,
      end - start,
      ...rows.slice(start, end).flatMap(row => [['指标', '', '', ...applicants], row, ['']]),
    )
})
txt('a-table-for-each-row-with-invented-heads', rows => {
  const start = indexOf(rows, newRequests)
  const end = indexOf(rows, '四、结转下年度继续办理') + 1
  rows.splice(
    start,
    end - start,
    ...rows.slice(start, end).flatMap(row => [row.map((_, at) => `列${at + 1}`), row, ['']]),
  )
})
csv('cases-as-three-tables', rows => {
  const [results, figures] = [[...rows.at(-3).slice(0, 5), ...rows.at(-2).slice(5)], rows.at(-1)]
  const piece = (heads, from) => [...heads, results.slice(from, from + 5), figures.slice(from, from + 5), []]
  rows.splice(
    -4,
    4,
    ...piece([['行政复议']], 0),
    ...piece([['行政诉讼'], ['未经复议直接起诉']], 5),
    ...piece([['行政诉讼'], ['复议后起诉']], 10),
  )
})
csv('cases-as-a-bare-row', rows => rows.splice(-4, 3))
csv('cases-as-a-bare-row-without-a-title', rows => rows.splice(-5, 4))
csv('section-numbers-that-restart', rows => {
  replace(rows, '二、主动公开', '一、主动公开')
  replace(rows, '三、收到和处理', '二、收到和处理')
  replace(rows, '四、政府信息公开行政', '一、政府信息公开行政')
})
csv('without-section-titles', rows => {
  for (const title of [
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ])
    rows.splice(indexOf(rows, title), 1)
})
// Labels

csv('labels-in-other-writings', rows => {
  replace(rows, '行政规范性文件', '规范性文件')
  replace(rows, '现行有效件数', '现行有效件')
  replace(rows, '第二十条第（一）项', '第二十条 第(一)项')
  replace(rows, '第二十条第（五）项', '第二十条第 (五) 项')
  replace(rows, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正')
  replace(rows, '（六）其他处理', '（六）其他')
  replace(rows, '本年收费金额（单位：万元）', '本年收费金额(单位:万元)')
  for (const row of rows)
    for (const [at, text] of row.entries()) row[at] = text.replace(/^(\d)\.(?!\d)/, '$1、')
})
csv('labels-broken-into-characters', rows => {
  for (const row of rows)
    for (const [at, text] of row.entries())
      if (/^（[三四五]）/.test(text) || text === outcomes) row[at] = [...text].join('\n')
})
csv('labels-with-radicals', rows => replace(rows, '一、本年新收', '⼀、本年新收'))
csv('labels-in-traditional-characters', rows => {
  for (const row of rows) for (const [at, text] of row.entries()) row[at] = traditional(text)
})
csv('labels-behind-the-figures', rows => {
  const start = indexOf(rows, newRequests)
  for (const row of rows.slice(start, start + 26)) if (/^\d/.test(row[3] ?? '')) row.push(...row.splice(0, 3))
})
csv('labels-of-items-missing', rows => {
  for (const row of rows) if (/^\d\./.test(row[2] ?? '')) row[2] = ''
})
csv('labels-detached-from-figures', rows => {
  const start = indexOf(rows, newRequests)
  const figures = rows.splice(start, 26)
  rows.splice(
    start,
    0,
    ...figures.map(row => [row.slice(0, 3).join('')]),
    ...figures.map(row => row.slice(3)),
  )
})

// Values

csv('blank-for-zero', rows => eachFigure(rows, text => (text === '0' ? '' : text)))
csv('blank-totals', rows => eachFigure(rows, (text, column) => (column === 9 ? '' : text)))
csv('blank-but-the-totals', rows => eachFigure(rows, (text, column) => (column === 9 ? text : '')))
csv('blanks-of-every-kind', rows => {
  for (const [column, blank] of ['\u00a0', '\u3000', '\u200b', ' ', '\t', '\ufeff', '&nbsp;'].entries())
    set(rows, '2.重复申请', 3 + column, () => blank)
})
csv('values-of-every-kind', rows => {
  set(rows, '规章', 1, () => '22（其中修订 16 件）')
  set(rows, '规章', 3, () => '55（含自然失效 29 件）')
  set(rows, '行政许可', 1, () => '59,237')
  set(rows, '行政处罚', 1, () => '5.2万件')
  set(rows, '行政强制', 1, () => '１２')
  set(rows, '行政事业性收费', 1, () => '59237.244912')
  set(rows, '1.信访举报投诉类申请', 3, () => '1O')
  set(rows, '1.信访举报投诉类申请', 4, () => '〇')
  set(rows, '1.信访举报投诉类申请', 5, () => '约100')
  set(rows, '1.信访举报投诉类申请', 6, () => '10余')
  set(rows, '1.信访举报投诉类申请', 7, () => '1.2E+05')
  set(rows, '1.信访举报投诉类申请', 8, () => '####')
  set(rows, '2.重复申请', 3, () => '——')
  set(rows, '2.重复申请', 4, () => '无')
  set(rows, '2.重复申请', 5, () => '不适用')
  set(rows, '2.重复申请', 6, () => '3.0')
  set(rows, '2.重复申请', 7, () => '12.5')
  set(rows, '2.重复申请', 8, () => '1,23')
})
csv(
  'changes-of-every-kind',
  rows => {
    for (const [label, text] of [
      ['行政许可', '减4'],
      ['行政处罚', '+19'],
      ['行政强制', '－2'],
      ['行政事业性收费', '+1/-2'],
    ])
      set(rows, label, 2, () => text)
  },
  reportOf('2019'),
)
txt('dummy-rows', rows => {
  const start = indexOf(rows, newRequests)
  rows.splice(start, 0, Array(10).fill('-'))
  rows.splice(start + 4, 0, Array(10).fill('-'))
})
txt('labels-glued-to-figures', rows => {
  const row = rows[indexOf(rows, '1.本机关不掌握相关政府信息')]
  const next = rows[indexOf(rows, '2.没有现成信息需要另行制作')]
  next.splice(0, 3, row.slice(3).join('') + next[2])
  rows.splice(rows.indexOf(row), 1)
})
// Files

write('utf-8-read-as-gb18030.csv', encode(mojibake(text(base())), 'utf-8'))
write('characters-lost.csv', text(base()).replace(/[^\0-\x7f]/g, '?'))
write('utf-16.csv', encode(text(base()), 'utf-16le-bom'))
write('text-between-heading-and-table.txt', pageWithProse(base()))
write('cells-on-lines-of-their-own.txt', linesOfCells(base()))
write('repeated-lines-dropped.txt', linesOfCells(base()).replace(/^(.*\n)\1+/gm, '$1'))
write('two-reports-side-by-side.csv', sideBySide())
write('two-bodies-by-the-line-above.csv', twoBodies())
write('a-sheet-for-each-town.xlsx', sheetsOfTowns())

// Pages

html('head-in-a-table-of-its-own', text => breakBefore(text, newRequests, ''))
html('page-break', text => breakBefore(text, '6.属于四类过程性信息', '<p>— 5 —</p>'))
html('page-break-with-prose', text =>
  breakBefore(
    text,
    '6.属于四类过程性信息',
    '<p>本年度未收到的申请类型均以0计，各科室应当逐项核对后填报，特此说明如下，请予留意。</p>',
  ),
)
html('a-table-for-each-row', text =>
  text.replace(/<\/tr>\n?(?=<tr><td[^>]*>(?:[一二四]、|（|\d\.))/g, '</tr>\n</table>\n<table>\n'),
)
html('wrong-spans', text => text.replace('colspan="5">法人或其他组织', 'colspan="4">法人或其他组织'))
html('figures-in-one-cell', text =>
  text.replace(/(<td[^>]*>2\.重复申请<\/td>)(?:<td>\d+<\/td>){7}/, '$1<td colspan="7">0</td>'),
)
html('labels-one-character-a-line', text =>
  text.replace(
    /(<td[^>]*>)(（[一二三四五六七]）[^<]+|三、[^<]+|行政[^<]+)(?=<\/td>)/g,
    (_, tag, label) => tag + [...label].join('<br>'),
  ),
)
write('what-an-extractor-makes-of-a-pdf.md', extracted(base()))
