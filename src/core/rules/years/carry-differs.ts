import type { YearRelation } from '../../model/collection.ts'
import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { doubtEn, doubtZh, failedOf, isDoubted, relatedOf, sidesOf } from './year-words.ts'

export const carryDiffers = seriesRule({
  code: 'GJ501',
  name: 'carry-differs',
  severity: 'error',
  title: {
    zh: '上年结转与上年报告的结转下年度不一致',
    en: 'Requests carried over are not those that the last report carried forward',
  },
  basis: yearClauses.carry,
  why: {
    zh: '同一批申请在上年报告里是“结转下年度继续办理”，在本年报告里是“上年结转”，两个总数应当相等。',
    en: 'The same requests are “carried forward” in one report and “carried over” in the next, so both totals should be equal.',
  },
  advice: {
    zh: '请对照两份报告改正填错的一个；机构改革、上年报告公布后更正的，在 gouji.json 的 events 中写明原因。',
    en: 'Compare both reports and correct the wrong one; where bodies were reorganised or last year’s report was corrected, say so under events in gouji.json.',
  },
  *check(step) {
    const failed = failedOf(step, 'carry')
    const total = failed.find(isTotal)
    if (!total) return
    const columns = failed.filter(relation => relation !== total)
    yield {
      of: step.current,
      at: total.subject,
      data: {
        now: written(total.evaluation.left),
        before: written(total.evaluation.right),
        year: String(step.previous!.year),
        columns: columns.map(({ subject }) => subject.cell.column.label),
        isDoubted: isDoubted(step, total),
      },
      sides: sidesOf(total),
      related: [total, ...columns].flatMap(relation => relatedOf(step, relation)),
    }
  },
  messages: {
    zh: ({ now, before, year, columns, isDoubted }) =>
      `表三“上年结转”总计填${now}，而${year}年报告“结转下年度继续办理”总计为${before}${columns.length > 0 ? `，“${columns.join('”“')}”列也不一致` : ''}。${doubtZh(isDoubted)}`,
    en: ({ now, before, year, columns, isDoubted }) =>
      `Table 3 carries over ${now} requests in total, but the report of ${year} carried forward ${before}${columns.length > 0 ? ` (also different: “${columns.join('”, “')}”)` : ''}.${doubtEn(isDoubted)}`,
  },
})

export function isTotal({ subject }: YearRelation): boolean {
  return subject.cell.column.id === 'total'
}
