import { factRule } from '../rule.ts'
import { headStatesUnit } from '../structure/unit-not-stated.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const unitSuffix = factRule({
  code: 'GJ209',
  name: 'unit-suffix',
  severity: 'info',
  isGrouped: true,
  cleaning: {
    notation: 'unit-suffix',
    // Without it nobody could tell 万元 from 元 where the head states no unit.
    isLossless: ({ cell }, table) => headStatesUnit(table, cell.column),
  },
  title: { zh: '数字后带单位', en: 'A number carries a unit' },
  basis: clauses.format,
  why: {
    zh: '单位已写在表头，数据格只填数字；带单位的数会被汇总程序当作文字。',
    en: 'The unit stands in the head; a number with a unit is text to other programs.',
  },
  advice: {
    zh: '请删除单位，只留数字；列名没有注明单位的，先在列名后注明。',
    en: 'Remove the unit; where the head states none, state it there first.',
  },
  check: fact => (fact.notations.includes('unit-suffix') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”带有单位${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) => `${cellNameInEnglish(cell)}: “${raw}” carries a unit${andOthersEn(count)}.`,
  },
})
