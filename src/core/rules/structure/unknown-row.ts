import { problemRule } from '../rule.ts'
import { clauses, quoted, tableInEnglish } from '../words.ts'

export const unknownRow = problemRule({
  code: 'GJ101',
  name: 'unknown-row',
  problem: 'unknown-row',
  severity: 'warning',
  title: { zh: '统一格式中没有的行', en: 'A row that the form does not have' },
  basis: clauses.format,
  why: {
    zh: '统一格式的行是固定的；自加的行和改得认不出的行名，都无法核对。',
    en: 'The rows of the form are fixed; a row of your own, or a label changed beyond recognition, cannot be checked.',
  },
  advice: {
    zh: '行名有改动的，请改回统一格式的写法；自加的行请删去，其中的数归入统一格式的相应行。',
    en: 'Put the label back into the words of the form; remove rows of your own and count their figures under the row of the form where they belong.',
  },
  messages: {
    zh: ({ table, label }) =>
      label === ''
        ? `${table}多出一行没有名称的数据，统一格式中没有这一行，其中的数未采用。`
        : `${table}的“${quoted(label)}”行与统一格式的任何一行都对不上，其中的数未采用。`,
    en: ({ table, label }) =>
      label === ''
        ? `${tableInEnglish(table)} has an extra row of figures without a label, which the form does not have, so they were not used.`
        : `Row “${quoted(label)}” of ${tableInEnglish(table)} matches no row of the form, so its figures were not used.`,
  },
})
