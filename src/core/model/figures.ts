import { formatExact, parseExact } from '../constraints/exact.ts'
import { documentStart, type Location } from '../document/location.ts'
import { type Edition, editionById, type Table, type TableId } from '../editions/index.ts'
import type { Fact, FactState, Place } from './fact.ts'
import { sectionOf } from './narrative.ts'
import { formFacts, type Report, type TableFacts } from './report.ts'

/**
 * The figures of a report as plain data, so that they pass between threads, runs and parts and reports can be compared
 * with each other. Rows and subtotals that a report adds to the form are left out.
 */
export interface Figures {
  readonly tables: readonly TableFigures[]
  /** The text of the sections that are compared between reports, without the breaks between paragraphs. */
  readonly sections: readonly { readonly id: string; readonly text: string }[]
}

/** The lists are parallel to the cells of the form. */
export interface TableFigures {
  readonly table: string
  readonly edition: string
  /** Exact decimal strings; null where the state is not `number`. */
  readonly values: readonly (string | null)[]
  /** A letter for each cell, see `stateLetters`. */
  readonly states: string
  /** The text of cells that is not their value, by position. */
  readonly raws: Readonly<Record<number, string>>
  /** Where the table begins, then four numbers a cell: line, column, endLine, endColumn; 0 for a cell without a place. */
  readonly places: readonly number[]
  /** Where the table begins and that of each cell; null where places have none. */
  readonly addresses: readonly (string | null)[] | null
}

const stateLetters: Readonly<Record<FactState, string>> = {
  number: 'n',
  blank: 'b',
  placeholder: 'p',
  text: 't',
  missing: 'm',
}
const states = Object.fromEntries(
  Object.entries(stateLetters).map(([state, letter]) => [letter, state as FactState]),
)

/** The sections in which bodies write most of their own. */
const compared = ['overall', 'problems'] as const

export function figuresOf({ tables, narrative }: Report): Figures {
  return {
    tables: tables.map(table => {
      const facts = formFacts(table)
      const values = facts.map(({ value }) => value && formatExact(value))
      const raws: Record<number, string> = {}
      for (const [index, { raw }] of facts.entries()) if (raw !== (values[index] ?? '')) raws[index] = raw
      const located = [table.place, ...facts.map(({ place }) => place)].map(locate)
      return {
        table: table.id,
        edition: table.edition.id,
        values,
        states: facts.map(({ state }) => stateLetters[state]).join(''),
        raws,
        places: numbersOf(located),
        addresses: located.some(each => each?.address) ? located.map(each => each?.address ?? null) : null,
      }
    }),
    sections: compared.flatMap(id => {
      const section = sectionOf(narrative, id)
      const text = section?.paragraphs.map(paragraph => paragraph.text.trim()).join('')
      return text ? [{ id, text }] : []
    }),
  }
}

function numbersOf(located: readonly (Location | null)[]): readonly number[] {
  const numbers: number[] = []
  for (const each of located)
    if (each) numbers.push(each.line, each.column, each.endLine, each.endColumn)
    else numbers.push(0, 0, 0, 0)
  return numbers
}

function locate(place: Place | null): Location | null {
  return place?.grid.locate(place.row, place.column) ?? null
}

/** A table of such figures, its facts in the places that they were read from; made when they are first asked for. */
export function restoredTable(figures: TableFigures): TableFacts {
  const edition = editionById(figures.edition) as Edition
  const id = figures.table as TableId
  const form = edition.tables[id]
  const placeAt = placesOf(figures)
  let facts: readonly Fact[] | null = null
  return {
    id,
    edition,
    form,
    place: placeAt(0)!,
    get facts() {
      facts ??= restoredFacts(figures, form, placeAt)
      return facts
    },
  }
}

function restoredFacts(
  { values, states: letters, raws }: TableFigures,
  { cells, size }: Table,
  placeAt: (index: number) => Place | null,
): readonly Fact[] {
  return cells.slice(0, size).map((cell, index): Fact => {
    const value = values[index] ?? null
    return {
      cell,
      state: states[letters[index]!]!,
      value: value === null ? null : parseExact(value),
      notations: [],
      raw: raws[index] ?? value ?? '',
      place: placeAt(index + 1),
    }
  })
}

/** A place by its position among the places: in a grid that knows nothing but where its cells stand. */
function placesOf({ places, addresses }: TableFigures): (index: number) => Place | null {
  const locateAt = (index: number): Location => {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = places.slice(index * 4, index * 4 + 4)
    return line === 0
      ? documentStart
      : { line, column, endLine, endColumn, address: addresses?.[index] ?? null }
  }
  const grid = { sheet: null, rows: [], ragged: false, merges: [], locate: locateAt }
  return index => (places[index * 4] ? { grid, row: index, column: 0 } : null)
}
