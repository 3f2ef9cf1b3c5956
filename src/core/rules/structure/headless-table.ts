import { problemRule } from '../rule.ts'
import { clauses, plural, tableInEnglish } from '../words.ts'

export const headlessTable = problemRule({
  code: 'GJ123',
  name: 'headless-table',
  problem: 'headless-table',
  severity: 'warning',
  title: { zh: '表头缺失或不全', en: 'The head of a table is missing or not whole' },
  basis: clauses.format,
  why: {
    zh: '没有表头，读者不知道哪个数是什么；本工具只能按统一格式的列序理解。',
    en: 'Without a head no reader can tell what the figures are; they could only be read in the order of the form.',
  },
  advice: {
    zh: '请按统一格式补上表头，并确认各数的顺序。',
    en: 'Add the head of the form, and make sure that the figures are in its order.',
  },
  messages: {
    zh: ({ table, columns }) => `${table}没有完整的表头，每行${columns}个数已按统一格式的列序读取。`,
    en: ({ table, columns }) =>
      `${tableInEnglish(table)} has no whole head; the ${plural(columns, 'figure')} of a row were read in the order of the form's columns.`,
  },
})
