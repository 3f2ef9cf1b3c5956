import type { Draw } from '../../src/testing/balanced.ts'
import type { Equation, Problem } from './problem.ts'

/** A small 表三: what came in, what became of it with a total, what is carried forward, by columns with a total. */
export interface SmallTable {
  readonly equations: readonly Equation[]
  /** Numbers for which all equations hold. */
  balanced(draw: Draw): number[]
  readonly size: number
}

interface Shape {
  /** What became of requests: so many rows. */
  readonly items: number
  /** Kinds of applicants. */
  readonly columns: number
  /** With a subtotal of all columns but the first, and one of all items but the last. */
  readonly hasSubtotals?: boolean
}

export function smallTable({ items, columns, hasSubtotals = false }: Shape): SmallTable {
  const itemRows = named('item', items)
  const parts = named('column', columns)
  const added = hasSubtotals ? ['subtotal'] : []
  const rows = ['new', 'over', ...itemRows, ...added, 'total', 'forward']
  const all = [...parts, ...added, 'total']
  const at = (row: string, column: string) => rows.indexOf(row) * all.length + all.indexOf(column)
  const sum = (id: string, total: number, items: readonly number[]): Equation => ({
    id,
    terms: [{ weight: 1, index: total }, ...items.map(index => ({ weight: -1, index }))],
  })
  const across = (row: string, total: string, items: readonly string[]) =>
    sum(
      `${total}-of-row/${row}`,
      at(row, total),
      items.map(column => at(row, column)),
    )
  const down = (column: string, total: string, items: readonly string[]) =>
    sum(
      `${total}-of-column/${column}`,
      at(total, column),
      items.map(row => at(row, column)),
    )
  const equations: Equation[] = [
    ...rows.map(row => across(row, 'total', parts)),
    ...added.flatMap(total => rows.map(row => across(row, total, parts.slice(1)))),
    ...all.map(column => down(column, 'total', itemRows)),
    ...added.flatMap(total => all.map(column => down(column, total, itemRows.slice(0, -1)))),
    ...all.map(column => ({
      id: `balance/${column}`,
      terms: [
        { weight: 1, index: at('new', column) },
        { weight: 1, index: at('over', column) },
        { weight: -1, index: at('total', column) },
        { weight: -1, index: at('forward', column) },
      ],
    })),
  ]
  return {
    equations,
    size: rows.length * all.length,
    balanced(draw) {
      const values: number[] = new Array(rows.length * all.length).fill(0)
      const add = (total: number, items: readonly number[]) => {
        values[total] = items.reduce((sum, index) => sum + values[index]!, 0)
      }
      for (const column of parts) {
        for (const row of itemRows) values[at(row, column)] = draw(3) === 0 ? 0 : draw(6)
        const done = itemRows.reduce((sum, row) => sum + values[at(row, column)]!, 0)
        values[at('over', column)] = draw(Math.min(done, 3) + 1)
        values[at('forward', column)] = draw(3)
        values[at('new', column)] = done + values[at('forward', column)]! - values[at('over', column)]!
      }
      for (const { terms } of equations.filter(
        ({ id }) => !id.startsWith('balance') && id.includes('column/'),
      ))
        add(
          terms[0]!.index,
          terms.slice(1).map(({ index }) => index),
        )
      for (const { terms } of equations.filter(({ id }) => id.includes('of-row/')))
        add(
          terms[0]!.index,
          terms.slice(1).map(({ index }) => index),
        )
      return values
    },
  }
}

function named(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`)
}

/** The total row's own total follows from the others, and with it the equations are no network. */
export function isNeeded({ id }: Equation): boolean {
  return id !== 'total-of-row/total' && !id.endsWith('row-total/outcomes.total')
}

/** A balanced table with some figures changed, some made impossible and some lost. */
export function spoil(
  { equations, balanced }: SmallTable,
  draw: Draw,
  counts: { readonly wrong: number; readonly unknown: number; readonly invalid: number },
): Problem {
  const values: (number | null)[] = balanced(draw)
  const places = shuffled(values.length, draw)
  const take = (count: number) => places.splice(0, count)
  for (const index of take(counts.wrong)) values[index] = other(values[index]!, draw)
  const invalid = take(counts.invalid).sort((a, b) => a - b)
  for (const index of take(counts.unknown)) values[index] = null
  return { equations, values, invalid }
}

/** Mostly near, for errors that hide each other are made of like differences. */
function other(value: number, draw: Draw): number {
  const changed = draw(3) === 0 ? draw(9) : value + (draw(2) === 0 ? 1 : -1) * (1 + draw(2))
  return changed < 0 || changed === value ? value + 1 + draw(3) : changed
}

export function shuffled(count: number, draw: Draw): number[] {
  const places = Array.from({ length: count }, (_, index) => index)
  for (let at = count - 1; at > 0; at--) {
    const other = draw(at + 1)
    const kept = places[at]!
    places[at] = places[other]!
    places[other] = kept
  }
  return places
}
