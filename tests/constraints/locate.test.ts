import { expect, test } from 'vitest'
import { createDraw } from '../../src/testing/balanced.ts'
import { answersTo } from './agreement.ts'
import { smallTable, spoil } from './small-tables.ts'

test.each([
  { items: 2, columns: 2, wrong: 1, unknown: 0, invalid: 0, runs: 400 },
  { items: 2, columns: 2, wrong: 2, unknown: 0, invalid: 0, runs: 300 },
  { items: 2, columns: 2, wrong: 3, unknown: 0, invalid: 0, runs: 60 },
  { items: 2, columns: 2, wrong: 0, unknown: 5, invalid: 0, runs: 200 },
  { items: 2, columns: 2, wrong: 1, unknown: 3, invalid: 0, runs: 200 },
  { items: 2, columns: 2, wrong: 2, unknown: 4, invalid: 0, runs: 100 },
  { items: 2, columns: 2, wrong: 1, unknown: 8, invalid: 0, runs: 100 },
  { items: 2, columns: 2, wrong: 0, unknown: 2, invalid: 1, runs: 100 },
  { items: 2, columns: 2, wrong: 1, unknown: 2, invalid: 2, runs: 60 },
  { items: 3, columns: 3, wrong: 1, unknown: 3, invalid: 0, runs: 60 },
  { items: 3, columns: 3, wrong: 2, unknown: 2, invalid: 0, runs: 40 },
])(
  '$wrong wrong, $unknown unknown, $invalid impossible in tables of $items × $columns',
  ({ items, columns, runs, ...counts }) => {
    const table = smallTable({ items, columns })
    const draw = createDraw(runs + items)
    for (let run = 0; run < runs; run++) {
      const problem = spoil(table, draw, counts)
      const { code, oracles } = answersTo(problem)
      for (const oracle of oracles) expect(code, JSON.stringify(problem.values)).toEqual(oracle)
    }
  },
)

test.each([
  { items: 2, columns: 2, wrong: 1, unknown: 0, invalid: 0, runs: 200 },
  { items: 2, columns: 2, wrong: 2, unknown: 0, invalid: 0, runs: 100 },
  { items: 2, columns: 3, wrong: 2, unknown: 0, invalid: 0, runs: 50 },
  { items: 3, columns: 3, wrong: 1, unknown: 12, invalid: 0, runs: 50 },
  { items: 3, columns: 3, wrong: 0, unknown: 20, invalid: 0, runs: 50 },
  { items: 3, columns: 3, wrong: 1, unknown: 6, invalid: 1, runs: 30 },
])(
  '$wrong wrong, $unknown unknown, $invalid impossible in tables of $items × $columns with subtotals',
  ({ items, columns, runs, ...counts }) => {
    const table = smallTable({ items, columns, hasSubtotals: true })
    const draw = createDraw(runs + items)
    for (let run = 0; run < runs; run++) {
      const problem = spoil(table, draw, counts)
      const { code, oracles } = answersTo(problem)
      for (const oracle of oracles) expect(code, JSON.stringify(problem.values)).toEqual(oracle)
    }
  },
)
