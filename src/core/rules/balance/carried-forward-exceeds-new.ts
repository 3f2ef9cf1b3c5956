import { sides } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, tableInEnglish, tableName } from '../words.ts'

export const carriedForwardExceedsNew = relationRule({
  code: 'GJ403',
  name: 'carried-forward-exceeds-new',
  kind: 'carried-forward-within-new',
  severity: 'warning',
  title: { zh: '结转下年多于本年新收', en: 'More is carried forward than came in' },
  basis: clauses.timeLimits,
  why: {
    zh: '结转的申请一般是年末收到的；多于全年新收，说明有超过一年未办结的，或数字填错。',
    en: 'What is carried forward usually came in at the end of the year; more than came in all year means requests older than a year, or a wrong figure.',
  },
  advice: {
    zh: '请核对两个数，并检查是否有超期未办结的申请。',
    en: 'Check both figures and look for overdue requests.',
  },
  messages: {
    zh: relation => {
      const { left, right } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}：${right}多于${left}。`
    },
    en: relation => {
      const { left, right } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))}: ${right} is more than ${left}.`
    },
  },
})
