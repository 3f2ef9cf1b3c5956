import { problemRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { hiddenEn, hiddenZh } from './hidden-words.ts'
import { rowEn, rowZh } from './row-words.ts'

export const duplicateRow = problemRule({
  code: 'GJ116',
  name: 'duplicate-row',
  problem: 'duplicate-row',
  severity: 'error',
  title: { zh: '同一行重复出现', en: 'A row appears more than once' },
  basis: clauses.format,
  why: {
    zh: '统一格式的每一行只出现一次；重复了就不知道以哪一行为准，其中的数无法核对。',
    en: 'Each row of the form stands in it once; where it appears again, nobody knows which of them holds, and the figures cannot be checked.',
  },
  advice: {
    zh: '请只保留正确的一行；其实是另一个项目的，请改正行名。',
    en: 'Keep only the row that is right; if one of them is really another item, correct its label.',
  },
  messages: {
    zh: ({ table, label, hidden }) => `${rowZh(table, label)}重复出现${hiddenZh(hidden)}，各行的数均未采用。`,
    en: ({ table, label, hidden }) =>
      `${rowEn(table, label)} appears more than once${hiddenEn(hidden)}, so none of its figures were used.`,
  },
})
