import { problemRule } from '../rule.ts'
import { quoted } from '../words.ts'
import { acceptance, waiverEn, waiverZh } from './words.ts'

export const lapsedWaiver = problemRule({
  code: 'GJ902',
  name: 'lapsed-waiver',
  problem: 'lapsed-waiver',
  severity: 'warning',
  title: { zh: '豁免之后数又变了', en: 'The figures have changed since they were waived' },
  basis: acceptance,
  why: {
    zh: '豁免的是另外的数；现在的数没有人说明过，所以重新计入。',
    en: 'The waiver was given for other figures; nobody has answered for those of today, so they count again.',
  },
  advice: {
    zh: '请核对现在的数；仍须豁免的，删去这一条，再用gouji waive写明现在的理由。',
    en: 'Check the figures of today; if they must be waived too, delete the entry and give the reason again with gouji waive.',
  },
  messages: {
    zh: ({ value, found, ...waived }) =>
      `${waiverZh(waived)}不再适用：豁免的是${shown(value, '空')}，现在是${shown(found, '空')}。`,
    en: ({ value, found, ...waived }) =>
      `${waiverEn(waived)} has lapsed: it accepts ${shown(value, 'a blank')}, and now there is ${shown(found, 'a blank')}.`,
  },
})

function shown(value: string, blank: string): string {
  const text = quoted(value)
  return text === '' ? blank : `“${text}”`
}
