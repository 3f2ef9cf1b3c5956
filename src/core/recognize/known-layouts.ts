import type { Document } from '../document/document.ts'
import type { Grid } from '../document/grid.ts'
import type { Edition, TableId } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import { factsOfNothing, isEmpty } from './build-table.ts'
import { isFigure } from './judge-row.ts'
import { meaningsOf } from './labels.ts'
import { factAt } from './set-fact.ts'

/**
 * The files of a county share a few layouts: the same labels in the same cells, with other figures between them.
 * A layout without any problem is worked out once; files whose labels, blanks and figures stand in the very same
 * cells are then read off. Nothing is decided here that the labels and the year have not decided before.
 */
export interface KnownLayouts {
  find(document: Document, prescribed: Edition | undefined): readonly ReportTable[] | null
  keep(document: Document, prescribed: Edition | undefined, tables: readonly ReportTable[]): void
}

/** Where each figure of a table stands. */
interface Layout {
  readonly id: TableId
  readonly edition: Edition
  /** Three numbers a figure: its position in the form, its row and its column. */
  readonly cells: Int32Array
  readonly grid: number
  readonly place: { readonly row: number; readonly column: number }
  readonly heads: ReadonlyMap<string, string>
  readonly hasCornerNote: boolean
}

const mostLayouts = 64

export function createKnownLayouts(): KnownLayouts {
  const layouts = new Map<string, readonly Layout[]>()
  // Put in order when a next file asks: of a single file nothing need be kept.
  let latest: (() => void) | null = null
  return {
    find(document, prescribed) {
      latest?.()
      latest = null
      if (layouts.size === 0) return null
      const known = layouts.get(layoutKey(document, prescribed))
      return known?.map(layout => readOff(layout, document.grids[layout.grid]!)) ?? null
    },
    keep(document, prescribed, tables) {
      latest = () => {
        if (layouts.size >= mostLayouts) layouts.clear()
        const own = tables.map(table => layoutOf(table, document))
        layouts.set(layoutKey(document, prescribed), own)
      }
    },
  }
}

/**
 * Equal for documents that differ in nothing but figures, and in texts above the first label: there stands the
 * title, which is read for itself.
 */
function layoutKey({ grids }: Document, prescribed: Edition | undefined): string {
  let key = prescribed?.id ?? ''
  for (const grid of grids) {
    key += `\u0001${grid.ragged}${grid.merges.length > 0 ? JSON.stringify(grid.merges) : ''}`
    let isAbove = grid === grids[0]
    for (const cells of grid.rows) {
      key += '\u0002'
      for (const raw of cells) {
        if (raw === '') key += '\u0003'
        else if (isFigure(raw)) key += '\u0004'
        else {
          if (isAbove && meaningsOf(raw).length > 0) isAbove = false
          // The length keeps texts apart whatever characters they hold.
          key += isAbove ? '\u0005' : `${raw.length}\u0006${raw}`
        }
      }
    }
  }
  return key
}

function layoutOf(
  { id, edition, facts, place, heads, hasCornerNote }: ReportTable,
  document: Document,
): Layout {
  const cells = facts.flatMap(fact =>
    fact?.place ? [fact.cell.index, fact.place.row, fact.place.column] : [],
  )
  return {
    id,
    edition,
    cells: Int32Array.from(cells),
    grid: document.grids.indexOf(place.grid),
    place,
    heads,
    hasCornerNote,
  }
}

function readOff({ id, edition, cells, place, heads, hasCornerNote }: Layout, grid: Grid): ReportTable {
  const form = edition.tables[id]
  const facts: (Fact | undefined)[] = factsOfNothing(form).slice()
  for (let at = 0; at < cells.length; at += 3) {
    const index = cells[at]!
    facts[index] = factAt(form.cells[index]!, { grid, row: cells[at + 1]!, column: cells[at + 2]! })
  }
  return {
    id,
    edition,
    form,
    facts,
    place: { grid, row: place.row, column: place.column },
    heads,
    isEmpty: isEmpty(facts),
    hasCornerNote,
  }
}
