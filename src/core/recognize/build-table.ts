import { evaluate } from '../constraints/evaluate.ts'
import { documentStart, type Location } from '../document/location.ts'
import type { Problem, ShortRow } from '../document/problem.ts'
import type { Cell, Edition, Line, Table, TableId } from '../editions/index.ts'
import { type Fact, missing, type Place } from '../model/fact.ts'
import type { Head, ReportTable } from '../model/report.ts'
import type { DataRow, Part, Region } from './find-tables.ts'
import { isDrift } from './labels.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { type EditionEvidence, editionEvidence, nameRows, type RowName } from './name-rows.ts'
import { alignments, mergedFigures, placeRows, type RowPlaces } from './place-values.ts'
import { readValue } from './read-value.ts'

/** The pieces of one table, in reading order, with their columns named. */
export interface Draft {
  readonly id: TableId
  readonly pieces: readonly Piece[]
  readonly evidence: EditionEvidence
}

interface Piece {
  readonly region: Region
  readonly part: Part
  readonly map: ColumnMap
}

export function draftTable(id: TableId, regions: readonly Region[]): Draft {
  const pieces: Piece[] = []
  for (const region of regions) {
    for (const part of region.parts) {
      // A table cut by a page break goes on under the head it began with.
      const inherited = part.head.length === 0 ? pieces.at(-1)?.map : undefined
      pieces.push({ region, part, map: inherited ?? mapColumns(region, part) })
    }
  }
  const rows = pieces.flatMap(piece => piece.part.data)
  return {
    id,
    pieces,
    evidence: editionEvidence(
      id,
      rows,
      pieces.map(piece => piece.map),
    ),
  }
}

/** A row of the grid with its name and the places of its figures. */
interface NamedRow {
  readonly piece: Piece
  readonly data: DataRow
  readonly name: RowName
  readonly places: RowPlaces
}

