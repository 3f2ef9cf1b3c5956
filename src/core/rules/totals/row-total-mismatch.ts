import { totalMismatchEn, totalMismatchZh } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const rowTotalMismatch = relationRule({
  code: 'GJ301',
  name: 'row-total-mismatch',
  kind: 'row-total',
  severity: 'error',
  title: { zh: '总计列不等于各申请人之和', en: 'The total column is not the sum of the applicants' },
  basis: clauses.arithmetic,
  why: {
    zh: '“总计”是同一行自然人与五类法人或其他组织之和；两边不等，至少有一个数填错。',
    en: '总计 is the sum of natural persons and the five kinds of organisations in its row; where they differ, at least one figure is wrong.',
  },
  advice: {
    zh: '请对照登记台账核对这一行的每个数，改正填错的一个。',
    en: 'Compare every figure of the row with your records and correct the wrong one.',
  },
  messages: {
    zh: relation => totalMismatchZh(relation, '本行各类申请人'),
    en: relation => totalMismatchEn(relation, 'the applicants of the row'),
  },
})
