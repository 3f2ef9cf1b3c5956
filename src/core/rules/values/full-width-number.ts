import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const fullWidthNumber = factRule({
  code: 'GJ207',
  name: 'full-width-number',
  severity: 'info',
  isGrouped: true,
  cleaning: { notation: 'full-width' },
  title: { zh: '数字用了全角字符', en: 'A number is written in full-width characters' },
  basis: clauses.format,
  why: {
    zh: '数值不受影响，但表格软件和汇总程序常把全角数字当作文字。',
    en: 'The value is clear, but spreadsheets and other programs often take full-width digits for text.',
  },
  advice: { zh: '请改为半角数字。', en: 'Write it in ordinary half-width digits.' },
  check: fact => (fact.notations.includes('full-width') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”含全角字符${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)}: “${raw}” has full-width characters${andOthersEn(count)}.`,
  },
})
