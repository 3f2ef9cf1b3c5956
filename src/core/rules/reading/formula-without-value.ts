import { problemRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'

export const formulaWithoutValue = problemRule({
  code: 'GJ009',
  name: 'formula-without-value',
  problem: 'formula-without-value',
  severity: 'error',
  title: { zh: '公式没有计算结果', en: 'A formula has no stored result' },
  basis: clauses.accuracy,
  why: {
    zh: '文件里只有公式，没有算出的数，看不出公开的是多少。',
    en: 'The file holds the formula but not its result, so it does not say which figure is disclosed.',
  },
  advice: {
    zh: '请用Excel或WPS打开文件，重新计算（按F9）后保存，再核对。',
    en: 'Open the file in Excel or WPS, recalculate it (F9), save it and check again.',
  },
  messages: {
    zh: ({ formula }) => `公式“${quoted(formula)}”没有保存计算结果，这一格按空白处理。`,
    en: ({ formula }) =>
      `The formula “${quoted(formula)}” has no stored result, so its cell was taken as blank.`,
  },
})
