import type { Report } from '../../model/report.ts'
import { type Day, isoDay } from '../../narrative/dates.ts'
import { reportRule } from '../rule.ts'
import { publicationsOf } from './publications.ts'

export const publishedLate = reportRule({
  code: 'GJ721',
  name: 'published-late',
  severity: 'warning',
  title: { zh: '发布日期晚于期限', en: 'The report was published late' },
  basis: {
    zh: '《政府信息公开条例》第四十九条：县级以上政府部门每年1月31日前、县级以上地方政府每年3月31日前公布',
    en: 'Article 49 of the Regulations on Open Government Information (政府信息公开条例): departments publish by 31 January, governments at county level and above by 31 March',
  },
  why: {
    zh: '晚于期限公布要承担责任；日期写错也会被当作晚于期限。',
    en: 'A body answers for late publication; a mistyped date looks like it.',
  },
  advice: {
    zh: '请核对日期；当地规定的期限可用配置项 deadline 写明。',
    en: 'Check the date; a local deadline can be set with deadline in gouji.json.',
  },
  *check(report) {
    const limit = limitFor(report)
    if (limit === null) return
    for (const { at, date, found } of publicationsOf(report.narrative)) {
      const day = isoDay(date)
      if (day > limit) yield { at, data: { found, day, limit } }
    }
  },
  messages: {
    zh: ({ day, limit }) => `发布日期${day}晚于期限${limit}。`,
    en: ({ day, limit }) => `The date of publication, ${day}, is after the deadline, ${limit}.`,
  },
})

/** Without knowing what kind of body it is, only the last day of all is certain; townships have no day in the law. */
function limitFor({ year, expected: { deadline, bodyType } }: Report): string | null {
  if (year === null) return null
  if (deadline) return `${year + 1}-${deadline}`
  const isDepartment = bodyType?.endsWith('Department') === true
  const day: Omit<Day, 'year'> = isDepartment ? { month: 1, day: 31 } : { month: 3, day: 31 }
  return isoDay({ year: year + 1, ...day })
}
