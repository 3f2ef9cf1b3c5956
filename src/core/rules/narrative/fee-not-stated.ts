import { paragraphsOf, sectionOf, wholeOf } from '../../model/narrative.ts'
import { tellsOfFees } from '../../narrative/fees.ts'
import { reportRule } from '../rule.ts'
import { handlingFees } from './bases.ts'
import { textOfAll } from './passages.ts'

/** Since the form of this year section 六 tells of the fees. */
const firstYear = 2021

export const feeNotStated = reportRule({
  code: 'GJ724',
  name: 'fee-not-stated',
  severity: 'warning',
  title: { zh: '第六部分没有说明信息处理费', en: 'Section 六 does not tell of the handling fees' },
  basis: handlingFees,
  why: {
    zh: '2021年度起，收取信息处理费的情况在第六部分报告，没有收取的也应说明。',
    en: 'Since 2021 section 六 tells what was charged for handling information, also when nothing was.',
  },
  advice: {
    zh: '请写明收取信息处理费的件数和金额；没有收取的，写“本年度未收取信息处理费”。',
    en: 'State the number of charges and the amount, or that nothing was charged.',
  },
  *check({ narrative, year }) {
    const section = sectionOf(narrative, 'other')
    if (
      year === null ||
      year < firstYear ||
      !section ||
      tellsOfFees(textOfAll(section.paragraphs), textOfAll(paragraphsOf(narrative)))
    )
      return
    yield { at: wholeOf(section.heading), data: {} }
  },
  messages: {
    zh: () => '第六部分没有说明收取信息处理费的情况。',
    en: () => 'Section 六 does not say whether fees for handling information were charged.',
  },
})
