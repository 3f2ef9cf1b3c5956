import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, quoted, tableInEnglish } from '../words.ts'

export const mixedEditions = problemRule({
  code: 'GJ111',
  name: 'mixed-editions',
  problem: 'mixed-editions',
  severity: 'error',
  title: { zh: '一张表混用不同版本的格式', en: 'A table mixes editions of the form' },
  basis: clauses.format,
  why: {
    zh: '各版格式的项目和口径不同，混在一张表里，数既不能核对，也不能汇总。',
    en: 'The editions ask for different figures; mixed in one table, they can be neither checked nor added up.',
  },
  advice: {
    zh: '请按报告年度的统一格式重新填表，不保留另一版的项目。',
    en: 'Fill in the table of the form prescribed for the year, without items of another edition.',
  },
  messages: {
    zh: ({ table, labels }) => `${table}混用了不同版本的格式，${listZh(labels.map(quoted))}属于另一版。`,
    en: ({ table, labels }) =>
      `${tableInEnglish(table)} mixes editions of the form: ${listEn(labels.map(quoted))} ${labels.length === 1 ? 'belongs' : 'belong'} to another edition than the rest.`,
  },
})
