import { problemRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const columnOutOfOrder = problemRule({
  code: 'GJ109',
  name: 'column-out-of-order',
  problem: 'column-out-of-order',
  severity: 'error',
  title: { zh: '列的顺序与统一格式不同', en: 'Columns are not in the order of the form' },
  basis: clauses.format,
  why: {
    zh: '如果只换了列名而没有移动数，数的含义就变了；本次按列名读取，从表上看不出有没有这种情况。',
    en: 'If the heads were moved without their figures, the figures now mean something else; they were read by their heads, and the table does not show whether that is right.',
  },
  advice: {
    zh: '请按统一格式的顺序排列各列，并对照登记台账确认每一列的数与列名相符。',
    en: 'Bring the columns into the order of the form and compare the figures of each column with your records.',
  },
  messages: {
    zh: ({ table, label, after }) => `${table}的“${label}”列排在“${after}”列之后，与统一格式的顺序不同。`,
    en: ({ table, label, after }) =>
      `In ${tableInEnglish(table)}, column “${label}” comes after column “${after}”, unlike in the form.`,
  },
})
