import { formatExact, signOf } from '../../constraints/exact.ts'
import { rowsWith } from '../row-facts.ts'
import { reportRule } from '../rule.ts'
import { clauses, lineName } from '../words.ts'

export const repealedWithoutStock = reportRule({
  code: 'GJ406',
  name: 'repealed-without-stock',
  severity: 'info',
  title: { zh: '有废止而现行有效为0', en: 'Documents were repealed and none is left in force' },
  basis: clauses.arithmetic,
  why: {
    zh: '全部废止的情形少见，更常见的是漏填现行有效件数。',
    en: 'It is rare that every document is repealed; more often the number in force was forgotten.',
  },
  advice: { zh: '请确认现行有效件数确实为0。', en: 'Make sure that none is in force.' },
  *check(report) {
    for (const { row, facts } of rowsWith(report, 'activeDisclosure', ['repealed', 'issued', 'effective'])) {
      const [repealed, issued, effective] = facts
      if (signOf(repealed!.value) > 0 && signOf(issued!.value) === 0 && signOf(effective!.value) === 0)
        yield {
          at: effective!.fact,
          data: { row, repealed: formatExact(repealed!.value) },
          related: [repealed!.fact],
        }
    }
  },
  messages: {
    zh: ({ row, repealed }) => `表二“${lineName(row)}”废止${repealed}件后现行有效为0，请确认。`,
    en: ({ row, repealed }) =>
      `Table 2 “${lineName(row)}”: ${repealed} repealed and none in force; please confirm.`,
  },
})
