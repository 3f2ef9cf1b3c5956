import { formatExact, signOf } from '../../constraints/exact.ts'
import { hasText, paragraphsOf, sectionOf } from '../../model/narrative.ts'
import { tellsOfFees } from '../../narrative/fees.ts'
import { handlingFees } from '../narrative/bases.ts'
import { textOfAll } from '../narrative/passages.ts'
import { knownFact } from '../row-facts.ts'
import { reportRule } from '../rule.ts'

export const feeOverdueUnexplained = reportRule({
  code: 'GJ414',
  name: 'fee-overdue-unexplained',
  severity: 'warning',
  title: {
    zh: '有逾期未缴费的申请而正文未提收费',
    en: 'Requests lapsed for unpaid fees, and the text tells of none',
  },
  basis: handlingFees,
  why: {
    zh: '逾期未缴费不再处理，前提是发出过收费通知；正文没有提到，可能是填错了行。',
    en: 'A request lapses for an unpaid fee only after a fee notice; when the text tells of none, the row may be wrong.',
  },
  advice: {
    zh: '请核对这一行，确有收费通知的在第六部分说明。',
    en: 'Check the row; where fee notices were sent, say so in section 六.',
  },
  *check(report) {
    const overdue = knownFact(report, 'requests', 'outcomes.otherHandling.feeOverdue', 'total')
    if (!overdue || signOf(overdue.value) <= 0 || !hasText(report.narrative)) return
    const other = sectionOf(report.narrative, 'other')?.paragraphs ?? []
    if (tellsOfFees(textOfAll(other), textOfAll(paragraphsOf(report.narrative)))) return
    yield { at: overdue.fact, data: { count: formatExact(overdue.value) } }
  },
  messages: {
    zh: ({ count }) => `表三有${count}件因逾期未缴费不再处理，正文却没有说明收费情况。`,
    en: ({ count }) =>
      `Table 3 has requests that lapsed for unpaid fees (${count}), but the text says nothing of fees.`,
  },
})
