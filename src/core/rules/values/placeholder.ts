import { factRule } from '../rule.ts'
import { isBlankTotal } from '../totals/blank-total.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'

export const placeholder = factRule({
  code: 'GJ205',
  name: 'placeholder',
  severity: { standard: 'warning', strict: 'error' },
  isGrouped: true,
  title: { zh: '以符号或文字代替0', en: 'A mark or a word stands for 0' },
  basis: clauses.accuracy,
  why: {
    zh: '“/”“-”“无”可以是0，也可以是不适用或未统计，程序和读者都无法断定。',
    en: '“/”, “-” or 无 may mean 0, not applicable or not counted; neither a program nor a reader can tell.',
  },
  advice: { zh: '没有的请填数字0。', en: 'Write the number 0 where there is nothing.' },
  check: (fact, table) => (fact.state === 'placeholder' && !isBlankTotal(table, fact) ? {} : null),
  messages: {
    zh: ({ cell, raw, count }) => `${cellName(cell)}填写了“${raw}”${andOthersZh(count)}，应填数字。`,
    en: ({ cell, raw, count }) =>
      `${cellNameInEnglish(cell)} holds “${raw}”${andOthersEn(count)}; write a number.`,
  },
})
