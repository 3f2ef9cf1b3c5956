import { problemRule } from '../rule.ts'
import { clauses, plural, tableInEnglish } from '../words.ts'

export const headlessTable = problemRule({
  code: 'GJ123',
  name: 'headless-table',
  problem: 'headless-table',
  severity: 'warning',
  title: { zh: '表只有数、没有表头', en: 'A table has figures but no head' },
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
    zh: ({ table, figures }) => `${table}没有表头，只有${figures}个数，已按统一格式的顺序读取。`,
    en: ({ table, figures }) =>
      `${tableInEnglish(table)} has no head, only ${plural(figures, 'figure')}, which were read in the order of the form.`,
  },
})
