import { formatExact, signOf } from '../../constraints/exact.ts'
import type { Fact } from '../../model/fact.ts'
import { formFacts, type Report, tableOf } from '../../model/report.ts'
import { knownFact } from '../row-facts.ts'
import { reportRule } from '../rule.ts'

/** The totals of refusals, and of the other ways in which a request was not granted. */
function outcomesOf(report: Report): { readonly refused: readonly Fact[]; readonly others: readonly Fact[] } {
  const table = tableOf(report, 'requests')
  const totals = table ? formFacts(table).filter(({ cell }) => cell.column.id === 'total') : []
  return {
    refused: totals.filter(({ cell }) => cell.row.id.startsWith('outcomes.denied')),
    others: totals.filter(({ cell }) =>
      /^outcomes\.(?:unableToProvide|notProcessed|otherHandling)/.test(cell.row.id),
    ),
  }
}

function isMore({ value }: Fact): boolean {
  return value !== null && signOf(value) > 0
}

/** The law on administrative review as revised is in force since this year. */
const firstYear = 2024

export const directSuitAfterReform = reportRule({
  code: 'GJ413',
  name: 'direct-suit-after-reform',
  severity: 'info',
  title: { zh: '只有不予公开的决定，却有未经复议的诉讼', en: 'Only refusals, and yet suits without review' },
  basis: {
    zh: '《中华人民共和国行政复议法》（2023年修订）第二十三条第一款第四项',
    en: 'Article 23 of the Administrative Reconsideration Law as revised in 2023 (中华人民共和国行政复议法)',
  },
  why: {
    zh: '2024年起，对不予公开的决定不服，应当先申请行政复议；无法提供、不予处理等情形仍可直接起诉。',
    en: 'Since 2024 a refusal has to go to review first; other outcomes can still be taken to court at once.',
  },
  advice: {
    zh: '请核对这些案件起诉的是哪一类答复，复议后起诉的不要填在这里。',
    en: 'Check what the suits are about, and that none of them followed a review.',
  },
  *check(report) {
    if (report.year === null || report.year < firstYear) return
    const direct = knownFact(report, 'reviewLitigation', '', 'litigationDirect.total')
    if (!direct || signOf(direct.value) <= 0) return
    const { refused, others } = outcomesOf(report)
    if (refused.some(isMore) && others.every(({ value }) => value !== null && signOf(value) === 0))
      yield {
        at: direct.fact,
        data: { count: formatExact(direct.value) },
        related: refused.filter(isMore),
      }
  },
  messages: {
    zh: ({ count }) =>
      `2024年起对“不予公开”不服须先复议，本年未予公开的都是这一类，请核对“未经复议直接起诉”${count}件的类型。`,
    en: ({ count }) =>
      `Since 2024 a refusal has to go to review first, and nothing else was decided against an applicant; check the direct suits (${count}).`,
  },
})
