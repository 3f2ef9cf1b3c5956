import type { Problem } from '../document/problem.ts'
import type { Line, Table } from '../editions/index.ts'
import { foldCharacters } from '../text/label-text.ts'
import type { Draft } from './draft.ts'
import type { HeadColumn } from './map-columns.ts'

/** The unit that a head states in place of the form's, such as 元 for 万元; null where it does not. */
export function otherUnit({ text }: HeadColumn, { unit }: Line): string | null {
  if (unit === null) return null
  const [, inBrackets, behindColon] = unitNote.exec(foldCharacters(text)) ?? []
  const stated = inBrackets ?? behindColon
  return stated && stated !== unit ? stated : null
}

/** （元）, （单位：千元，保留两位小数） */
const unitNote = /\((?:单位:?)?(?:人民币)?([十百千万亿]*元)(?:[,;、].*)?\)|单位:([十百千万亿]*元)/

/** Says that the figures under such heads were not used: what they are in the unit of the form, only the writer knows. */
export function reportOtherUnits({ pieces }: Draft, form: Table, problems: Problem[]): void {
  for (const { region, map } of pieces)
    for (const column of map.columns) {
      const line = form.columns.find(({ id }) => id === column.id)
      const unit = line ? otherUnit(column, line) : null
      if (unit === null) continue
      problems.push({
        name: 'other-unit',
        location: region.grid.locate(column.row, column.index),
        data: { table: form.name, label: column.raw.trim(), unit, expected: line!.unit! },
      })
    }
}
