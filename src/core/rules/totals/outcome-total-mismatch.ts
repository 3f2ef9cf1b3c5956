import { totalMismatchEn, totalMismatchZh } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const outcomeTotalMismatch = relationRule({
  code: 'GJ302',
  name: 'outcome-total-mismatch',
  kind: 'outcome-total',
  severity: 'error',
  title: { zh: '（七）总计不等于各项办理结果之和', en: '（七）总计 is not the sum of the outcomes' },
  basis: clauses.arithmetic,
  why: {
    zh: '每件申请只计入一种办理结果，（七）总计应等于（一）至（六）各项之和；不等说明漏计、重计或填错。',
    en: 'Every request is counted under one outcome, so （七）总计 is the sum of items （一） to （六）; where it is not, something was left out, counted twice or mistyped.',
  },
  advice: {
    zh: '请核对这一列（一）至（六）各项和（七）总计。',
    en: 'Check items （一） to （六） of the column and （七）总计.',
  },
  messages: {
    zh: relation => totalMismatchZh(relation, '本列（一）至（六）各项'),
    en: relation => totalMismatchEn(relation, 'items （一） to （六） of the column'),
  },
})
