import { formatExact, signOf, sumExact } from '../../constraints/exact.ts'
import { rowsWith } from '../row-facts.ts'
import { reportRule } from '../rule.ts'
import { clauses, lineName } from '../words.ts'

export const decisionsWithoutItems = reportRule({
  code: 'GJ410',
  name: 'decisions-without-items',
  severity: 'warning',
  title: { zh: '没有项目却有处理决定', en: 'There are decisions but no items' },
  basis: clauses.arithmetic,
  why: {
    zh: '处理决定依据权力事项作出；项目数为0而有决定，通常是项目数漏填。',
    en: 'Decisions are made under items of power; decisions without any item usually mean that the items were forgotten.',
  },
  advice: {
    zh: '请核对项目数量和处理决定数量；年内取消的事项除外。',
    en: 'Check both figures; items abolished within the year are an exception.',
  },
  *check(report) {
    for (const { row, facts } of rowsWith(report, 'activeDisclosure', [
      'previousYearItems',
      'change',
      'decisions',
    ])) {
      const [before, change, decisions] = facts
      const items = sumExact([
        { weight: 1, value: before!.value },
        { weight: 1, value: change!.value },
      ])
      if (signOf(items) === 0 && signOf(decisions!.value) > 0)
        yield {
          at: decisions!.fact,
          data: { row, decisions: formatExact(decisions!.value) },
          related: [before!.fact, change!.fact],
        }
    }
  },
  messages: {
    zh: ({ row, decisions }) => `表二“${lineName(row)}”项目数量为0，却有处理决定${decisions}件。`,
    en: ({ row, decisions }) => `Table 2 “${lineName(row)}” has no items, yet ${decisions} decisions.`,
  },
})
