import { sides } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, tableInEnglish, tableName } from '../words.ts'

export const carriedOverNotClosed = relationRule({
  code: 'GJ402',
  name: 'carried-over-not-closed',
  kind: 'carried-over-closed',
  severity: 'warning',
  title: { zh: '办结数少于上年结转数', en: 'Fewer requests were closed than were carried over' },
  basis: clauses.timeLimits,
  why: {
    zh: '上年结转的申请法定期限都在本年届满，通常应在本年办结。',
    en: 'The time limits of all requests carried over end within the year, so they are normally closed in it.',
  },
  advice: {
    zh: '请核对两个数；征求第三方意见、延迟答复等情形除外。',
    en: 'Check both figures; consultation of third parties and lawful delays are exceptions.',
  },
  messages: {
    zh: relation => {
      const { left, right } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}：（七）${left}少于${right}，上年结转的申请通常应在本年办结。`
    },
    en: relation => {
      const { left, right } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))}: ${left} is less than ${right}; requests carried over are normally closed within the year.`
    },
  },
})
