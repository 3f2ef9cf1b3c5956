import { factOf, tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'

/** Below this many new requests a share says nothing. */
const fewestRequests = 20
/** 40 working days are about 16 % of a year; a quarter leaves room for a rush in December. */
const highestPercent = 25

export const carryShareHigh = reportRule({
  code: 'GJ404',
  name: 'carry-share-high',
  severity: 'info',
  title: { zh: '结转下年的比例偏高', en: 'A large share is carried forward' },
  basis: clauses.timeLimits,
  why: {
    zh: '法定办理期限最长约40个工作日，正常结转的只是年末收到的申请。',
    en: 'The longest time limit is about 40 working days, so normally only what came in at the end of the year is carried forward.',
  },
  advice: {
    zh: '请检查是否有超期未办结的申请，或结转数是否填错。',
    en: 'Look for overdue requests, or a wrong figure.',
  },
  *check(report) {
    const table = tableOf(report, 'requests')
    const received = table && factOf(table, 'newRequests', 'total')
    const forward = table && factOf(table, 'carriedForward', 'total')
    if (!received?.value || !forward?.value || received.value.scale > 0 || forward.value.scale > 0) return
    const [all, kept] = [Number(received.value.units), Number(forward.value.units)]
    if (all < fewestRequests || kept * 100 <= all * highestPercent || kept > all) return
    yield { at: forward, data: { kept, all, percent: Math.floor((kept * 100) / all) }, related: [received] }
  },
  messages: {
    zh: ({ kept, all, percent }) => `表三结转下年度${kept}件，占本年新收${all}件的${percent}%，比例偏高。`,
    en: ({ kept, all, percent }) =>
      `Table 3: ${kept} of ${all} new requests (${percent}%) are carried forward, a large share.`,
  },
})
