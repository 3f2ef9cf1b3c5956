import type { ReportTable } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const emptyTable = reportRule({
  code: 'GJ219',
  name: 'empty-table',
  severity: 'error',
  title: { zh: '整张表没有填写', en: 'A table is not filled in at all' },
  basis: clauses.contents,
  why: {
    zh: '空表没有任何可以核对的内容；即使全年没有发生，也应逐格填0。',
    en: 'There is nothing to check in an empty table; even when nothing happened all year, every cell takes a 0.',
  },
  advice: {
    zh: '请填写本表；确实没有的填0。',
    en: 'Fill in the table; write 0 where there was nothing.',
  },
  *check(report) {
    for (const table of report.tables) if (table.isEmpty) yield { at: table, data: dataOf(table) }
  },
  messages: {
    zh: ({ table, cells }) => `${table}的${cells}个数据单元格全部为空。`,
    en: ({ table, cells }) => `All ${cells} data cells of ${tableInEnglish(table)} are blank.`,
  },
})

function dataOf(table: ReportTable) {
  return { table: table.form.name, cells: table.form.size }
}
