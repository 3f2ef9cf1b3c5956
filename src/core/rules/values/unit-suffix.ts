import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const unitSuffix = factRule({
  code: 'GJ209',
  name: 'unit-suffix',
  severity: 'info',
  isGrouped: true,
  title: { zh: '数字后带单位', en: 'A number carries a unit' },
  basis: clauses.format,
  why: {
    zh: '单位已写在表头，数据格只填数字；带单位的数会被汇总程序当作文字。',
    en: 'The unit stands in the head; a number with a unit is text to other programs.',
  },
  advice: { zh: '请删除单位，只留数字。', en: 'Remove the unit.' },
  check: fact => (fact.notations.includes('unit-suffix') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”带有单位${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) => `${cellNameInEnglish(cell)}: “${raw}” carries a unit${andOthersEn(count)}.`,
  },
})
