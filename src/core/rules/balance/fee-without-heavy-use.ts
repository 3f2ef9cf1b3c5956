import { compareExact, formatExact, parseExact, signOf } from '../../constraints/exact.ts'
import { paragraphsOf, sectionOf } from '../../model/narrative.ts'
import { statedFees } from '../../narrative/fees.ts'
import { handlingFees } from '../narrative/bases.ts'
import { findingsIn, textOfAll } from '../narrative/passages.ts'
import { knownFact } from '../row-facts.ts'
import { reportRule } from '../rule.ts'

/** The first ten requests of a month by one applicant are free. */
const fewest = parseExact('11')!

export const feeWithoutHeavyUse = reportRule({
  code: 'GJ416',
  name: 'fee-without-heavy-use',
  severity: 'info',
  title: { zh: '申请很少却收取了信息处理费', en: 'Fees were charged although there were few requests' },
  basis: handlingFees,
  why: {
    zh: '按件计收的，同一申请人一个自然月内10件以下不收费；全年新收不到11件，只有按量计收才会收费。',
    en: 'By item, ten requests of an applicant in a month are free; with fewer than eleven in the year only charging by page is possible.',
  },
  advice: {
    zh: '请核对收费的依据；按量计收的在正文写明。',
    en: 'Check the ground of the charge; say so where it was by page.',
  },
  *check(report) {
    const received = knownFact(report, 'requests', 'newRequests', 'total')
    const section = sectionOf(report.narrative, 'other')
    if (!received || !section || compareExact(received.value, fewest) >= 0) return
    if (/按量|页/.test(textOfAll(paragraphsOf(report.narrative)))) return
    const fee = [...findingsIn(section.paragraphs, statedFees)].find(({ data }) => signOf(data.yuan) > 0)
    if (!fee) return
    yield {
      at: fee.at,
      data: { found: fee.data.found, received: formatExact(received.value) },
      related: [received.fact],
    }
  },
  messages: {
    zh: ({ found, received }) =>
      `收取了信息处理费“${found}”，但全年仅新收申请${received}件，请核对（按量计收除外）。`,
    en: ({ found, received }) =>
      `Handling fees of “${found}” were charged though few requests came in (${received}); check, unless by page.`,
  },
})
