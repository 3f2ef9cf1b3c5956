import { sides } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, lineName, tableInEnglish, tableName } from '../words.ts'

export const publishedExceedsTotal = relationRule({
  code: 'GJ407',
  name: 'published-exceeds-total',
  kind: 'published-within-total',
  severity: 'warning',
  title: { zh: '本年新公开多于对外公开总数', en: 'More was newly published than is public in all' },
  basis: clauses.arithmetic,
  why: {
    zh: '本年新公开的包含在对外公开总数量里；年内公开后又撤下的除外。',
    en: 'What was newly published is part of the total, unless it was withdrawn within the year.',
  },
  advice: { zh: '请核对两个数。', en: 'Check both figures.' },
  messages: {
    zh: relation => {
      const { left, right } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}“${lineName(cell.row)}”：${left}小于${right}。`
    },
    en: relation => {
      const { left, right } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))} “${lineName(cell.row)}”: ${left} is below ${right}.`
    },
  },
})
