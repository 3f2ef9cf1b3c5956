import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const tooManyDigits = factRule({
  code: 'GJ218',
  name: 'too-many-digits',
  severity: 'error',

  title: { zh: '数字位数过多', en: 'A number has too many digits' },
  basis: clauses.arithmetic,
  why: {
    zh: '超过14位的件数或金额不可能出现，多半是几个单元格的数字粘在了一起。',
    en: 'No count or amount has more than 14 digits; usually the figures of several cells ran together.',
  },
  advice: {
    zh: '请对照原表把各格的数分开重新填写。',
    en: 'Separate the figures by the original table and write them again.',
  },
  check: fact =>
    fact.notations.includes('too-long') ? { digits: fact.raw.replace(/\D/g, '').length } : null,
  messages: {
    zh: ({ cell, digits }) => `${cellName(cell)}有${digits}位数字，超过可能的位数，未采用。`,
    en: ({ cell, digits }) =>
      `${cellNameInEnglish(cell)} has ${digits} digits, more than any count can have; it was not used.`,
  },
})
