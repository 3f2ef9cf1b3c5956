// How the reports of fixtures are changed before they are written, and those of fixtures/layouts are written.
import { writeFileSync } from 'node:fs'
import {
  balancedFigures,
  htmlStyles,
  keptReport,
  layOut,
  numbered,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../dist/testing.js'

export const newRequests = '一、本年新收政府信息公开申请数量'

/** The rows of a balanced report in the printed form. */
export function base(report = reportOf('2021')) {
  return reportSheet(report).rows.map(row => [...row])
}

export function reportOf(edition, tables = {}) {
  const editions = { activeDisclosure: edition, requests: edition, reviewLitigation: edition, ...tables }
  const figures = Object.entries(editions).flatMap(([table, id]) =>
    [...balancedFigures(id, 31)].filter(([ref]) => ref.startsWith(`${table}.`)),
  )
  return { ...keptReport(edition, new Map(figures)), editions }
}

export function csv(name, change, report) {
  const rows = base(report)
  change(rows)
  write(`${name}.csv`, text(rows))
}

export function txt(name, change, report) {
  const rows = base(report)
  change(rows)
  write(`${name}.txt`, text(rows, '\t'))
}

export function text(rows, separator = ',') {
  return new TextDecoder().decode(writeText(rows, { ...plainStyle, separator }))
}

export function write(name, content) {
  writeFileSync(`fixtures/layouts/${name}`, content)
}

export function indexOf(rows, label) {
  const index = rows.findIndex(row => row.includes(label))
  if (index < 0) throw new Error(`no row ${label}`)
  return index
}

export function headOfRequests(rows) {
  const start = indexOf(rows, newRequests)
  return rows.slice(start - 3, start).map(row => [...row])
}

export function set(rows, label, column, writing) {
  const row = rows[indexOf(rows, label)]
  row[column] = writing(row[column])
}

export function addedItem(total) {
  return ['', '', '4.其他无法提供情形', '1', '0', '0', '0', '0', '0', total]
}

export function replace(rows, from, to) {
  let count = 0
  for (const row of rows)
    for (const [at, cell] of row.entries())
      if (cell.includes(from)) {
        row[at] = cell.replace(from, to)
        count++
      }
  if (count === 0) throw new Error(`no ${from}`)
}

export function insertBelow(rows, label, row) {
  rows.splice(indexOf(rows, label) + 1, 0, row)
}

/** The figures of 表三, from its fourth column. */
export function eachFigure(rows, writing) {
  const start = indexOf(rows, newRequests)
  for (const row of rows.slice(start, start + 26))
    for (let column = 3; column < row.length; column++) row[column] = writing(row[column], column)
}

export function traditional(label) {
  const pairs =
    '关關举舉类類处處无無办辦结結转轉总總计計数數请請员員业業构構机機织織会會务務团團体體际際现現废廢设設单單万萬规規费費听聽补補过過国國属屬内內须須诉訴决決审審维維纠糾项項护護权權涉涉据據档檔卷卷阅閱为為复復议議经經后後'
  return [...label]
    .map(character => {
      const at = pairs.indexOf(character)
      return at >= 0 && at % 2 === 0 ? pairs[at + 1] : character
    })
    .join('')
}

export function mojibake(content) {
  return new TextDecoder('gb18030').decode(new TextEncoder().encode(content))
}

export function pageWithProse(rows) {
  const lines = rows.map(row => row.filter(cell => cell !== '').join('\t'))
  const before = ['首页 > 政务公开 > 年度报告', '发布时间：2025-01-20  浏览次数：123', '【字体：大 中 小】']
  const after = ['注：本表数据由各科室填报。', '打印本页 关闭窗口', '版权所有 ICP备12345678号']
  const at = lines.findIndex(line => line.startsWith('三、收到和处理')) + 1
  const prose = ['2024年，本镇共收到申请10件，办结9件，其中予以公开3件，详见下表。', '第 5 页 共 12 页']
  return [...before, ...lines.slice(0, at), ...prose, ...lines.slice(at), ...after, ''].join('\n')
}

export function linesOfCells(rows) {
  return rows.flatMap(row => row.filter(Boolean).map(cell => `${cell}\n`)).join('')
}

export function sideBySide() {
  const [left, right] = [base(), base(reportOf('2021'))]
  replace(right, '示例镇2024年', '另一镇2024年')
  return text(left.map((row, at) => [...row, ...Array(16 - row.length).fill(''), ...right[at]]))
}

export function twoBodies() {
  const of = body => [[`填报单位：${body}（盖章）`], ...base().slice(1)]
  return text([...of('石桥镇'), [], ...of('柳河镇')])
}

export function sheetsOfTowns() {
  const rows = base().slice(1)
  return writeWorkbook(['石桥镇', '柳河镇'].map(name => numbered({ name, rows, merges: [] })))
}

export function html(name, change) {
  const text = htmlStyles.spans(layOut(reportOf('2021')))
  const changed = change(text)
  if (changed === text) throw new Error(`${name}: nothing was changed`)
  write(`${name}.html`, changed)
}

/** Ends the table before the row with a label, and goes on in another one. */
export function breakBefore(text, label, between) {
  const row = text.lastIndexOf('<tr>', text.indexOf(label))
  return `${text.slice(0, row)}</table>\n${between}\n<table>\n${text.slice(row)}`
}

/** The head in pieces, some labels beside their tables, each stretch of rows a table of its own. */
export function extracted(rows) {
  const line = cells => `| ${cells.join(' | ')} |\n`
  const table = ([first, ...others]) => `${[first, first.map(() => '---'), ...others].map(line).join('')}\n`
  const start = indexOf(rows, newRequests)
  const body = rows
    .slice(start, start + 26)
    .map(row => [...row.slice(0, 3).filter(Boolean).slice(-1), ...row.slice(3, 10)])
  return [
    `# ${rows[0][0]}\n\n## 三、收到和处理政府信息公开申请情况\n\n申请人情况\n法人或其他组织\n\n`,
    table([['等于第三项加第四项之和）', '自然人', '商业', '科研', '总计']]),
    table(body.slice(0, 3)),
    '（二）部分公开（区分处理的，只计这一情\n形，不计其他情形）\n\n',
    table([body[3].slice(1)]),
    table(body.slice(4, 12)),
    '（四）无\n\n— 5 —\n\n法提供\n\n',
    table(body.slice(12, 22).map(row => [...row, ''])),
    table(body.slice(22)),
    '## 四、政府信息公开行政复议、行政诉讼情况\n\n行政复议行政诉讼\n\n',
    table([rows.at(-1)]),
  ].join('')
}
