import { paragraphsOf } from '../../model/narrative.ts'
import { otherPeriods, saysOfNewBody } from '../../narrative/dates.ts'
import { reportRule } from '../rule.ts'
import { reportPeriod } from './bases.ts'
import { findingsIn, textOfAll } from './passages.ts'

export const otherPeriod = reportRule({
  code: 'GJ706',
  name: 'other-period',
  severity: 'error',
  title: { zh: '统计期限不是报告年度的全年', en: 'The figures are said to be of another period' },
  basis: reportPeriod,
  why: {
    zh: '年度报告的数据从1月1日统计到12月31日；期限不同，数据就不能与其他单位、其他年度比较。',
    en: 'The figures of a report run from 1 January to 31 December; those of another period cannot be compared with any other report.',
  },
  advice: {
    zh: '请核对统计期限；年内新设立的单位请写明设立的时间。',
    en: 'Check the period; a body that was set up within the year should say when.',
  },
  *check({ narrative, year }) {
    const paragraphs = paragraphsOf(narrative)
    const slips = [...findingsIn(paragraphs, text => otherPeriods(text, year))]
    if (slips.length === 0 || saysOfNewBody(textOfAll(paragraphs), year)) return
    for (const finding of slips) yield { ...finding, data: { ...finding.data, year } }
  },
  messages: {
    zh: ({ found, year }) =>
      year === null ? `统计期限“${found}”不是一个整年。` : `统计期限“${found}”不是${year}年的全年。`,
    en: ({ found, year }) =>
      year === null
        ? `The period of the figures, “${found}”, is no whole year.`
        : `The period of the figures, “${found}”, is not the whole of ${year}.`,
  },
})
