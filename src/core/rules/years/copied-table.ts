import { formatExact, signOf } from '../../constraints/exact.ts'
import { collectedTable } from '../../model/collection.ts'
import { formFacts, type TableFacts } from '../../model/report.ts'
import { seriesRule } from '../rule.ts'
import { plural, tableInEnglish } from '../words.ts'
import { yearClauses } from './clauses.ts'

/** Figures besides 0 from which two tables are not alike by chance. */
const fewest = 5

export const copiedTable = seriesRule({
  code: 'GJ507',
  name: 'copied-table',
  severity: 'warning',
  title: { zh: '整张表与上年报告相同', en: 'A table is that of the last report' },
  basis: yearClauses.copying,
  why: {
    zh: '各格都与上年相同，多半是照抄了上年的表，没有更新。',
    en: 'A table in which every cell is as a year ago was probably copied and not updated.',
  },
  advice: {
    zh: '请核对本年数据；确实相同的，可以豁免并写明理由。',
    en: 'Check the figures of the year; where they are really the same, waive it with that reason.',
  },
  *check({ current, previous }) {
    if (!previous) return
    for (const id of ['activeDisclosure', 'requests'] as const) {
      const [now, last] = [collectedTable(current, id), collectedTable(previous, id)]
      if (!now || !last || now.edition !== last.edition) continue
      const values = valuesOf(now)
      const filled = formFacts(now).filter(({ value }) => value !== null && signOf(value) !== 0).length
      if (filled < fewest || values !== valuesOf(last)) continue
      yield {
        of: current,
        at: now,
        data: { table: now.form.name, filled, year: String(previous.year) },
        sides: `${id} ${values}`,
      }
    }
  },
  messages: {
    zh: ({ table, filled, year }) => `${table}与${year}年报告逐格相同，其中${filled}格不是0，疑似照抄。`,
    en: ({ table, filled, year }) =>
      `${tableInEnglish(table)} is that of the report of ${year} in every cell, ${plural(filled, 'cell')} of them not 0; it was probably copied.`,
  },
})

/** The figures in the order of the form; a blank is none. */
function valuesOf(table: TableFacts): string {
  return formFacts(table)
    .map(({ value }) => (value ? formatExact(value) : ''))
    .join()
}
