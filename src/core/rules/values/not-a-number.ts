import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const notANumber = factRule({
  code: 'GJ203',
  name: 'not-a-number',
  severity: 'error',

  title: { zh: '应填数字处不是数字', en: 'Something other than a number stands where a number belongs' },
  basis: clauses.format,
  why: {
    zh: '读不出数字的单元格无法参加任何勾稽核对。',
    en: 'A cell without a readable number takes part in no check.',
  },
  advice: {
    zh: '请填写一个阿拉伯数字；说明文字移到第六部分，没有的填0。',
    en: 'Write one number in digits; move explanations to section 6, and write 0 where there is nothing.',
  },
  check: fact => (fact.state === 'text' && fact.notations.length === 0 ? {} : null),
  messages: {
    zh: ({ cell, raw }) => `${cellName(cell)}填写的“${raw}”不是数字。`,
    en: ({ cell, raw }) => `${cellNameInEnglish(cell)} holds “${raw}”, which is not a number.`,
  },
})
