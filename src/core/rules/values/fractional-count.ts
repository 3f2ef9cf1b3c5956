import { formatExact, isWhole } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const fractionalCount = factRule({
  code: 'GJ202',
  name: 'fractional-count',
  severity: 'error',

  title: { zh: '件数不是整数', en: 'A count is not a whole number' },
  basis: clauses.arithmetic,
  why: {
    zh: '件数按件计，不会有小数；小数多半是串列、串行或把金额填进了件数。',
    en: 'Cases are counted one by one; a fraction usually comes from a neighbouring cell or an amount of money.',
  },
  advice: { zh: '请核对原始数据，填写整数。', en: 'Check the source and write a whole number.' },
  check: fact =>
    fact.value && fact.cell.value !== 'money' && !isWhole(fact.value)
      ? { value: formatExact(fact.value) }
      : null,
  messages: {
    zh: ({ cell, value }) => `${cellName(cell)}应为整数，实填${value}。`,
    en: ({ cell, value }) => `${cellNameInEnglish(cell)} must be a whole number; it says ${value}.`,
  },
})
