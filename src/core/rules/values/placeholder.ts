import { reportRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'
import { standingEn, standingZh, unfilled } from './unfilled.ts'

export const placeholder = reportRule({
  code: 'GJ205',
  name: 'placeholder',
  severity: { standard: 'warning', strict: 'error' },
  title: { zh: '以符号或文字代替0', en: 'A mark or a word stands for 0' },
  basis: clauses.accuracy,
  why: {
    zh: '“/”“-”“无”可以是0，也可以是不适用或未统计，程序和读者都无法断定。',
    en: '“/”, “-” or 无 may mean 0, not applicable or not counted; neither a program nor a reader can tell.',
  },
  advice: { zh: '没有的请填数字0。', en: 'Write the number 0 where there is nothing.' },
  check: (report, inferenceOf) => unfilled(report, inferenceOf, 'placeholder'),
  messages: {
    zh: data =>
      `${cellName(data.cell)}填写了“${data.raw}”${andOthersZh(data.count)}，应填数字；${standingZh(data)}。`,
    en: data =>
      `${cellNameInEnglish(data.cell)} holds “${data.raw}”${andOthersEn(data.count)}, not a number; ${standingEn(data)}.`,
  },
})
