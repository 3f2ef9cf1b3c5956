import { sides } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, lineName, tableInEnglish, tableName } from '../words.ts'

export const changeBelowZero = relationRule({
  code: 'GJ409',
  name: 'change-below-zero',
  kind: 'change-floor',
  severity: 'error',
  title: { zh: '上一年项目数量加本年增减小于0', en: 'The items of last year plus the change are below 0' },
  basis: clauses.arithmetic,
  why: {
    zh: '项目数量不会小于0；减少数超过上一年数量，说明有一个数填错。',
    en: 'A number of items is never below 0; a decrease beyond last year’s number means that a figure is wrong.',
  },
  advice: {
    zh: '请核对上一年项目数量和本年增/减，减少用负号。',
    en: 'Check last year’s number and the change; a decrease takes a minus sign.',
  },
  messages: {
    zh: relation => {
      const { left } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}“${lineName(cell.row)}”：${left}，小于0。`
    },
    en: relation => {
      const { left } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))} “${lineName(cell.row)}”: ${left} is below 0.`
    },
  },
})
