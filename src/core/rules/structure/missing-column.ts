import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, plural, tableInEnglish } from '../words.ts'

export const missingColumn = problemRule({
  code: 'GJ103',
  name: 'missing-column',
  problem: 'missing-column',
  severity: 'error',
  title: { zh: '缺少列', en: 'Columns are missing' },
  basis: clauses.format,
  why: {
    zh: '统一格式的列应当齐全，没有发生的也要保留并填0；缺了列，总计和勾稽关系就无法核对。',
    en: 'Every column of the form belongs in the table, with 0 where nothing happened; without it, totals and balances cannot be checked.',
  },
  advice: {
    zh: '请按统一格式补齐各列，没有发生的填0；列还在但名称改了的，请改回原名。',
    en: 'Add the missing columns, with 0 where there is nothing; where a column is there under another head, restore the head.',
  },
  messages: {
    zh: ({ table, labels }) => `${table}缺少${labels.length}列：${listZh(labels)}。`,
    en: ({ table, labels }) =>
      `${tableInEnglish(table)} lacks ${plural(labels.length, 'column')}: ${listEn(labels)}.`,
  },
})
