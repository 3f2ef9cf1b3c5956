import { problemRule } from '../rule.ts'
import { clauses, plural } from '../words.ts'
import { rowEn, rowZh } from './row-words.ts'

export const wideRow = problemRule({
  code: 'GJ114',
  name: 'wide-row',
  problem: 'wide-row',
  severity: 'error',
  title: { zh: '行与表头的列对不上', en: 'A row does not fit under its head' },
  basis: clauses.format,
  why: {
    zh: '数与表头的列对不上，就不知道哪个数属于哪一列，整行无法核对。',
    en: 'Where the figures do not fit the columns, it cannot be told which belongs to which, and the row cannot be checked.',
  },
  advice: {
    zh: '请对照原表，删去多出的单元格或把错位的数移回所在的列，再核对。',
    en: 'Compare the row with the original table, remove what is too much or move the figures back under their heads, and check again.',
  },
  messages: {
    zh: ({ table, label, found, expected }) =>
      found > expected
        ? `${rowZh(table, label)}填了${found}格，表头只有${expected}列，其中的数未采用。`
        : `${rowZh(table, label)}有内容不在表头的${expected}列之下，其中的数未采用。`,
    en: ({ table, label, found, expected }) =>
      found > expected
        ? `${rowEn(table, label)} has ${found} filled cells under a head of ${plural(expected, 'column')}, so its figures were not used.`
        : `${rowEn(table, label)} has entries beside the ${plural(expected, 'column')} of the head, so its figures were not used.`,
  },
})
