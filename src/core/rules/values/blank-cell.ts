import { reportRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'
import { standingEn, standingZh, unfilled } from './unfilled.ts'

export const blankCell = reportRule({
  code: 'GJ204',
  name: 'blank-cell',
  severity: { standard: 'warning', strict: 'error' },
  title: { zh: '数据单元格为空', en: 'A data cell is blank' },
  basis: clauses.accuracy,
  why: {
    zh: '空白不等于0：看不出是没有发生，还是漏填；涉及空白的勾稽关系也只能推算，不能核对。',
    en: 'A blank is not a zero: it may mean nothing or be forgotten, and the relations it stands in can be solved for it but not checked.',
  },
  advice: {
    zh: '确认没有的请填0，漏填的请补上。',
    en: 'Write 0 where there was nothing, and fill in what was left out.',
  },
  check: (report, inferenceOf) => unfilled(report, inferenceOf, 'blank'),
  messages: {
    zh: data => `${cellName(data.cell)}为空${andOthersZh(data.count)}；${standingZh(data)}。`,
    en: data => `${cellNameInEnglish(data.cell)} is blank${andOthersEn(data.count)}; ${standingEn(data)}.`,
  },
})
