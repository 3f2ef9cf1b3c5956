import { describe, expect, test } from 'vitest'
import {
  editionById,
  editionOfYear,
  editions,
  printedRows,
  printTable,
  type Ref,
} from '../../src/core/editions/index.ts'
import { labelText } from '../../src/core/text/label-text.ts'

// A mistyped ref does not compile.
const known: Ref = 'requests.outcomes.total.naturalPerson'
// @ts-expect-error: there is no such column
const unknown: Ref = 'requests.outcomes.total.naturalPersons'

test('refs are typed', () => {
  expect(known).not.toBe(unknown)
})

test.each([
  ['2019', { activeDisclosure: 22, requests: 161, reviewLitigation: 15 }],
  ['2021', { activeDisclosure: 10, requests: 175, reviewLitigation: 15 }],
])('the form of %s has as many cells as counted in the official annex', (id, sizes) => {
  const { tables } = editionById(id)!
  expect(Object.fromEntries(Object.entries(tables).map(([table, { size }]) => [table, size]))).toEqual(sizes)
})

test.each([
  [2018, undefined],
  [2019, '2019'],
  [2020, '2019'],
  [2021, '2021'],
  [2030, '2021'],
])('the edition of %i is %s', (year, id) => {
  expect(editionOfYear(year)?.id).toBe(id)
})

describe.each(editions.map(edition => [edition.id, edition] as const))('edition %s', (_, edition) => {
  const tables = Object.values(edition.tables)

  test('each ref and each constraint stands once', () => {
    const refs = tables.flatMap(table => table.cells.map(cell => cell.ref))
    const ids = tables.flatMap(table =>
      [...table.constraints, ...table.subtotalConstraints].map(({ id }) => id),
    )
    expect(new Set(refs).size).toBe(refs.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('no two rows of a table, and no two columns under one head, have one label', () => {
    for (const table of tables) {
      for (const lines of [table.rows, ...table.blocks.map(block => block.columns)]) {
        const labels = lines.flatMap(line =>
          [line.label, ...line.aliases].map(label => {
            const { number, text } = labelText(label)
            return [lines === table.rows ? number : line.heads.join(), text].join(' ')
          }),
        )
        expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
      }
    }
  })

  test('every cell but those of 表二 stands in an identity', () => {
    for (const table of tables.filter(each => each.id !== 'activeDisclosure')) {
      const bound = new Set(
        table.constraints.flatMap(({ relation, terms }) =>
          relation === '=' ? terms.map(term => term.ref) : [],
        ),
      )
      expect(table.cells.filter(cell => !cell.isSubtotal && !bound.has(cell.ref))).toEqual([])
    }
  })

  test('the printed form has each cell once and no two texts in one place', () => {
    for (const table of tables) {
      const printed = printTable(table)
      const taken = printed.cells.flatMap(({ row, column, rows, columns }) =>
        Array.from(
          { length: rows * columns },
          (_, index) => `${row + Math.floor(index / columns)},${column + (index % columns)}`,
        ),
      )
      expect(new Set(taken).size).toBe(taken.length)
      expect(taken).toHaveLength(printed.rows * printed.columns)
      expect(printed.cells.filter(({ cell }) => cell)).toHaveLength(table.size)
      expect(
        printedRows(printed, cell => cell.ref)
          .flat()
          .filter(text => text.includes('.') && /^[a-z]/.test(text)),
      ).toHaveLength(table.size)
    }
  })
})
