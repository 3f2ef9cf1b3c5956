import { differenceOf } from '../../constraints/exact.ts'
import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { doubtEn, doubtZh, failedOf, figuresIn, isDoubted, relatedOf, sidesOf } from './year-words.ts'

export const documentsInForceDiffer = seriesRule({
  code: 'GJ503',
  name: 'documents-in-force-differ',
  severity: 'warning',
  title: {
    zh: '现行有效件数与上年报告接不上',
    en: 'Documents in force do not follow from the last report',
  },
  basis: yearClauses.labels,
  why: {
    zh: '上年现行有效件数加本年制发、减本年废止，应当等于本年现行有效件数。',
    en: 'Documents in force a year ago, plus those issued, less those repealed, should be the documents in force.',
  },
  advice: {
    zh: '请对照两份报告核对；有效期届满自动失效、集中清理重新统计、机构改革等造成的，可以豁免并写明理由。',
    en: 'Check against the last report; where documents lapsed, were counted anew or changed hands, waive it with that reason.',
  },
  *check(step) {
    for (const relation of failedOf(step, 'documents-in-force')) {
      const [effective, repealed, before, issued] = figuresIn(relation)
      yield {
        of: step.current,
        at: relation.subject,
        data: {
          row: relation.subject.cell.row.label,
          ...{ effective, repealed, before, issued },
          // Both sides hold the repealed ones, so that the difference is that of the figure itself.
          expected: written(difference(relation)),
          year: String(step.previous!.year),
          isDoubted: isDoubted(step, relation),
        },
        sides: sidesOf(relation),
        related: relatedOf(step, relation),
      }
    }
  },
  messages: {
    zh: ({ row, effective, repealed, before, issued, expected, year, isDoubted }) =>
      `表二“${row}”现行有效件数填${effective}，而${year}年报告为${before}，加本年制发${issued}、减本年废止${repealed}应为${expected}。${doubtZh(isDoubted)}`,
    en: ({ row, effective, repealed, before, issued, expected, year, isDoubted }) =>
      `Table 2 has ${effective} documents in force in row “${row}”; with ${before} in the report of ${year}, ${issued} issued and ${repealed} repealed there should be ${expected}.${doubtEn(isDoubted)}`,
  },
})

/** What the subject should be, by the other figures. */
function difference({ subject, evaluation }: Parameters<typeof sidesOf>[0]) {
  return differenceOf(subject.value!, evaluation.residual)
}
