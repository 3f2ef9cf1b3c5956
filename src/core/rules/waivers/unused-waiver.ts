import type { Unused } from '../../document/problem.ts'
import { problemRule, type Text } from '../rule.ts'
import { acceptance, waiverEn, waiverZh } from './words.ts'

export const unusedWaiver = problemRule({
  code: 'GJ901',
  name: 'unused-waiver',
  problem: 'unused-waiver',
  severity: 'warning',
  title: { zh: '没有用上的豁免', en: 'A waiver is of no use' },
  basis: acceptance,
  why: {
    zh: '留着的豁免以后可能掩盖同一处的新问题。',
    en: 'A waiver that is left over may later hide a new problem at the same place.',
  },
  advice: {
    zh: '问题已经改正的，请从gouji.waivers.json中删去这一条；文件改了名的，请改写file。',
    en: 'If the problem is settled, delete the entry from gouji.waivers.json; if the file was renamed, correct its “file”.',
  },
  messages: {
    zh: ({ why, ...waived }) => `${waiverZh(waived)}没有用上：${reasons[why].zh}。`,
    en: ({ why, ...waived }) => `${waiverEn(waived)} is of no use: ${reasons[why].en}.`,
  },
})

const reasons: Readonly<Record<Unused, Text>> = {
  gone: { zh: '没有发现它所豁免的问题', en: 'what it accepts was not found' },
  twice: { zh: '这个问题已有另一条豁免', en: 'another waiver accepts the same finding' },
  'no-file': { zh: '没有这个文件', en: 'there is no such file' },
  unread: {
    zh: '文件中没有读出表格，没有核对的内容不能豁免',
    en: 'no table was read in the file, and what was not checked cannot be waived',
  },
}
