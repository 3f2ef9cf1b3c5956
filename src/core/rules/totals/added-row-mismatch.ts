import { addExact, differenceOf, type Exact, formatExact, signOf } from '../../constraints/exact.ts'
import type { AddedRow } from '../../model/added-row.ts'
import { signed } from '../relation-words.ts'
import { reportRule } from '../rule.ts'
import { clauses, quoted, tableInEnglish } from '../words.ts'

export const addedRowMismatch = reportRule({
  code: 'GJ306',
  name: 'added-row-mismatch',
  severity: 'error',
  title: {
    zh: '自加行的总计不等于各申请人之和',
    en: 'The total of an added row is not the sum of its applicants',
  },
  basis: clauses.arithmetic,
  why: {
    zh: '自加的行不在统一格式内，但它的“总计”仍应等于同一行各类申请人之和。',
    en: 'A row of your own is not part of the form, but its 总计 is still the sum of the applicants beside it.',
  },
  advice: {
    zh: '请核对这一行的每个数；并考虑把它并入统一格式的相应行。',
    en: 'Check every figure of the row, and consider counting it under a row of the form.',
  },
  *check({ tables }) {
    for (const table of tables)
      for (const row of table.added) {
        const sums = sumsOf(row)
        if (sums && signOf(sums.difference) !== 0)
          yield { at: row, data: { table: table.form.name, row: row.label, ...sums } }
      }
  },
  messages: {
    zh: ({ table, row, total, sum, difference }) =>
      `${table}自加的“${quoted(row)}”行“总计”列填${formatExact(total)}，本行各类申请人之和为${formatExact(sum)}，差${signed(difference)}。`,
    en: ({ table, row, total, sum, difference }) =>
      `${tableInEnglish(table)}, added row “${quoted(row)}”: 总计 says ${formatExact(total)}, the applicants of the row add up to ${formatExact(sum)}: off by ${signed(difference)}.`,
  },
})

/** The total of a row and what it should be; null where the row has no total or a figure of it is unknown. */
function sumsOf({ figures }: AddedRow): { total: Exact; sum: Exact; difference: Exact } | null {
  const known = figures.filter(({ column }) => !column.isSubtotal)
  const total = known.find(({ column }) => column.id === 'total')?.value
  const parts = known.flatMap(({ column, value }) => (column.id === 'total' ? [] : [value]))
  if (!total || parts.length === 0 || parts.includes(null)) return null
  const sum = addExact(parts as readonly Exact[])
  return {
    total,
    sum,
    difference: differenceOf(total, sum),
  }
}
