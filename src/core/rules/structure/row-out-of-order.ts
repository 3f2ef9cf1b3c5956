import { problemRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const rowOutOfOrder = problemRule({
  code: 'GJ108',
  name: 'row-out-of-order',
  problem: 'row-out-of-order',
  severity: 'warning',
  title: { zh: '行的顺序与统一格式不同', en: 'Rows are not in the order of the form' },
  basis: clauses.format,
  why: {
    zh: '本次按行名读取；但如果按位置汇总，数就会加到别的行。',
    en: 'The rows were read by their labels; whoever adds up reports by position will put the figures into other rows.',
  },
  advice: {
    zh: '请按统一格式的顺序排列各行，行名和数一起移动。',
    en: 'Bring the rows into the order of the form, each label together with its figures.',
  },
  messages: {
    zh: ({ table, label, after }) => `${table}的“${label}”行排在“${after}”行之后，与统一格式的顺序不同。`,
    en: ({ table, label, after }) =>
      `In ${tableInEnglish(table)}, row “${label}” comes after row “${after}”, unlike in the form.`,
  },
})
