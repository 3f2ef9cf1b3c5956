import { type Cell, type Edition, type EditionId, editionById } from '../core/editions/index.ts'

/** A report's figures by ref, written as in the form. */
export type Figures = Map<string, string>

/** A repeatable stream of whole numbers from 0 to `below` − 1; the same seed gives the same stream. */
export type Draw = (below: number) => number

export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  return below => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Figures for every cell of an edition that keep all its relations and bounds; the same seed, the same figures. */
export function balancedFigures(id: EditionId, seed: number): Figures {
  const edition = editionById(id)!
  const draw = createDraw(seed)
  const values = new Map<string, number>()
  for (const cell of cellsOf(edition)) values.set(cell.ref, draw(4) === 0 ? 0 : draw(40))
  fillActiveDisclosure(edition, values, draw)
  fillFlow(edition, values, draw)
  // Totals of columns that are themselves totals come last.
  for (let round = 0; round < 3; round++) fillTotals(edition, values)
  const figures: Figures = new Map()
  for (const cell of cellsOf(edition)) figures.set(cell.ref, write(cell, values.get(cell.ref)!))
  return figures
}

export function cellsOf(edition: Edition): Cell[] {
  return Object.values(edition.tables).flatMap(table => table.cells.slice(0, table.size))
}

function write(cell: Cell, value: number): string {
  return cell.value === 'money'
    ? `${value}.${String((value * 7919) % 10000).padStart(4, '0')}`
    : String(value)
}

export function fillTotals(edition: Edition, values: Map<string, number>): void {
  for (const table of Object.values(edition.tables)) {
    for (const { kind, subject, terms } of table.constraints) {
      if (kind !== 'row-total' && kind !== 'outcome-total' && kind !== 'case-total') continue
      const parts = terms.filter(term => term.ref !== subject)
      values.set(
        subject,
        parts.reduce((sum, term) => sum + values.get(term.ref)!, 0),
      )
    }
  }
}

/** What came in follows from what became of it, so that no column's new requests fall below what is carried on. */
function fillFlow(edition: Edition, values: Map<string, number>, draw: Draw): void {
  fillTotals(edition, values)
  for (const { kind, terms } of edition.tables.requests.constraints) {
    if (kind !== 'balance') continue
    const [fresh, over, handled, forward] = terms.map(term => term.ref)
    const total = values.get(handled!)!
    values.set(over!, draw(Math.floor(total / 3) + 1))
    const rest = total - values.get(over!)!
    values.set(forward!, draw(Math.floor(rest / 5) + 1))
    values.set(fresh!, rest + values.get(forward!)!)
  }
}

function fillActiveDisclosure(edition: Edition, values: Map<string, number>, draw: Draw): void {
  const table = edition.tables.activeDisclosure
  for (const row of table.blocks.flatMap(block => block.rows)) {
    const ref = (column: string) => table.cell(row.id, column)?.ref
    const set = (column: string, value: number) => {
      const of = ref(column)
      if (of) values.set(of, value)
    }
    const get = (column: string) => values.get(ref(column) ?? '') ?? 0
    set('effective', get('issued') + 1 + draw(200))
    set('newlyPublished', get('newlyMade'))
    set('totalPublic', get('newlyPublished') + draw(300))
    set('previousYearItems', 20 + draw(200))
    set('change', draw(21) - 10)
  }
}
