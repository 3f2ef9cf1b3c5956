import { formatExact } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const yuanAmount = factRule({
  code: 'GJ215',
  name: 'yuan-amount',
  severity: 'error',

  title: { zh: '金额以元填写', en: 'An amount is given in yuan' },
  basis: clauses.format,
  why: {
    zh: '表头的单位是万元；以元填写会被当作一万倍的金额汇总。',
    en: 'The unit of the column is 10,000 yuan; an amount in yuan is added up as ten thousand times as much.',
  },
  advice: { zh: '请折算为万元，并删除“元”字。', en: 'Convert it to 10,000 yuan and remove the unit.' },
  check: fact => (fact.value && fact.notations.includes('yuan') ? { value: formatExact(fact.value) } : null),
  messages: {
    zh: ({ cell, raw, value }) => `${cellName(cell)}以元填写（“${raw}”），折合${value}万元，本栏单位为万元。`,
    en: ({ cell, raw, value }) =>
      `${cellNameInEnglish(cell)} is given in yuan (“${raw}”), that is ${value} in the unit of the column, 10,000 yuan.`,
  },
})
