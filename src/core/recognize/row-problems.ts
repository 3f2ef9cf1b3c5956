import type { Problem } from '../document/problem.ts'
import type { Line, Table } from '../editions/index.ts'
import { type Draft, labelLocation, labelPlace, type NamedRow, startOf, type UsableRow } from './draft.ts'
import { hiddenAmong } from './hidden.ts'
import { isDrift } from './labels.ts'
import { nameOf } from './name-line.ts'

/** Reports what is wrong with the rows' labels and widths; gives back the rows whose figures can be taken. */
export function reportRows(
  rows: readonly NamedRow[],
  draft: Draft,
  form: Table,
  problems: Problem[],
): UsableRow[] {
  const named: UsableRow[] = []
  for (const row of rows) {
    const { name, places, piece, data } = row
    if (name.kind === 'line') {
      const { line, hit } = name
      named.push({ name, places, piece, data, line })
      if (hit && !line.isSubtotal && isDrift(hit.raw, line.label)) problems.push(drift(row, hit.raw, line))
      if (places.kind === 'wide' && piece.map.columns.length > 0) problems.push(wide(row, line, form))
    } else if (name.kind === 'unknown') {
      const found = { table: form.name, label: name.label.trim() }
      problems.push({ name: 'unknown-row', location: labelLocation(row), data: found })
    }
  }
  reportOrder(named, form, problems)
  reportAbsent(named, draft, form, problems)
  return reportDuplicates(named, form, problems)
}

function drift(row: NamedRow, raw: string, line: Line): Problem {
  return {
    name: 'label-drift',
    location: labelLocation(row),
    data: { found: raw.trim(), expected: line.label },
  }
}

function wide(row: NamedRow, line: Line, form: Table): Problem {
  const found = row.places.kind === 'wide' ? row.places.found : 0
  const data = { table: form.name, label: nameOf(line), found, expected: row.piece.map.columns.length }
  return { name: 'wide-row', location: labelLocation(row), data }
}

/** Rows of one label: which of them is meant cannot be told, so none is taken. */
function reportDuplicates(rows: readonly UsableRow[], form: Table, problems: Problem[]): UsableRow[] {
  const first = new Map<unknown, UsableRow>()
  const again = new Map<unknown, UsableRow[]>()
  // Each piece of 表四 has a row without a label.
  const keyOf = ({ line, piece }: UsableRow) => (line.label === '' ? piece : line.id)
  for (const row of rows) {
    const key = keyOf(row)
    const others = again.get(key)
    if (others) others.push(row)
    else if (first.has(key)) again.set(key, [row])
    else first.set(key, row)
  }
  for (const [key, [second, ...others]] of again) {
    problems.push({
      name: 'duplicate-row',
      location: labelLocation(second!),
      data: {
        table: form.name,
        label: nameOf(second!.line),
        ...hiddenAmong([first.get(key)!, second!, ...others].map(labelPlace)),
      },
      related: [first.get(key)!, ...others].map(labelLocation),
    })
  }
  return again.size === 0 ? [...rows] : rows.filter(row => !again.has(keyOf(row)))
}

function reportOrder(rows: readonly UsableRow[], form: Table, problems: Problem[]): void {
  let furthest: Line | null = null
  for (const row of rows) {
    if (row.line.isSubtotal) continue
    if (furthest && row.line.order < furthest.order)
      problems.push({
        name: 'row-out-of-order',
        location: labelLocation(row),
        data: { table: form.name, label: nameOf(row.line), after: nameOf(furthest) },
      })
    else furthest = row.line
  }
}

/** All rows that are not there are one problem, placed at the row before the first of them. */
function reportAbsent(rows: readonly UsableRow[], draft: Draft, form: Table, problems: Problem[]): void {
  const found = new Map(rows.map(row => [row.line.id, row]))
  const lines = form.rows.filter(line => !line.isSubtotal)
  const absent = lines.filter(line => !found.has(line.id))
  if (absent.length === 0) return
  const before = lines.slice(0, lines.indexOf(absent[0]!)).reverse()
  const neighbour = before.map(line => found.get(line.id)).find(row => row) ?? rows[0]
  const { grid, row, column } = startOf(draft)
  const location = neighbour ? labelLocation(neighbour) : grid.locate(row, column)
  problems.push({ name: 'missing-row', location, data: { table: form.name, labels: absent.map(nameOf) } })
}