export function buildTable(draft: Draft, edition: Edition): { table: ReportTable; problems: Problem[] } {
  const form = edition.tables[draft.id]
  const problems: Problem[] = []
  const facts: (Fact | undefined)[] = form.cells.map(cell =>
    cell.isSubtotal ? undefined : { ...missing, cell, raw: '', place: null },
  )
  const rows = nameAndPlace(draft, edition)

  reportForeignLabels(draft, form, problems)
  reportColumns(draft, form, problems)
  const usable = reportRows(rows, form, problems)
  for (const { piece, data, line, places } of usable) {
    if (places.kind !== 'placed') continue
    const joined = mergedFigures(piece.region.grid, data.row, places.columns)
    if (joined.length > 0) {
      const location = piece.region.grid.locate(data.row, joined[0]!)
      problems.push({
        name: 'merged-figures',
        location,
        data: { table: form.name, label: line.label, cells: joined.length },
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
    location: startOf(draft),
    heads: headsOf(draft),
    isEmpty: facts.every(fact => !fact || fact.state === 'blank' || fact.state === 'missing'),
    hasCornerNote: hasCornerNote(draft, form),
  }
  return { table, problems }
}

function nameAndPlace({ id, pieces }: Draft, edition: Edition): NamedRow[] {
  const located = pieces.flatMap(piece => {
    const { columns } = piece.map
    const places = columns.length > 0 ? placeRows(piece.region.grid, piece.part, piece.map) : []
    return piece.part.data.map((data, index) => {
      const cells = piece.region.grid.rows[data.row]!
      const lastLabel = Math.max(-1, ...data.labels.map(hit => hit.column))
      const hasFigures = cells.some((raw, column) => column > lastLabel && /\d/.test(raw))
      return {
        piece,
        data: { ...data, hasFigures },
        places: places[index] ?? ({ kind: 'wide', found: 0 } as const),
      }
    })
  })
  const names = nameRows(
    edition,
    id,
    located.map(row => row.data),
  )
  return located.map((row, index) => ({ ...row, name: names[index]! }))
}

function setFact(
  facts: (Fact | undefined)[],
  form: Table,
  piece: Piece,
  line: Line,
  at: number,
  place: Place,
): void {
  const id = piece.map.columns[at]!.id
  const cell = id === null ? undefined : form.cell(line.id, id)
  if (!cell) return
  facts[cell.index] = factAt(cell, place)
}

function factAt(cell: Cell, place: Place): Fact {
  const raw = place.grid.rows[place.row]?.[place.column] ?? ''
  return { ...readValue(raw, cell.value), cell, raw, place }
}

function reportForeignLabels({ pieces, evidence }: Draft, form: Table, problems: Problem[]): void {
  const first = evidence.foreign[0]
  if (!first) return
  const piece = pieces.find(
    each => each.part.headRows.includes(first.row) || each.part.data.some(data => data.row === first.row),
  )!
  const labels = [...new Set(evidence.foreign.map(label => label.raw.trim()))]
  problems.push({
    name: 'mixed-editions',
    location: piece.region.grid.locate(first.row, first.column),
    data: { table: form.name, labels },
  })
}

function reportColumns({ pieces }: Draft, form: Table, problems: Problem[]): void {
  for (const { region, part, map } of pieces) {
    if (part.head.length === 0 && map.columns.length > 0) continue
    const first = part.head[0] ?? part.data[0]?.labels[0]
    const start = region.grid.locate(
      first?.row ?? part.headRows[0] ?? part.data[0]?.row ?? 0,
      first?.column ?? 0,
    )
    if (part.data.length === 0) continue
    const block = blockOf(form, part, map)
    const absent = block.columns.filter(
      line => !line.isSubtotal && !map.columns.some(column => column.id === line.id),
    )
    if (absent.length > 0)
      problems.push({
        name: 'missing-column',
        location: start,
        data: { table: form.name, labels: absent.map(nameOf) },
      })
    let furthest: { order: number; raw: string } | null = null
    for (const column of map.columns) {
      const location = region.grid.locate(column.row, column.index)
      const order = block.columns.findIndex(line => line.id === column.id)
      if (column.id === null || order < 0) {
        if (!column.meaning)
          problems.push({
            name: 'unknown-column',
            location,
            data: { table: form.name, label: column.raw.trim() },
          })
        continue
      }
      const line = block.columns[order]!
      if (column.isDrift)
        problems.push({
          name: 'label-drift',
          location,
          data: { found: column.raw.trim(), expected: line.label },
        })
      if (line.isSubtotal) continue
      if (furthest && order < furthest.order)
        problems.push({
          name: 'column-out-of-order',
          location,
          data: { table: form.name, label: line.label, after: furthest.raw },
        })
      else furthest = { order, raw: line.label }
    }
  }
}

/** The block of the form that a part's columns and rows fit best. */
function blockOf(form: Table, part: Part, map: ColumnMap) {
  const rowIds = new Set(
    part.data.flatMap(data => data.labels.flatMap(hit => hit.meanings.map(meaning => meaning.id))),
  )
  const columnIds = new Set(map.columns.map(column => column.id))
  const fit = (block: Table['blocks'][number]) =>
    block.rows.filter(line => rowIds.has(line.id)).length * 10 +
    block.columns.filter(line => columnIds.has(line.id)).length
  return [...form.blocks].sort((a, b) => fit(b) - fit(a))[0]!
}

interface UsableRow extends NamedRow {
  readonly line: Line
}

/** Reports what is wrong with the rows' labels and widths; gives back the rows whose figures can be taken. */
function reportRows(rows: readonly NamedRow[], form: Table, problems: Problem[]): UsableRow[] {
  const named: UsableRow[] = []
  for (const row of rows) {
    const { piece, data, name, places } = row
    const { grid } = piece.region
    const location = labelLocation(row)
    if (name.kind === 'unknown')
      problems.push({ name: 'unknown-row', location, data: { table: form.name, label: name.label.trim() } })
    if (name.kind === 'ambiguous')
      problems.push({
        name: 'ambiguous-label',
        location,
        data: { table: form.name, label: name.hit.raw.trim(), candidates: name.candidates },
      })
    if (name.kind !== 'line') continue
    if (name.hit && !name.line.isSubtotal && isDrift(name.hit.raw, name.line.label))
      problems.push({
        name: 'label-drift',
        location,
        data: { found: name.hit.raw.trim(), expected: name.line.label },
      })
    if (places.kind === 'wide' && piece.map.columns.length > 0) {
      const expected = piece.map.columns.length
      const at = grid.locate(data.row, Math.max(0, name.hit?.column ?? 0))
      problems.push({
        name: 'wide-row',
        location: at,
        data: { table: form.name, label: nameOf(name.line), found: places.found, expected },
      })
    }
    named.push({ ...row, line: name.line })
  }
  const once = reportDuplicates(named, form, problems)
  reportOrder(named, form, problems)
  reportAbsent(named, form, problems)
  return once
}

function labelLocation({ piece, data, name }: NamedRow): Location {
  const { grid } = piece.region
  if ((name.kind === 'line' || name.kind === 'ambiguous') && name.hit)
    return grid.locate(data.row, name.hit.column)
  const first = grid.rows[data.row]!.findIndex(raw => raw.trim() !== '')
  return grid.locate(data.row, data.labels.at(-1)?.column ?? Math.max(0, first))
}

/** Rows of one label: which of them is meant cannot be told, so none is taken. */
function reportDuplicates(rows: readonly UsableRow[], form: Table, problems: Problem[]): UsableRow[] {
  const byLine = new Map<string, UsableRow[]>()
  for (const row of rows) byLine.set(row.line.id, [...(byLine.get(row.line.id) ?? []), row])
  for (const [first, ...others] of byLine.values()) {
    if (others.length === 0) continue
    problems.push({
      name: 'duplicate-row',
      location: labelLocation(others[0]!),
      data: { table: form.name, label: nameOf(first!.line) },
      related: [first!, ...others.slice(1)].map(labelLocation),
    })
  }
  return rows.filter(row => byLine.get(row.line.id)!.length === 1)
}

function reportOrder(rows: readonly UsableRow[], form: Table, problems: Problem[]): void {
  const order = new Map(form.blocks.flatMap(block => block.rows).map((line, index) => [line.id, index]))
  let furthest: Line | null = null
  for (const row of rows) {
    if (row.line.isSubtotal) continue
    if (furthest && order.get(row.line.id)! < order.get(furthest.id)!)
      problems.push({
        name: 'row-out-of-order',
        location: labelLocation(row),
        data: { table: form.name, label: nameOf(row.line), after: nameOf(furthest) },
      })
    else furthest = row.line
  }
}

/** All rows that are not there are one problem, placed at the row before the first of them. */
function reportAbsent(rows: readonly UsableRow[], form: Table, problems: Problem[]): void {
  const found = new Map(rows.map(row => [row.line.id, row]))
  const lines = form.blocks.flatMap(block => block.rows).filter(line => !line.isSubtotal)
  const absent = lines.filter(line => !found.has(line.id))
  if (absent.length === 0) return
  const before = lines.slice(0, lines.indexOf(absent[0]!)).reverse()
  const neighbour = before.map(line => found.get(line.id)).find(row => row) ?? rows[0]
  const location = neighbour ? labelLocation(neighbour) : documentStart
  problems.push({ name: 'missing-row', location, data: { table: form.name, labels: absent.map(nameOf) } })
}

/**
 * Rows with fewer cells than columns. Their figures are taken only where it makes no difference which column was
 * lost, or where a single way to give them to columns breaks no relation; otherwise they are refused.
 */
function placeShortRows(
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
    const candidates = alignments(places.cells.length, piece.map.columns.length).map(alignment => {
      const trial = [...settled]
      for (const [cell, at] of alignment.entries())
        setFact(trial, form, piece, line, at, { grid, row: data.row, column: places.cells[cell]! })
      return trial
    })
    const texts = new Set(places.cells.map(column => grid.rows[data.row]![column]!.trim()))
    const consistent =
      texts.size === 1 ? candidates.slice(0, 1) : candidates.filter(trial => breaksNothing(trial, form, line))
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

function startOf({ pieces }: Draft): Location {
  const { region, part } = pieces[0]!
  const hit = part.head[0] ?? part.data[0]?.labels[0]
  return region.grid.locate(hit?.row ?? part.headRows[0] ?? part.data[0]!.row, hit?.column ?? 0)
}

function headsOf({ pieces }: Draft): Map<string, Head> {
  const heads = new Map<string, Head>()
  for (const { region, map } of pieces)
    for (const { id, raw, row, index } of map.columns)
      if (id !== null && !heads.has(id))
        heads.set(id, { text: raw, location: region.grid.locate(row, index) })
  return heads
}

function hasCornerNote({ pieces }: Draft, form: Table): boolean {
  const notes = form.blocks.flatMap(block => (block.form.columnsHead ? [block.form.stubHead] : []))
  if (notes.length === 0) return true
  return pieces.some(({ part }) =>
    part.head.some(hit => hit.meanings.some(meaning => notes.includes(meaning.id))),
  )
}

/** A label with the heads it needs to be told from others of the same text. */
function nameOf(line: Line): string {
  return line.heads.length > 0 && !/^[（一二三四]/.test(line.label)
    ? `${line.heads.at(-1)} ${line.label}`
    : line.label
}
