import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { doubtEn, doubtZh, failedOf, figuresIn, isDoubted, relatedOf, sidesOf } from './year-words.ts'

export const totalPublishedDiffers = seriesRule({
  code: 'GJ505',
  name: 'total-published-differs',
  severity: 'warning',
  title: {
    zh: '对外公开总数量与上年报告接不上',
    en: 'The total published does not follow from the last report',
  },
  basis: yearClauses.labels,
  why: {
    zh: '没有撤下的，上年对外公开总数量加本年新公开数量就是本年对外公开总数量。',
    en: 'Unless something was withdrawn, the total of a year ago plus what was newly published is the total.',
  },
  advice: {
    zh: '请对照两份报告核对；因废止、撤下而减少的，可以豁免并写明理由。',
    en: 'Check against the last report; where documents were repealed or withdrawn, waive it with that reason.',
  },
  *check(step) {
    for (const relation of failedOf(step, 'total-published')) {
      const [now, before, added] = figuresIn(relation)
      yield {
        of: step.current,
        at: relation.subject,
        data: {
          row: relation.subject.cell.row.label,
          ...{ now, before, added },
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
    zh: ({ row, now, before, added, expected, year, isDoubted }) =>
      `表二“${row}”对外公开总数量填${now}，而${year}年报告的${before}加本年新公开${added}为${expected}。${doubtZh(isDoubted)}`,
    en: ({ row, now, before, added, expected, year, isDoubted }) =>
      `Table 2 has ${now} published in total in row “${row}”; ${before} in the report of ${year} and ${added} newly published make ${expected}.${doubtEn(isDoubted)}`,
  },
})
