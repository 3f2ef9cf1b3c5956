import type { Location } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import type { Block, Table } from '../editions/index.ts'
import { hasRadicals } from '../text/label-text.ts'
import type { Draft } from './draft.ts'
import type { ColumnMap } from './map-columns.ts'
import { nameOf } from './name-line.ts'
import type { Part, Region } from './region.ts'

/** Labels of two editions in one table. */
export function reportForeignLabels({ pieces, evidence }: Draft, form: Table, problems: Problem[]): void {
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

/** Labels with radicals in place of ideographs, all of a table's as one problem. */
export function reportRadicals({ pieces }: Draft, form: Table, problems: Problem[]): void {
  const found = pieces.flatMap(({ region, part }) =>
    [...part.head, ...part.data.flatMap(data => data.labels)]
      .filter(hit => hasRadicals(hit.raw))
      .map(({ raw, row, column }) => ({ raw, location: () => region.grid.locate(row, column) })),
  )
  const [first, ...others] = found
  if (!first) return
  problems.push({
    name: 'radical-in-label',
    location: first.location(),
    data: { table: form.name, label: first.raw.trim(), count: found.length },
    related: others.map(other => other.location()),
  })
}

/** Columns that are missing, unknown, out of order or named otherwise. */
export function reportColumns({ pieces }: Draft, form: Table, problems: Problem[]): void {
  const judged = new Set<ColumnMap>()
  for (const { region, part, map } of pieces) {
    reportLostHeads(region, part, map, form, problems)
    // A head is judged once, with the first rows that stand under it, also those on the next page.
    if (part.data.length === 0 || (map.columns.length > 0 && judged.has(map))) continue
    judged.add(map)
    const block = blockOf(form, part, map)
    // 表四 may be cut into pieces with columns of their own.
    const named = form.row('') ? pieces.flatMap(piece => piece.map.columns) : map.columns
    const absent = block.columns.filter(
      line =>
        !line.isSubtotal &&
        !named.some(({ id, meaning, isRepeated }) => (isRepeated ? meaning?.id : id) === line.id),
    )
    reportRepeated(region, map, block, form, problems)
    if (absent.length > 0 && (named === map.columns || part === pieces[0]!.part))
      problems.push({
        name: 'missing-column',
        location: startOfPart(region, part),
        data: { table: form.name, labels: absent.map(nameOf) },
      })
    let furthest: { order: number; raw: string } | null = null
    for (const column of map.columns) {
      const order = block.columns.findIndex(line => line.id === column.id)
      if (column.id === null || order < 0) {
        if (!column.meaning)
          problems.push({
            name: 'unknown-column',
            location: region.grid.locate(column.row, column.index),
            data: { table: form.name, label: column.text.trim() },
          })
        continue
      }
      const line = block.columns[order]!
      if (column.isDrift)
        problems.push({
          name: 'label-drift',
          location: region.grid.locate(column.row, column.index),
          data: { found: column.raw.trim(), expected: line.label },
        })
      if (line.isSubtotal) continue
      if (furthest && order < furthest.order)
        problems.push({
          name: 'column-out-of-order',
          location: region.grid.locate(column.row, column.index),
          data: { table: form.name, label: nameOf(line), after: furthest.raw },
        })
      else furthest = { order, raw: nameOf(line) }
    }
  }
}

/** At the second of the first two columns that are named alike. */
function reportRepeated(
  { grid }: Region,
  { columns }: ColumnMap,
  block: Block,
  form: Table,
  problems: Problem[],
): void {
  const repeated = columns.filter(column => column.isRepeated)
  const ids = new Set(repeated.map(({ meaning }) => meaning!.id))
  const second = repeated.find(
    ({ meaning }, at) => repeated.findIndex(other => other.meaning!.id === meaning!.id) < at,
  )
  if (!second) return
  const lines = block.columns.filter(line => ids.has(line.id))
  problems.push({
    name: 'repeated-column',
    location: grid.locate(second.row, second.index),
    data: { table: form.name, labels: lines.map(nameOf) },
  })
}

/** A block that has lost its head stands under that of another block, where its figures belong to no column. */
function reportLostHeads(region: Region, part: Part, map: ColumnMap, form: Table, problems: Problem[]): void {
  if (form.blocks.length === 1 || map.columns.length === 0 || part.data.length < 2) return
  const own = blockOf(form, part, map)
  for (const block of form.blocks) {
    const absent = block.columns.filter(
      line => !line.isSubtotal && !map.columns.some(column => column.id === line.id),
    )
    const hit = part.data
      .flatMap(data => data.labels)
      .find(({ meanings }) =>
        meanings.some(({ role, id }) => role === 'row' && block.rows.some(line => line.id === id)),
      )
    if (block === own || absent.length === 0 || !hit) continue
    problems.push({
      name: 'missing-column',
      location: region.grid.locate(hit.row, hit.column),
      data: { table: form.name, labels: absent.map(nameOf) },
    })
  }
}

function startOfPart({ grid }: Region, part: Part): Location {
  const first = part.head[0] ?? part.data[0]?.labels[0]
  return grid.locate(first?.row ?? part.headRows[0] ?? part.data[0]!.row, first?.column ?? 0)
}

/** The block of the form that a part's columns and rows fit best. */
function blockOf(form: Table, part: Part, map: ColumnMap): Block {
  if (form.blocks.length === 1) return form.blocks[0]!
  const rowIds = new Set(
    part.data.flatMap(data => data.labels.flatMap(hit => hit.meanings.map(meaning => meaning.id))),
  )
  const columnIds = new Set(map.columns.map(column => column.id))
  const shared = (block: Block) =>
    block.rows.filter(line => rowIds.has(line.id)).length * 10 +
    block.columns.filter(line => columnIds.has(line.id)).length
  return [...form.blocks].sort((a, b) => shared(b) - shared(a))[0]!
}
