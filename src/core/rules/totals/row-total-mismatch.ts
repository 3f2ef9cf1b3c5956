import { formatExact } from '../../constraints/exact.ts'
import { despiteUnknownEn, despiteUnknownZh, signed } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

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
    zh: relation => {
      const { left, right, residual } = relation.evaluation
      return `${cellName(relation.subject.cell)}填${formatExact(left)}，本行各类申请人之和为${formatExact(right)}，差${signed(residual)}${despiteUnknownZh(relation)}。`
    },
    en: relation => {
      const { left, right, residual } = relation.evaluation
      return `${cellNameInEnglish(relation.subject.cell)} says ${formatExact(left)}, the applicants of the row add up to ${formatExact(right)}: off by ${signed(residual)}${despiteUnknownEn(relation)}.`
    },
  },
})
