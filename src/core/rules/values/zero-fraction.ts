import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const zeroFraction = factRule({
  code: 'GJ217',
  name: 'zero-fraction',
  severity: 'info',
  isGrouped: true,
  cleaning: { notation: 'zero-fraction' },
  title: { zh: '件数带小数点', en: 'A count is written with decimals' },
  basis: clauses.format,
  why: {
    zh: '数值不受影响；12.0这样的写法多半由表格软件的数字格式带来。',
    en: 'The value is clear; writings like 12.0 usually come from a number format of the spreadsheet.',
  },
  advice: { zh: '请改为整数写法。', en: 'Write it as a whole number.' },
  check: fact => (fact.notations.includes('zero-fraction') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”应写成整数${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)}: “${raw}” should be written as a whole number${andOthersEn(count)}.`,
  },
})
