import { problemRule } from '../rule.ts'
import { clauses, quoted, tableInEnglish } from '../words.ts'

export const unknownColumn = problemRule({
  code: 'GJ106',
  name: 'unknown-column',
  problem: 'unknown-column',
  severity: 'warning',
  title: { zh: '统一格式中没有的列', en: 'A column that the form does not have' },
  basis: clauses.format,
  why: {
    zh: '统一格式的列是固定的；自加的列和改得认不出的列名，都无法核对。',
    en: 'The columns of the form are fixed; a column of your own, or a head changed beyond recognition, cannot be checked.',
  },
  advice: {
    zh: '列名有改动的，请改回统一格式的写法；自加的列请删去，其中的数归入统一格式的相应列。',
    en: 'Put the head back into the words of the form; remove columns of your own and count their figures under the column of the form where they belong.',
  },
  messages: {
    zh: ({ table, label }) =>
      `${table}表头中的“${quoted(label)}”与统一格式的任何一列都对不上，其中的数未采用。`,
    en: ({ table, label }) =>
      `Column “${quoted(label)}” of ${tableInEnglish(table)} matches no column of the form, so its figures were not used.`,
  },
})
