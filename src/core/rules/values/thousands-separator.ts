import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const thousandsSeparator = factRule({
  code: 'GJ208',
  name: 'thousands-separator',
  severity: 'info',
  isGrouped: true,
  cleaning: { notation: 'thousands-separator' },
  title: { zh: '数字带千分位分隔符', en: 'A number has thousands separators' },
  basis: clauses.format,
  why: {
    zh: '数值不受影响，但在逗号分隔的文件里会被拆成两格。',
    en: 'The value is clear, but in a comma-separated file it falls into two cells.',
  },
  advice: { zh: '请删除分隔符，只留数字。', en: 'Remove the separators.' },
  check: fact => (fact.notations.includes('thousands-separator') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”带千分位分隔符${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)}: “${raw}” has thousands separators${andOthersEn(count)}.`,
  },
})
