import { formatExact } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const changeNotation = factRule({
  code: 'GJ213',
  name: 'change-notation',
  severity: 'info',

  title: {
    zh: '“本年增/减”用了增、减或斜线的写法',
    en: 'The change of the year is written in words or with a slash',
  },
  basis: clauses.format,
  why: {
    zh: '这一栏是一个带正负号的整数；“增3减1”“3/1”按净变化理解，可能与填报人的意思不同。',
    en: 'The column takes one signed whole number; 增3减1 or 3/1 is read as the net change, which may not be what was meant.',
  },
  advice: {
    zh: '请确认净变化，填写一个整数，减少用负号。',
    en: 'Confirm the net change and write one whole number, negative for a decrease.',
  },
  check: fact =>
    fact.value && fact.notations.includes('change') ? { value: formatExact(fact.value) } : null,
  messages: {
    zh: ({ cell, raw, value }) => `${cellName(cell)}的“${raw}”按净变化${value}理解，请确认。`,
    en: ({ cell, raw, value }) =>
      `${cellNameInEnglish(cell)}: “${raw}” is read as a net change of ${value}; please confirm.`,
  },
})
