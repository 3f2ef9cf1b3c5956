import type { Draw } from '../../src/testing/balanced.ts'
import { shuffled } from '../constraints/small-tables.ts'
import type { BalancedTable, Said } from './forms.ts'

/** What becomes of a balanced table in the hands of a careless, or hostile, writer. */
export type Spoiler = (table: BalancedTable, draw: Draw) => Said[]

/** Spoiled so little that an oracle can try every set of figures. */
export const fewErrors: Readonly<Record<string, Spoiler>> = {
  'one error': (table, draw) => wrong(table, draw, 1),
  'two errors': (table, draw) => wrong(table, draw, 2),
  'three errors': (table, draw) => wrong(table, draw, 3),
  'four errors': (table, draw) => wrong(table, draw, 4),
  'two errors by the same difference': (table, draw) => equallyWrong(table, draw, 2),
  'three errors by the same difference': (table, draw) => equallyWrong(table, draw, 3),
  'one error, three blanks': (table, draw) => blank(wrong(table, draw, 1), draw, 3),
  'one error, ten blanks': (table, draw) => blank(wrong(table, draw, 1), draw, 10),
  'one error, forty blanks': (table, draw) => blank(wrong(table, draw, 1), draw, 40),
  'two errors, three blanks': (table, draw) => blank(wrong(table, draw, 2), draw, 3),
  'two errors, ten blanks': (table, draw) => blank(wrong(table, draw, 2), draw, 10),
  'eight blanks': (table, draw) => blank(table.values, draw, 8),
  'sixty blanks': (table, draw) => blank(table.values, draw, 60),
  'a hundred and thirty blanks': (table, draw) => blank(table.values, draw, 130),
  'zeros left blank': ({ values }) => values.map(value => (value === 0 ? null : value)),
  'zeros left blank, one error': (table, draw) => zerosBlank(wrong(table, draw, 1)),
  'zeros left blank, two errors': (table, draw) => zerosBlank(wrong(table, draw, 2)),
  'one negative': (table, draw) => impossible(table.values, draw, 1, -3),
  'one fraction, two blanks': (table, draw) => blank(impossible(table.values, draw, 1, 2.5), draw, 2),
  'two negatives, one error': (table, draw) => impossible(wrong(table, draw, 1), draw, 2, -1),
  'two cells of a row exchanged': (table, draw) => exchanged(table, draw, true),
  'two cells of a column exchanged': (table, draw) => exchanged(table, draw, false),
  'a late request': (table, draw) => lateRequest(table, draw),
  'a late request, eight blanks': (table, draw) => blank(lateRequest(table, draw), draw, 8),
  'a late request, thirty blanks': (table, draw) => blank(lateRequest(table, draw), draw, 30),
}

/** Spoiled so much that only the time counts, and that something is said. */
export const manyErrors: Readonly<Record<string, Spoiler>> = {
  'five errors': (table, draw) => wrong(table, draw, 5),
  'five errors by the same difference': (table, draw) => equallyWrong(table, draw, 5),
  'ten errors by the same difference': (table, draw) => equallyWrong(table, draw, 10),
  'sixty errors': (table, draw) => wrong(table, draw, 60),
  'every figure drawn anew': ({ values }, draw) => values.map(() => draw(50)),
  'every figure 1': ({ values }) => values.map(() => 1),
  'every figure 1 or 0': ({ values }, draw) => values.map(() => draw(2)),
  'three errors, twenty blanks': (table, draw) => blank(wrong(table, draw, 3), draw, 20),
  'four errors, thirty blanks': (table, draw) => blank(wrong(table, draw, 4), draw, 30),
  'four errors by the same difference, thirty blanks': (table, draw) =>
    blank(equallyWrong(table, draw, 4), draw, 30),
  'six errors, sixty blanks': (table, draw) => blank(wrong(table, draw, 6), draw, 60),
  'ten errors, a hundred blanks': (table, draw) => blank(wrong(table, draw, 10), draw, 100),
  'thirty errors, a hundred blanks': (table, draw) => blank(wrong(table, draw, 30), draw, 100),
  'all blank but five, drawn anew': ({ values }, draw) =>
    blank(
      values.map(() => draw(50)),
      draw,
      values.length - 5,
    ),
  'all blank but thirty, drawn anew': ({ values }, draw) =>
    blank(
      values.map(() => draw(50)),
      draw,
      values.length - 30,
    ),
  'half blank, half drawn anew': ({ values }, draw) => values.map(() => (draw(2) === 0 ? null : draw(50))),
  'every total of a row wrong': table => ofColumn(table, table.form.columns.at(-1)!.id, value => value + 1),
  'every total of a row blank, two errors': (table, draw) =>
    ofColumn({ ...table, values: wrong(table, draw, 2) }, table.form.columns.at(-1)!.id, () => null),
  'a column of zeros': (table, draw) => ofColumn(table, columnOf(table, draw), () => 0),
  'a column of blanks, two errors': (table, draw) =>
    ofColumn({ ...table, values: wrong(table, draw, 2) }, columnOf(table, draw), () => null),
  'a column of blanks, a row of blanks, three errors': (table, draw) =>
    blankRow(
      table,
      ofColumn({ ...table, values: wrong(table, draw, 3) }, columnOf(table, draw), () => null),
      draw,
    ),
  'two columns exchanged': (table, draw) => {
    const [a, b] = [columnOf(table, draw), columnOf(table, draw)]
    return table.form.cells.slice(0, table.form.size).map(({ row, column }) => {
      const from = column.id === a ? b : column.id === b ? a : column.id
      return table.values[table.form.cell(row.id, from)!.index]!
    })
  },
  'a row one cell to the right': (table, draw) => {
    const row = rowOf(table, draw)
    return table.form.cells.slice(0, table.form.size).map((cell, index) => {
      if (cell.row.id !== row) return table.values[index]!
      return table.form.cells[index - 1]?.row.id === row ? table.values[index - 1]! : 0
    })
  },
  'a row one cell to the right, five blanks': (table, draw) =>
    blank(manyErrors['a row one cell to the right']!(table, draw) as number[], draw, 5),
  'numbers of fourteen digits': ({ values }, draw) =>
    values.map(() => 90_000_000_000_000 + draw(2 ** 31) * 4000),
  'twenty numbers of fourteen digits': (table, draw) => {
    const large = new Set(shuffled(table.values.length, draw).slice(0, 20))
    return table.values.map((value, index) => (large.has(index) ? 99_999_999_999_999 : value))
  },
  'two numbers of thirteen digits, twenty blanks': (table, draw) => {
    const large = new Set(shuffled(table.values.length, draw).slice(0, 2))
    return blank(
      table.values.map((value, index) => (large.has(index) ? 9_999_999_999_999 : value)),
      draw,
      20,
    )
  },
  'four negatives': (table, draw) => impossible(table.values, draw, 4, -2),
  'four negatives, four errors, ten blanks': (table, draw) =>
    blank(impossible(wrong(table, draw, 4), draw, 4, -2), draw, 10),
  'three negatives, one error, ten blanks': (table, draw) =>
    blank(impossible(wrong(table, draw, 1), draw, 3, -2), draw, 10),
}

