import { despiteUnknownEn, despiteUnknownZh, sides, signed } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, lineName, tableInEnglish, tableName } from '../words.ts'

export const requestsOutOfBalance = relationRule({
  code: 'GJ401',
  name: 'requests-out-of-balance',
  kind: 'balance',
  severity: 'error',
  title: {
    zh: '新收加结转不等于办理结果加结转下年',
    en: 'New plus carried over is not handled plus carried forward',
  },
  basis: clauses.printedBalance,
  why: {
    zh: '这是统一格式印在表中的勾稽关系：进来的申请要么已办结，要么转入下年。不等说明有申请漏计或重计。',
    en: 'This is the relation that the form itself prints: every request that came in was either handled or carried forward. Where it fails, requests were left out or counted twice.',
  },
  advice: {
    zh: '请核对这一列的本年新收、上年结转、（七）总计和结转下年度四个数。',
    en: 'Check the four figures of the column: new, carried over, （七）总计, carried forward.',
  },
  messages: {
    zh: relation => {
      const { left, right } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}“${lineName(cell.column)}”列：${left}，而${right}，差${signed(relation.evaluation.residual)}${despiteUnknownZh(relation)}。`
    },
    en: relation => {
      const { left, right } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))} column “${lineName(cell.column)}”: ${left}, but ${right}: off by ${signed(relation.evaluation.residual)}${despiteUnknownEn(relation)}.`
    },
  },
})
