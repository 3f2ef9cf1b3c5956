import { reportRule } from '../rule.ts'
import { handlingFees } from './bases.ts'
import { sumsIn } from './unit-sum-mismatch.ts'

export const feeSumMismatch = reportRule({
  code: 'GJ725',
  name: 'fee-sum-mismatch',
  severity: 'warning',
  title: { zh: '信息处理费分项之和与总数不符', en: 'The listed fees do not fit their total' },
  basis: handlingFees,
  why: {
    zh: '各单位收取的件数和金额加起来应等于总数；不相等，其中必有一个写错。',
    en: 'Charges and amounts of the units add up to the total; where they do not, a number is wrong.',
  },
  advice: {
    zh: '请对照收费票据核对总数和各单位的数。',
    en: 'Check the total and each unit against the receipts.',
  },
  *check({ narrative }) {
    yield* sumsIn(narrative, true)
  },
  messages: {
    zh: ({ found, sum, unit }) => `信息处理费分项加起来是${sum}${unit}，与“${found}”不符。`,
    en: ({ found, sum, unit }) =>
      `The listed fees add up to ${sum} “${unit}”, which does not fit “${found}”.`,
  },
})