/** One more in the first item and in any of the others, in one column, while the totals stay as they were. */
function lateRequest({ form, values }: BalancedTable, draw: Draw): number[] {
  const isTotal = (id: string) => /(?:^|\.)total$/.test(id)
  const rows = form.rows.filter(({ id, isSubtotal }) => !isSubtotal && !isTotal(id))
  const columns = form.columns.filter(({ id, isSubtotal }) => !isSubtotal && !isTotal(id))
  const column = columns[draw(columns.length)]!
  const late = [rows[0]!, rows[1 + draw(rows.length - 1)]!].map(row => form.cell(row.id, column.id)!.index)
  return values.map((value, index) => (late.includes(index) ? value + 1 : value))
}

/** Each by another difference, up or down. */
function wrong({ values }: BalancedTable, draw: Draw, count: number): number[] {
  const said = [...values]
  for (const [at, index] of shuffled(values.length, draw).slice(0, count).entries()) {
    const difference = 1 + at * 100 + draw(90)
    said[index]! += said[index]! >= difference && draw(2) === 0 ? -difference : difference
  }
  return said
}

function equallyWrong({ values }: BalancedTable, draw: Draw, count: number): number[] {
  const said = [...values]
  const difference = 1 + draw(3)
  for (const index of shuffled(values.length, draw).slice(0, count))
    said[index]! += said[index]! >= difference && draw(2) === 0 ? -difference : difference
  return said
}

function impossible(values: readonly number[], draw: Draw, count: number, value: number): number[] {
  const said = [...values]
  for (const index of shuffled(values.length, draw).slice(0, count)) said[index] = value
  return said
}

function blank(values: readonly number[], draw: Draw, count: number): Said[] {
  const blanks = new Set(shuffled(values.length, draw).slice(0, count))
  return values.map((value, index) => (blanks.has(index) ? null : value))
}

function zerosBlank(values: readonly number[]): Said[] {
  return values.map(value => (value === 0 ? null : value))
}

function exchanged({ form, values }: BalancedTable, draw: Draw, isRow: boolean): number[] {
  const said = [...values]
  const cells = form.cells.slice(0, form.size)
  const index = draw(values.length)
  const lineOf = (cell: (typeof cells)[number]) => (isRow ? cell.row : cell.column)
  const others = cells.filter(
    cell =>
      cell.index !== index && lineOf(cell) === lineOf(cells[index]!) && values[cell.index] !== values[index],
  )
  if (others.length === 0) return said
  const other = others[draw(others.length)]!.index
  said[index] = values[other]!
  said[other] = values[index]!
  return said
}

function ofColumn({ form, values }: BalancedTable, column: string, change: (value: number) => Said): Said[] {
  return values.map((value, index) => (form.cells[index]!.column.id === column ? change(value) : value))
}

function columnOf({ form }: BalancedTable, draw: Draw): string {
  const columns = form.columns.filter(({ isSubtotal }) => !isSubtotal)
  return columns[draw(columns.length)]!.id
}

function rowOf({ form }: BalancedTable, draw: Draw): string {
  const rows = form.rows.filter(({ isSubtotal }) => !isSubtotal)
  return rows[draw(rows.length)]!.id
}

function blankRow(table: BalancedTable, said: readonly Said[], draw: Draw): Said[] {
  const row = rowOf(table, draw)
  return said.map((each, index) => (table.form.cells[index]!.row.id === row ? null : each))
}
