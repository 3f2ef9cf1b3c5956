import type { Table } from '../editions/index.ts'
import type { AddedRow } from '../model/added-row.ts'
import { labelPlace, type NamedRow } from './draft.ts'
import { readValue } from './read-value.ts'

/**
 * The rows of a report that the form does not have, where their figures stand under its columns. A row without a name
 * is none: what it lost may be the label of one of the form's own.
 */
export function addedRows(rows: readonly NamedRow[], form: Table): AddedRow[] {
  const items = itemsOf(form)
  const added: AddedRow[] = []
  let isItem = false
  for (const row of rows) {
    const { name, places, piece, data } = row
    if (name.kind === 'line') isItem = items.has(name.line.id)
    if (name.kind !== 'unknown' || name.label.trim() === '' || places.kind !== 'placed') continue
    const { grid } = piece.region
    const figures = piece.map.columns.flatMap(({ id }, at) => {
      const column = form.columns.find(line => line.id === id)
      return column
        ? [{ column, ...readValue(grid.rows[data.row]![places.columns[at]!] ?? '', column.value) }]
        : []
    })
    added.push({ label: name.label.trim(), isItem, place: labelPlace(row), figures })
  }
  return added
}

/** The ids of the rows that a total below them adds up. */
function itemsOf({ constraints, cells }: Table): ReadonlySet<string> {
  const totals = constraints.filter(({ kind }) => kind === 'outcome-total')
  return new Set(
    totals.flatMap(({ operands, subjectCell }) =>
      operands.flatMap(({ index }) => (cells[index] === subjectCell ? [] : cells[index]!.row.id)),
    ),
  )
}
