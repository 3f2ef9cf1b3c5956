import { factRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const signPrefix = factRule({
  code: 'GJ210',
  name: 'sign-prefix',
  severity: 'info',
  isGrouped: true,
  cleaning: { notation: 'sign' },
  title: { zh: '数字前带加号', en: 'A number has a plus sign' },
  basis: clauses.format,
  why: {
    zh: '数值不受影响；但加号常见于增减数，可能填错了栏。',
    en: 'The value is clear; but a plus sign belongs to changes, so the figure may stand in the wrong column.',
  },
  advice: {
    zh: '请确认填的是总量而不是增量，并删除加号。',
    en: 'Make sure that it is an amount and not a change, and remove the sign.',
  },
  check: fact => (fact.notations.includes('sign') ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}的“${raw}”带加号${andOthersZh(count)}。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)}: “${raw}” has a plus sign${andOthersEn(count)}.`,
  },
})
