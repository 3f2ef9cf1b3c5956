import { formatExact, signOf } from '../../constraints/exact.ts'
import { signed, written } from '../relation-words.ts'
import { groupRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'
import { sumsOf } from './family-sums.ts'

export const amountWithinRounding = groupRule({
  code: 'GJ609',
  name: 'amount-within-rounding',
  severity: 'info',
  title: { zh: '金额与汇总之差在舍入范围内', en: 'An amount differs from the sum by no more than rounding' },
  basis: clauses.arithmetic,
  why: {
    zh: '各单位的金额以万元为单位各自舍入，相加后可能与汇总略有出入，这不算错误。',
    en: 'Each body rounds its amount in 万元 by itself, so that their sum may be slightly off; that is no error.',
  },
  advice: {
    zh: '一般不必改；如要完全相等，请各单位保留4位小数。',
    en: 'There is nothing to do; to have both agree, let every body give four decimal places.',
  },
  *check({ families }) {
    for (const family of families) {
      const found = sumsOf(family)
      if (!found) continue
      for (const [index, { cell, outcome, whole, sum, difference }] of found.sums.entries())
        if (outcome === 'held' && signOf(difference) !== 0)
          yield {
            of: found.parent,
            at: found.ofParent[index]!,
            data: { cell, whole, sum, difference },
            sides: `${formatExact(whole)} ≈ ${formatExact(sum)}`,
          }
    }
  },
  messages: {
    zh: ({ cell, whole, sum, difference }) =>
      `${cellName(cell)}填${written(whole)}万元，下级单位之和为${written(sum)}万元，差${signed(difference)}，在舍入范围内。`,
    en: ({ cell, whole, sum, difference }) =>
      `${cellNameInEnglish(cell)} says ${written(whole)}, the sum of the bodies below is ${written(sum)} (万元): the difference of ${signed(difference)} is within rounding.`,
  },
})
