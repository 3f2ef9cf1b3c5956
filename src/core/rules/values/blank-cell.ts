import { factRule } from '../rule.ts'
import { isBlankTotal } from '../totals/blank-total.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const blankCell = factRule({
  code: 'GJ204',
  name: 'blank-cell',
  severity: { standard: 'warning', strict: 'error' },
  isGrouped: true,
  title: { zh: '数据单元格为空', en: 'A data cell is blank' },
  basis: clauses.accuracy,
  why: {
    zh: '空白不等于0：看不出是没有发生，还是漏填；涉及空白的勾稽关系也无法核对。',
    en: 'A blank is not a zero: it may mean nothing or be forgotten, and the relations it stands in cannot be checked.',
  },
  advice: {
    zh: '确认没有的请填0，漏填的请补上。',
    en: 'Write 0 where there was nothing, and fill in what was left out.',
  },
  check: (fact, table) =>
    fact.state === 'blank' && !table.isEmpty && !isBlankTotal(table, fact) ? {} : null,
  messages: {
    zh: ({ cell, count }) => `${cellName(cell)}为空${andOthersZh(count)}；没有的应填0。`,
    en: ({ cell, count }) =>
      `${cellNameInEnglish(cell)} is blank${andOthersEn(count)}; write 0 where there is nothing.`,
  },
})
