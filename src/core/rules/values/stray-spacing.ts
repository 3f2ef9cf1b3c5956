import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const straySpacing = factRule({
  code: 'GJ211',
  name: 'stray-spacing',
  severity: 'info',
  isGrouped: true,
  cleaning: { notation: 'spacing' },
  title: { zh: '数字带多余的空格或前导零', en: 'A number has stray blanks or leading zeros' },
  basis: clauses.format,
  why: {
    zh: '数值不受影响，但会被一些程序当作文字。',
    en: 'The value is clear, but some programs take it for text.',
  },
  advice: { zh: '请删除多余的空格和前导零。', en: 'Remove the blanks and the leading zeros.' },
  check: fact => (fact.notations.includes('spacing') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”含多余的空格或前导零${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)}: “${raw}” has stray blanks or leading zeros${andOthersEn(count)}.`,
  },
})
