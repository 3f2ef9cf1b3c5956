import type { Problem } from '../document/problem.ts'
import type { Edition, Table } from '../editions/index.ts'
import { type Fact, missing } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import { addedRows } from './added-rows.ts'
import { reportColumns, reportForeignLabels, reportRadicals } from './column-problems.ts'
import { type Draft, hasCornerNote, headsOf, nameAndPlace, startOf } from './draft.ts'
import { reportHeadless } from './headless.ts'
import { nameOf } from './name-line.ts'
import { reportOtherUnits } from './other-unit.ts'
import { mergedFigures } from './place-values.ts'
import { reportRows } from './row-problems.ts'
import { setFact } from './set-fact.ts'
import { placeShortRows } from './short-rows.ts'

/** A draft to a table of an edition: every figure that can be placed with certainty, and what is wrong with the rest. */
export function buildTable(draft: Draft, edition: Edition): { table: ReportTable; problems: Problem[] } {
  const form = edition.tables[draft.id]
  const problems: Problem[] = []
  const facts = [...factsOfNothing(form)]
  const rows = nameAndPlace(draft, edition)

  reportForeignLabels(draft, form, problems)
  reportRadicals(draft, form, problems)
  reportHeadless(draft, form, problems)
  reportColumns(draft, form, problems)
  reportOtherUnits(draft, form, problems)
  const usable = reportRows(rows, draft, form, problems)
  for (const { piece, data, line, places } of usable) {
    if (places.kind !== 'placed') continue
    const joined = mergedFigures(piece.region.grid, data.row, places.columns)
    if (joined.length > 0) {
      const location = piece.region.grid.locate(data.row, joined[0]!)
      problems.push({
        name: 'merged-figures',
        location,
        data: { table: form.name, label: nameOf(line), cells: joined.length },
      })
    }
    for (const [at, column] of places.columns.entries())
      if (!joined.includes(column))
        setFact(facts, form, piece, line, at, { grid: piece.region.grid, row: data.row, column })
  }
  placeShortRows(usable, form, facts, problems)

  const table: ReportTable = {
    id: draft.id,
    edition,
    form,
    facts,
    place: startOf(draft),
    heads: headsOf(draft),
    added: addedRows(rows, form),
    isEmpty: isEmpty(facts),
    hasCornerNote: hasCornerNote(draft, form),
  }
  return { table, problems }
}

/** Cells are there, and not one holds anything. */
export function isEmpty(facts: readonly (Fact | undefined)[]): boolean {
  let blanks = 0
  for (const fact of facts) {
    if (fact?.state === 'blank') blanks++
    else if (fact && fact.state !== 'missing') return false
  }
  return blanks > 0
}

/** The facts of a table of which nothing was found; subtotals are not even missing. */
export function factsOfNothing(form: Table): readonly (Fact | undefined)[] {
  let facts = nothing.get(form)
  if (!facts) {
    facts = form.cells.map(cell => (cell.isSubtotal ? undefined : { ...missing, cell, raw: '', place: null }))
    nothing.set(form, facts)
  }
  return facts
}

const nothing = new WeakMap<Table, readonly (Fact | undefined)[]>()
