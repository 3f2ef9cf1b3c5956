import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { isTotal } from './carry-differs.ts'
import { yearClauses } from './clauses.ts'
import { doubtEn, doubtZh, failedOf, isDoubted, relatedOf, sidesOf } from './year-words.ts'

export const carryDiffersByApplicant = seriesRule({
  code: 'GJ502',
  name: 'carry-differs-by-applicant',
  severity: 'warning',
  title: {
    zh: '上年结转总计相符，分申请人的数与上年报告不一致',
    en: 'Requests carried over agree in total, but not by applicant',
  },
  basis: yearClauses.carry,
  why: {
    zh: '结转的申请还是原来的申请人提出的，各列也应当与上年报告相等；不等多半是填错了列。',
    en: 'Requests that are carried over keep their applicants, so each column should agree with the last report; else a column was probably mistaken.',
  },
  advice: {
    zh: '请按列对照两份报告；申请人类型经核实调整过的，可以豁免并写明理由。',
    en: 'Compare both reports column by column; where an applicant was rightly put into another class, waive it with that reason.',
  },
  *check(step) {
    const failed = failedOf(step, 'carry')
    const [first] = failed
    if (!first || failed.some(isTotal)) return
    yield {
      of: step.current,
      at: first.subject,
      data: {
        columns: failed.map(({ subject, evaluation }) => ({
          label: subject.cell.column.label,
          now: written(evaluation.left),
          before: written(evaluation.right),
        })),
        year: String(step.previous!.year),
        isDoubted: failed.some(relation => isDoubted(step, relation)),
      },
      sides: failed.map(relation => `${relation.subject.cell.column.id} ${sidesOf(relation)}`).join(', '),
      related: failed.flatMap(relation => [
        ...(relation === first ? [] : [{ of: step.current, fact: relation.subject }]),
        ...relatedOf(step, relation),
      ]),
    }
  },
  messages: {
    zh: ({ columns, year, isDoubted }) =>
      `表三“上年结转”与${year}年报告“结转下年度继续办理”不一致的列：${columns
        .map(({ label, now, before }) => `“${label}”${now}，上年${before}`)
        .join('；')}。${doubtZh(isDoubted)}`,
    en: ({ columns, year, isDoubted }) =>
      `Table 3 carries over other numbers than the report of ${year} carried forward, in ${columns
        .map(({ label, now, before }) => `“${label}” (${now}, was ${before})`)
        .join(', ')}.${doubtEn(isDoubted)}`,
  },
})
