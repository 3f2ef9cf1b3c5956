import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, plural, tableInEnglish } from '../words.ts'

export const shortRow = problemRule({
  code: 'GJ113',
  name: 'short-row',
  problem: 'short-row',
  severity: 'error',
  title: { zh: '行比表头窄', en: 'A row is narrower than its head' },
  basis: clauses.format,
  why: {
    zh: '缺少的单元格无法核对，且从这一行本身看不出少的是哪一列。',
    en: 'What was lost cannot be checked, and the row itself does not tell which column it was.',
  },
  advice: {
    zh: '请对照原表补齐各列后再核对；没有的填0。',
    en: 'Restore the missing cells from the original table, 0 where there is nothing, and check again.',
  },
  messages: {
    zh: ({ table, rows }) => {
      const refused = rows.filter(row => !row.placed)
      const fate =
        refused.length === 0
          ? '已填的数可以确定所在列，缺少的按缺失处理'
          : `其中${refused.length}行无法确定各数属于哪一列，未采用`
      // The row of 表四 has no label.
      const labels = rows.flatMap(row => row.label || [])
      const named = labels.length > 0 ? `（${listZh(labels, 3)}）` : ''
      return `${table}有${rows.length}行的单元格少于表头的${rows[0]!.expected}列${named}：${fate}。`
    },
    en: ({ table, rows }) => {
      const refused = rows.filter(row => !row.placed)
      const fate =
        refused.length === 0
          ? 'the figures that are there could be placed, the rest counts as missing'
          : `in ${plural(refused.length, 'row')} it cannot be told which column the figures belong to, so they were not used`
      const labels = rows.flatMap(row => row.label || [])
      const named = labels.length > 0 ? ` (${listEn(labels, 3)})` : ''
      return `${tableInEnglish(table)} has ${plural(rows.length, 'row')} with fewer cells than the ${rows[0]!.expected} columns of the head${named}: ${fate}.`
    },
  },
})
