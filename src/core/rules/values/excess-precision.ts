import { formatExact } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const excessPrecision = factRule({
  code: 'GJ214',
  name: 'excess-precision',
  severity: 'warning',

  title: { zh: '金额小数超过4位', en: 'An amount has more than 4 decimals' },
  basis: clauses.arithmetic,
  why: {
    zh: '单位是万元，4位小数已精确到1元，更多的小数多半是计算残留或单位填错。',
    en: 'In units of 10,000 yuan four decimals are one yuan; more are usually left over from a calculation or a wrong unit.',
  },
  advice: { zh: '请核对金额，保留4位以内小数。', en: 'Check the amount and keep at most four decimals.' },
  check: fact =>
    fact.value && fact.cell.value === 'money' && fact.value.scale > 4
      ? { value: formatExact(fact.value) }
      : null,
  messages: {
    zh: ({ cell, value }) => `${cellName(cell)}的金额${value}超过4位小数。`,
    en: ({ cell, value }) => `${cellNameInEnglish(cell)}: the amount ${value} has more than 4 decimals.`,
  },
})
