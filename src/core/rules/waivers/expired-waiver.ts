import { problemRule } from '../rule.ts'
import { acceptance, waiverEn, waiverZh } from './words.ts'

export const expiredWaiver = problemRule({
  code: 'GJ903',
  name: 'expired-waiver',
  problem: 'expired-waiver',
  severity: 'warning',
  title: { zh: '豁免已经到期', en: 'A waiver has expired' },
  basis: acceptance,
  why: {
    zh: '豁免时写明了最后一天；过了这一天，问题重新计入。',
    en: 'The waiver says its last day; after that the finding counts again.',
  },
  advice: {
    zh: '请改正报告中的数；仍须豁免的，请重新确认理由，并把until改到以后的日期。',
    en: 'Correct the report; if the finding must be waived longer, confirm the reason and set “until” to a later day.',
  },
  messages: {
    zh: ({ until, ...waived }) => `${waiverZh(waived)}到${until}为止，现已过期，问题重新计入。`,
    en: ({ until, ...waived }) => `${waiverEn(waived)} held until ${until}; the finding counts again.`,
  },
})
