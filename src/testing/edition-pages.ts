import {
  type Edition,
  type Line,
  type PrintedTable,
  printTable,
  type Table,
  type ValueKind,
} from '../core/editions/index.ts'
import { relationList } from './edition-relations.ts'

/** All that gouji knows of a form, in words. */
export function editionPage(edition: Edition): string {
  const { id, document, name, years, encouraged } = edition.form
  const span = years.to === null ? `${years.from}年度起` : `${years.from}年度至${years.to}年度`
  const lighter = encouraged.length > 0 ? `（${encouraged.join('、')}年度为鼓励采用）` : ''
  const head = `# ${id}年版格式 / The form of ${id}

${name}，${document}。适用于${span}${lighter}的年度报告。

Labels and relations are in Chinese, as the form has them. A cell is named \`table.row.column\` by the ids below: the output
of \`gouji parse\` and the \`ref\` of a diagnostic use these names.

每一格的编号是“表.行.列”，由下面各表的编号连成，如 \`requests.newRequests.total\`；\`gouji parse\` 的输出和诊断的 \`ref\` 用的就是它。
`
  return [head, ...Object.values(edition.tables).map(tableSection)].join('\n')
}

function tableSection(table: Table): string {
  const { id, name, form, rows, columns } = table
  return `## ${name} ${form.title} \`${id}\`

### 表样 / As printed

${printedForm(printTable(table))}

### 行 / Rows

${lineTable(rows, ['印出的名称', '也认作', '依据'], line => [label(line), line.aliases.join('；'), line.basis ?? ''])}

### 列 / Columns

${table.blocks.length > 1 ? '每一块的行只与同一块的列相配。\n\n' : ''}${lineTable(
  columns,
  ['印出的名称', '也认作', '填什么', '单位'],
  line => [label(line), line.aliases.join('；'), valueKinds[line.value], line.unit ?? ''],
)}

### 关系 / Relations

${relationList(table.constraints)}${subtotals(table)}`
}

const valueKinds: Readonly<Record<ValueKind, string>> = {
  count: '不小于0的整数',
  change: '整数，可以为负',
  money: '不小于0的金额，可以有小数',
}

/** HTML, for Markdown has no merged cells. */
function printedForm({ rows, cells }: PrintedTable): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const own = cells.filter(cell => cell.row === row).sort((a, b) => a.column - b.column)
    const written = own.map(({ rows, columns, text, cell }) => {
      const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
      return cell ? `<td${spans}></td>` : `<th${spans}>${text}</th>`
    })
    return `<tr>${written.join('')}</tr>\n`
  })
  return `<table>\n${lines.join('')}</table>`
}

function lineTable(
  lines: readonly Line[],
  heads: readonly string[],
  columns: (line: Line) => readonly string[],
): string {
  const own = distinct(lines.filter(line => !line.isSubtotal))
  const rows = own.map(line => [line.id === '' ? '（无）' : `\`${line.id}\``, ...columns(line)])
  return markdownTable(['编号 id', ...heads], rows)
}

/** Blocks of 表二 can share columns. */
function distinct(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map(line => [`${line.id} ${line.label}`, line])).values()]
}

/** The label under its heads: 三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密. */
function label(line: Line): string {
  if (line.label === '') return '（没有名称，只有一行数）'
  return [...line.heads, line.label].join(' › ')
}

function subtotals({ subtotalConstraints }: Table): string {
  if (subtotalConstraints.length === 0) return ''
  return `
统一格式没有小计。报告自行增加小计的，还核对：

${relationList(subtotalConstraints)}`
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n')
}
