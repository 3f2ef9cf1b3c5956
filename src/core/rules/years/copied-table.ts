import { collectedTable } from '../../model/collection.ts'
import { fingerprint } from '../../text/fingerprint.ts'
import { figuresText, tellingFigures } from '../alike-tables.ts'
import { seriesRule } from '../rule.ts'
import { tableInEnglish } from '../words.ts'
import { yearClauses } from './clauses.ts'

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
    for (const now of current.tables) {
      const last = collectedTable(previous, now.id)
      const filled = tellingFigures(now)
      if (filled === 0 || last?.edition !== now.edition || figuresText(now) !== figuresText(last)) continue
      yield {
        of: current,
        at: now,
        data: { table: now.form.name, filled, year: String(previous.year) },
        sides: `${now.id} ${fingerprint(figuresText(now))}`,
      }
    }
  },
  messages: {
    zh: ({ table, filled, year }) =>
      `${table}与${year}年报告逐格相同，合计以外有${filled}格不是0，疑似照抄。`,
    en: ({ table, filled, year }) =>
      `${tableInEnglish(table)} is that of the report of ${year} in every cell, of which ${filled} besides totals are not 0; it was probably copied.`,
  },
})
