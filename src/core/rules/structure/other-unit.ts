import { problemRule } from '../rule.ts'
import { clauses, quoted, tableInEnglish } from '../words.ts'

export const otherUnit = problemRule({
  code: 'GJ125',
  name: 'other-unit',
  problem: 'other-unit',
  severity: 'error',
  title: { zh: '金额单位与统一格式不同', en: 'Amounts are in another unit than the form asks for' },
  basis: clauses.format,
  why: {
    zh: '统一格式的单位是万元；按元填写的数会大一万倍，汇总时也看不出来。',
    en: 'The form asks for units of 10,000 yuan; an amount in yuan is ten thousand times too large, and no total would show it.',
  },
  advice: {
    zh: '请把表头改回万元，并把金额换算成万元。',
    en: 'Put the unit of the form back into the head and convert the amounts.',
  },
  messages: {
    zh: ({ table, label, unit, expected }) =>
      `${table}的“${quoted(label)}”列以${unit}为单位，统一格式是${expected}，其中的金额未采用。`,
    en: ({ table, label, unit, expected }) =>
      `Column “${quoted(label)}” of ${tableInEnglish(table)} is in ${unit}, while the form asks for ${expected}; its amounts were not used.`,
  },
})
