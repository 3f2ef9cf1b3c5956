import { totalMismatchEn, totalMismatchZh } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const caseTotalMismatch = relationRule({
  code: 'GJ303',
  name: 'case-total-mismatch',
  kind: 'case-total',
  severity: 'error',
  title: {
    zh: '复议或诉讼的总计不等于四种结果之和',
    en: 'A total of reviews or lawsuits is not the sum of the four results',
  },
  basis: clauses.arithmetic,
  why: {
    zh: '总计包括结果维持、结果纠正、其他结果和尚未审结四项；不等说明漏计或填错。',
    en: 'The total takes in 结果维持, 结果纠正, 其他结果 and 尚未审结; where it does not, a case was left out or mistyped.',
  },
  advice: { zh: '请核对这一组的四种结果和总计。', en: 'Check the four results of the group and its total.' },
  messages: {
    zh: relation => totalMismatchZh(relation, '四种结果'),
    en: relation => totalMismatchEn(relation, 'the four results'),
  },
})
