import { isoDay } from '../../narrative/dates.ts'
import { reportRule } from '../rule.ts'
import { reportPeriod } from './bases.ts'
import { publicationsOf } from './publications.ts'

export const publishedTooEarly = reportRule({
  code: 'GJ722',
  name: 'published-too-early',
  severity: 'warning',
  title: { zh: '发布日期早于统计期结束', en: 'The report was published before its year ended' },
  basis: reportPeriod,
  why: {
    zh: '报告年度还没有结束，全年的数不可能已经统计完；通常是年份写错。',
    en: 'The figures of a year cannot be complete before it ends; usually the year of the date is mistyped.',
  },
  advice: { zh: '请核对日期的年份和报告年度。', en: 'Check the year of the date and that of the report.' },
  *check({ narrative, year }) {
    if (year === null) return
    for (const { at, date, found } of publicationsOf(narrative))
      if (date.year <= year) yield { at, data: { found, day: isoDay(date), year } }
  },
  messages: {
    zh: ({ day, year }) => `发布日期${day}早于${year}年统计期结束。`,
    en: ({ day, year }) => `The date of publication, ${day}, is before ${year} ended.`,
  },
})
