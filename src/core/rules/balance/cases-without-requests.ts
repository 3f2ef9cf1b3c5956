import { formatExact, signOf, sumExact } from '../../constraints/exact.ts'
import { knownFact } from '../row-facts.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const casesWithoutRequests = reportRule({
  code: 'GJ412',
  name: 'cases-without-requests',
  severity: 'info',
  title: { zh: '没有申请却有复议、诉讼', en: 'There are cases but no requests' },
  basis: clauses.accuracy,
  why: {
    zh: '复议和诉讼多由对申请的答复引起；全年没有办理申请却有案件，可能填错了表。',
    en: 'Most cases arise from replies to requests; cases in a year without any may be entered in the wrong report.',
  },
  advice: {
    zh: '请核对；由上年的答复或主动公开引起的案件除外。',
    en: 'Check; cases on replies of last year or on active disclosure are exceptions.',
  },
  *check(report) {
    const requests = ['newRequests', 'carriedOver', 'outcomes.total'].map(row =>
      knownFact(report, 'requests', row, 'total'),
    )
    if (!requests.every(figure => figure && signOf(figure.value) === 0)) return
    const cases = ['review', 'litigationDirect', 'litigationAfterReview'].flatMap(
      group => knownFact(report, 'reviewLitigation', '', `${group}.total`) ?? [],
    )
    const [first, ...others] = cases.filter(({ value }) => signOf(value) > 0)
    if (!first) return
    const sum = sumExact(cases.map(({ value }) => ({ weight: 1, value })))
    yield { at: first.fact, data: { cases: formatExact(sum) }, related: others.map(({ fact }) => fact) }
  },
  messages: {
    zh: ({ cases }) => `表四有复议、诉讼${cases}件，而表三全年没有收到、办理申请。`,
    en: ({ cases }) => `Table 4 has cases (${cases}), while Table 3 has no requests all year.`,
  },
})
