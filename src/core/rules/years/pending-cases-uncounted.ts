import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { failedOf, relatedOf, sidesOf } from './year-words.ts'

export const pendingCasesUncounted = seriesRule({
  code: 'GJ506',
  name: 'pending-cases-uncounted',
  severity: 'info',
  title: {
    zh: '复议、诉讼总计少于上年尚未审结的件数',
    en: 'Fewer cases than were pending a year ago',
  },
  basis: yearClauses.comparison,
  why: {
    zh: '上年尚未审结的案件通常在本年审结或者仍未审结，都应当计入本年。',
    en: 'Cases that were pending end in the year or are still pending, and are normally counted in it.',
  },
  advice: {
    zh: '请核对上年尚未审结的案件本年是否计入；统计口径另有规定的，以规定为准。',
    en: 'Check whether the cases pending a year ago are counted; where another way of counting is prescribed, that holds.',
  },
  *check(step) {
    for (const relation of failedOf(step, 'pending-counted'))
      yield {
        of: step.current,
        at: relation.subject,
        data: {
          group: relation.subject.cell.column.heads.at(-1) ?? '',
          now: written(relation.evaluation.left),
          before: written(relation.evaluation.right),
          year: String(step.previous!.year),
        },
        sides: sidesOf(relation),
        related: relatedOf(step, relation),
      }
  },
  messages: {
    zh: ({ group, now, before, year }) =>
      `表四“${group}”总计${now}件，少于${year}年报告尚未审结的${before}件。`,
    en: ({ group, now, before, year }) =>
      `Table 4 counts ${now} cases of “${group}”, fewer than the ${before} that the report of ${year} had pending.`,
  },
})
