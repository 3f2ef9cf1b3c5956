import { evaluate } from '../constraints/evaluate.ts'
import type { Problem, ShortRow } from '../document/problem.ts'
import type { Line, Table } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import { labelLocation, type UsableRow } from './draft.ts'
import { nameOf } from './name-line.ts'
import { alignments } from './place-values.ts'
import { setFact } from './set-fact.ts'

/**
 * Rows with fewer cells than columns. Their figures are taken only where it makes no difference which column was
 * lost, or where a single way to give them to columns breaks no relation; otherwise they are refused.
 */
export function placeShortRows(
  rows: readonly UsableRow[],
  form: Table,
  facts: (Fact | undefined)[],
  problems: Problem[],
): void {
  const short: { row: UsableRow; report: ShortRow }[] = []
  const settled = [...facts]
  for (const row of rows) {
    const { piece, data, line, places } = row
    if (places.kind !== 'short') continue
    const { grid } = piece.region
    const ways = alignments(places.cells.length, piece.map.columns.length) ?? []
    const candidates = ways.map(way => {
      const trial = [...settled]
      for (const [cell, at] of way.entries())
        setFact(trial, form, piece, line, at, { grid, row: data.row, column: places.cells[cell]! })
      return trial
    })
    const areZero = places.cells.every(column => grid.rows[data.row]![column]!.trim() === '0')
    const consistent = areZero
      ? candidates.slice(0, 1)
      : candidates.filter(trial => breaksNothing(trial, form, line))
    const chosen = places.cells.length > 0 && consistent.length === 1 ? consistent[0]! : null
    if (chosen)
      for (const cell of form.cells) if (cell.row.id === line.id) facts[cell.index] = chosen[cell.index]
    const found = places.cells.length
    short.push({
      row,
      report: { label: nameOf(line), found, expected: piece.map.columns.length, placed: chosen !== null },
    })
  }
  const [first, ...others] = short
  if (!first) return
  problems.push({
    name: 'short-row',
    location: labelLocation(first.row),
    data: { table: form.name, rows: short.map(each => each.report) },
    related: others.map(each => labelLocation(each.row)),
  })
}

function breaksNothing(facts: readonly (Fact | undefined)[], form: Table, line: Line): boolean {
  const own = new Set(form.cells.filter(cell => cell.row.id === line.id).map(cell => cell.index))
  const touching = form.constraints.filter(
    constraint => constraint.relation === '=' && constraint.operands.some(operand => own.has(operand.index)),
  )
  return touching.every(constraint => evaluate(constraint, facts).outcome !== 'failed')
}
