import type { Line } from '../../editions/index.ts'
import { formFacts, type ReportTable } from '../../model/report.ts'
import { foldCharacters } from '../../text/label-text.ts'
import { reportRule } from '../rule.ts'
import { clauses, quoted, tableInEnglish } from '../words.ts'

export const unitNotStated = reportRule({
  code: 'GJ120',
  name: 'unit-not-stated',
  severity: 'warning',
  title: { zh: '没有注明单位', en: 'The unit is not stated' },
  basis: clauses.format,
  why: {
    zh: '不注明单位，以元填写还是以万元填写就看不出来，两者相差一万倍。',
    en: 'Without its unit, an amount in yuan cannot be told from one in 万元, ten thousand times as much.',
  },
  advice: {
    zh: '请在列名后注明单位，如“（单位：万元）”，并确认数是按这个单位填写的。',
    en: 'State the unit behind the head, such as （单位：万元）, and make sure that the amounts are given in it.',
  },
  *check(report) {
    for (const table of report.tables) yield* columnsWithoutUnit(table)
  },
  messages: {
    zh: ({ table, label, unit }) => `${table}“${label}”列的列名和数都没有注明单位“${unit}”。`,
    en: ({ table, label, unit }) =>
      `Neither the head nor the figures of column “${label}” in ${tableInEnglish(table)} state the unit ${unit}.`,
  },
})

/** True when the head of a column states the unit that the form prints there, or the form prints none. */
export function headStatesUnit({ heads }: ReportTable, { id, unit }: Line): boolean {
  return unit === null || statesUnit(heads.get(id) ?? '', unit)
}

function statesUnit(text: string, unit: string): boolean {
  return text.includes(unit) || foldCharacters(text).includes(unit)
}

function* columnsWithoutUnit(table: ReportTable) {
  for (const column of table.form.columns) {
    const { id, unit } = column
    const head = table.heads.get(id)
    if (unit === null || !head || headStatesUnit(table, column)) continue
    const facts = formFacts(table).filter(fact => fact.cell.column.id === id)
    // No figure was taken where the head states another unit.
    const first = facts.find(fact => fact.place)
    const isStated = facts.some(fact => statesUnit(fact.raw, unit))
    if (first && !isStated) yield { at: first, data: { table: table.form.name, label: quoted(head), unit } }
  }
}
