import { formatExact, signOf } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const negativeCount = factRule({
  code: 'GJ201',
  name: 'negative-count',
  severity: 'error',

  title: { zh: '数量或金额为负数', en: 'A count or an amount is negative' },
  basis: clauses.arithmetic,
  why: {
    zh: '件数和金额不会小于0；只有2019年版表二的“本年增/减”可以为负。',
    en: 'Counts and amounts are never below 0; only 本年增/减 in Table 2 of 2019 may be.',
  },
  advice: {
    zh: '请核对原始数据；多出的负号或短横线应删除，没有的填0。',
    en: 'Check the source; remove a stray minus sign or dash, and write 0 where there is nothing.',
  },
  check: fact =>
    fact.value && fact.cell.value !== 'change' && signOf(fact.value) < 0
      ? { value: formatExact(fact.value) }
      : null,
  messages: {
    zh: ({ cell, value }) => `${cellName(cell)}为负数${value}。`,
    en: ({ cell, value }) => `${cellNameInEnglish(cell)} is negative: ${value}.`,
  },
})
