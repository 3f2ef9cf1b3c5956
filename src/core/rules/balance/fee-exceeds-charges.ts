import {
  compareExact,
  type Exact,
  formatExact,
  isWhole,
  parseExact,
  signOf,
  sumExact,
} from '../../constraints/exact.ts'
import { sectionOf } from '../../model/narrative.ts'
import { statedFees } from '../../narrative/fees.ts'
import { handlingFees } from '../narrative/bases.ts'
import { findingsIn } from '../narrative/passages.ts'
import { knownFact } from '../row-facts.ts'
import { reportRule } from '../rule.ts'

export const feeExceedsCharges = reportRule({
  code: 'GJ415',
  name: 'fee-exceeds-charges',
  severity: 'warning',
  title: { zh: '信息处理费多于行政事业性收费', en: 'The handling fees are more than all charges' },
  basis: handlingFees,
  why: {
    zh: '信息处理费属于行政事业性收费，不会多于表二的行政事业性收费总额。',
    en: 'Handling fees are administrative charges, so they are no more than all charges in Table 2.',
  },
  advice: {
    zh: '请核对两个数和单位（元、万元）；收取与入账不在同一年的除外。',
    en: 'Check both figures and their units; fees booked in another year are an exception.',
  },
  *check(report) {
    const charges = knownFact(report, 'activeDisclosure', 'fees', 'amount')
    const section = sectionOf(report.narrative, 'other')
    if (!charges || !section) return
    const most = withRounding(charges.value)
    for (const { at, data } of findingsIn(section.paragraphs, statedFees)) {
      if (compareExact(data.yuan, most) <= 0) continue
      yield {
        at,
        data: { found: data.found, charges: formatExact(charges.value) },
        related: [charges.fact],
      }
    }
  },
  messages: {
    zh: ({ found, charges }) => `正文写收取信息处理费“${found}”，多于表二行政事业性收费${charges}万元。`,
    en: ({ found, charges }) =>
      `The text tells of handling fees of “${found}”, more than all charges in Table 2, ${charges} (万元).`,
  },
})

/** In yuan. An amount is exact to four decimals of 万元, unless it is written in whole 万元. */
function withRounding(amount: Exact): Exact {
  const room = isWhole(amount) && signOf(amount) > 0 ? 5000 : 1
  const tenThousand = 10_000
  return sumExact([
    { weight: tenThousand, value: amount },
    { weight: room, value: parseExact('1')! },
  ])
}
