import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { doubtEn, doubtZh, failedOf, figuresIn, isDoubted, relatedOf, sidesOf } from './year-words.ts'

export const itemsNotContinued = seriesRule({
  code: 'GJ504',
  name: 'items-not-continued',
  severity: 'warning',
  title: {
    zh: '上一年项目数量与上年报告接不上',
    en: 'The items of the year before do not follow from the last report',
  },
  basis: yearClauses.labels,
  why: {
    zh: '上年报告的“上一年项目数量”加“本年增/减”，就是本年报告的“上一年项目数量”。',
    en: 'In the last report the items of the year before, plus the change of the year, are what this report begins with.',
  },
  advice: {
    zh: '请对照两份报告核对；权责清单调整、机构改革造成的，可以豁免并写明理由。',
    en: 'Check against the last report; where lists of powers or bodies were reorganised, waive it with that reason.',
  },
  *check(step) {
    for (const relation of failedOf(step, 'items-carried')) {
      const [now, before, change] = figuresIn(relation)
      yield {
        of: step.current,
        at: relation.subject,
        data: {
          row: relation.subject.cell.row.label,
          ...{ now, before, change },
          expected: written(relation.evaluation.right),
          year: String(step.previous!.year),
          isDoubted: isDoubted(step, relation),
        },
        sides: sidesOf(relation),
        related: relatedOf(step, relation),
      }
    }
  },
  messages: {
    zh: ({ row, now, before, change, expected, year, isDoubted }) =>
      `表二“${row}”上一年项目数量填${now}，而按${year}年报告的${before}和增减${change}应为${expected}。${doubtZh(isDoubted)}`,
    en: ({ row, now, before, change, expected, year, isDoubted }) =>
      `Table 2 begins row “${row}” with ${now} items; by the report of ${year}, ${before} and a change of ${change}, it should be ${expected}.${doubtEn(isDoubted)}`,
  },
})
