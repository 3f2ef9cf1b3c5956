import { editionOfYear, tableIds } from '../../editions/index.ts'
import { tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'
import { sectionWithPicture } from './table-as-picture.ts'

export const missingTable = reportRule({
  code: 'GJ107',
  name: 'missing-table',
  severity: 'error',
  title: { zh: '缺少统计表', en: 'A table is missing' },
  basis: clauses.contents,
  why: {
    zh: '《条例》第五十条要求年度报告包括三张统计表所列的情况，没有发生的也要列表填0。',
    en: 'Article 50 requires the report to cover what the three tables state, with 0 where nothing happened.',
  },
  advice: {
    zh: '请补上这张表；表已在文件中的，请确认它不是图片，表头和行名与统一格式一致。',
    en: 'Add the table; if it is in the file already, make sure that it is no picture and has the heads and row labels of the form.',
  },
  *check(report) {
    const [found] = report.tables
    if (!found) return
    const prescribed = report.year === null ? undefined : editionOfYear(report.year)
    const isEncouraged = prescribed?.form.encouraged.includes(report.year!) === true
    const { tables } = prescribed ?? found.edition
    for (const id of tableIds) {
      if (tableOf(report, id) || sectionWithPicture(report, id)) continue
      const { name, form } = tables[id]
      yield {
        at: report,
        data: { table: name, title: form.title },
        severity: isEncouraged ? 'warning' : 'error',
      }
    }
  },
  messages: {
    zh: ({ table, title }) => `没有找到${table}（${title}）。`,
    en: ({ table, title }) => `${tableInEnglish(table)} (${title}) was not found.`,
  },
})
