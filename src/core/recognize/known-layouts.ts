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

/** What stands in a cell: a label, or one of what may differ from file to file. */
type Mark = string | typeof blank | typeof figure | typeof above
const blank = 0
const figure = 1
/** A text above the first label: there stands the title, which is read for itself. */
const above = 2

interface Known {
  readonly prescribed: Edition | undefined
  readonly grids: readonly {
    readonly ragged: boolean
    readonly merges: string
    readonly rows: readonly (readonly Mark[])[]
  }[]
  readonly layouts: readonly Layout[]
}

export function createKnownLayouts(): KnownLayouts {
  /** The one that fitted last comes first. */
  const known: Known[] = []
  // Put in order when a next file asks: of a single file nothing need be kept.
  let latest: (() => void) | null = null
  return {
    find(document, prescribed) {
      latest?.()
      latest = null
      const index = known.findIndex(each => each.prescribed === prescribed && fits(each, document))
      if (index < 0) return null
      const found = known[index]!
      if (index > 0) known.unshift(...known.splice(index, 1))
      return found.layouts.map(layout => readOff(layout, document.grids[layout.grid]!))
    },
    keep(document, prescribed, tables) {
      latest = () => {
        if (known.length >= mostLayouts) known.pop()
        const layouts = tables.map(table => layoutOf(table, document))
        const grids = document.grids.map((grid, index) => ({
          ragged: grid.ragged,
          merges: JSON.stringify(grid.merges),
          rows: marksOf(grid, index === 0),
        }))
        known.unshift({ prescribed, grids, layouts })
      }
    },
  }
}

function marksOf({ rows }: Grid, isFirst: boolean): Mark[][] {
  let isAbove = isFirst
  return rows.map(cells =>
    cells.map(raw => {
      if (raw === '') return blank
      if (isFigure(raw)) return figure
      if (isAbove && meaningsOf(raw).length > 0) isAbove = false
      return isAbove ? above : raw
    }),
  )
}

/** True when the document differs in nothing but figures and in texts above the first label. */
function fits({ grids }: Known, document: Document): boolean {
  return (
    grids.length === document.grids.length &&
    grids.every(({ ragged, merges, rows }, index) => {
      const grid = document.grids[index]!
      // What a merge covers is no mark of a layout, and may be a figure.
      if (grid.notes && grid.notes.coveredTexts.size > 0) return false
      return ragged === grid.ragged && fitsRows(rows, grid.rows) && merges === JSON.stringify(grid.merges)
    })
  )
}

function fitsRows(known: readonly (readonly Mark[])[], rows: Grid['rows']): boolean {
  if (known.length !== rows.length) return false
  for (let row = 0; row < known.length; row++) {
    const marks = known[row]!
    const cells = rows[row]!
    if (marks.length !== cells.length) return false
    for (let column = 0; column < marks.length; column++)
      if (!fitsCell(marks[column]!, cells[column]!)) return false
  }
  return true
}

function fitsCell(mark: Mark, raw: string): boolean {
  if (mark === blank) return raw === ''
  if (mark === figure) return isFigure(raw)
  if (mark === above) return raw !== '' && !isFigure(raw) && meaningsOf(raw).length === 0
  return raw === mark
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
    // Rows that the form does not have are a problem, and layouts with a problem are not kept.
    added: [],
    isEmpty: isEmpty(facts),
    hasCornerNote,
  }
}
