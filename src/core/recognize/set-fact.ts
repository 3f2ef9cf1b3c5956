import type { Cell, Line, Table } from '../editions/index.ts'
import type { Fact, Place } from '../model/fact.ts'
import type { Piece } from './draft.ts'
import { otherUnit } from './other-unit.ts'
import { readValue } from './read-value.ts'

/** Reads the figure at a place as that of a row and the `at`-th column of a piece's head. */
export function setFact(
  facts: (Fact | undefined)[],
  form: Table,
  piece: Piece,
  line: Line,
  at: number,
  place: Place,
): void {
  const column = piece.map.columns[at]!
  const cell = column.id === null ? undefined : form.cell(line.id, column.id)
  if (!cell || otherUnit(column, cell.column) !== null) return
  facts[cell.index] = factAt(cell, place)
}

export function factAt(cell: Cell, place: Place): Fact {
  const raw = place.grid.rows[place.row]?.[place.column] ?? ''
  const { state, value, notations } = readValue(raw, cell.value)
  return { state, value, notations, cell, raw, place }
}
