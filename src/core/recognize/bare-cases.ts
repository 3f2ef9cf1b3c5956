import type { Grid } from '../document/grid.ts'
import type { Problem } from '../document/problem.ts'
import { latestEdition, type Table } from '../editions/index.ts'
import type { Draft } from './draft.ts'
import { isFigureOrMark } from './judge-row.ts'
import { meaningsOf } from './labels.ts'
import type { ColumnMap } from './map-columns.ts'
import type { Part, Region } from './region.ts'

const columns = latestEdition.tables.reviewLitigation.columns.filter(line => !line.isSubtotal)

/**
 * 表四 without its head: below its title, the one row that has as many figures as the form has columns, and nothing
 * else. Two such rows could be of two years.
 */
export function findBareCases(grids: readonly Grid[]): Region | null {
  const found: Region[] = []
  let isBelowTitle = false
  for (const grid of grids) {
    for (const [row, cells] of grid.rows.entries()) {
      const filled = cells.filter(raw => raw.trim() !== '')
      const section = filled.length > 2 ? undefined : filled.flatMap(meaningsOf).find(isSection)
      if (section) isBelowTitle = section.table === 'reviewLitigation'
      else if (isBelowTitle && filled.length === columns.length && filled.every(isFigureOrMark)) {
        const part: Part = { head: [], headRows: [], data: [{ row, labels: [], strange: null }] }
        found.push({ table: 'reviewLitigation', grid, parts: [part], continues: null })
      }
    }
  }
  return found.length === 1 ? found[0]! : null
}

function isSection({ role }: { readonly role: string }): boolean {
  return role === 'section'
}

/** Says that the figures of 表四 were taken in the order of the form. */
export function reportBareRow({ pieces }: Draft, form: Table, problems: Problem[]): void {
  const { region, part } = pieces[0]!
  if (!isBare(region, part)) return
  const { row } = part.data[0]!
  const figures = columns.length
  const location = region.grid.locate(row, bareColumns(region, part).columns[0]!.index)
  problems.push({ name: 'headless-table', location, data: { table: form.name, figures } })
}

export function isBare({ table }: Region, { head }: Part): boolean {
  return table === 'reviewLitigation' && head.length === 0
}

/** The columns of the form, in its order, above the figures of a bare row. */
export function bareColumns({ grid }: Region, part: Part): ColumnMap {
  const { row } = part.data[0]!
  const places = grid.rows[row]!.flatMap((raw, column) => (raw.trim() === '' ? [] : [column]))
  return {
    columns: columns.map(({ id }, at) => {
      return { id, index: places[at]!, text: '', raw: '', row, meaning: null, isDrift: false }
    }),
    leading: [],
    isPositional: true,
  }
}
