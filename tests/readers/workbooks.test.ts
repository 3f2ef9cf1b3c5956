import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Grid, Merge } from '../../src/core/document/grid.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { nodeHost } from '../../src/node/host.ts'
import { writeAs } from '../../src/testing/write-workbook.ts'
import { type OtherSheet, readWithOther, says } from './other-workbooks.ts'

async function readGrids(path: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(`not read: ${path}`)
  return read.document.grids
}

/** Cells of which the two readers say different things. */
function differences(grid: Grid, other: OtherSheet) {
  return grid.rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const value = other.valueAt(row, column)
      return says(text, value) ? [] : [{ row, column, text, value }]
    }),
  )
}

const byPlace = (a: readonly number[], b: readonly number[]) => a[0]! - b[0]! || a[1]! - b[1]!
const listOf = (merges: readonly Merge[]) =>
  merges.map(({ row, column, rows, columns }) => [row, column, rows, columns]).sort(byPlace)

const folder = 'fixtures/office'
const files = readdirSync(folder).filter(file => /\.(?:xlsx|xls|et|ods)$/.test(file))

test.each(files)('%s says to another reader what it says here', async file => {
  const bytes = readFileSync(`${folder}/${file}`)
  const [grids, others] = [await readGrids(file, bytes), await readWithOther(bytes)]
  expect(grids.map(grid => grid.sheet).sort()).toEqual(others.map(({ name }) => name).sort())
  for (const grid of grids) {
    const other = others.find(({ name }) => name === grid.sheet)!
    // A format that adds words makes them part of the text.
    const differing = differences(grid, other).filter(({ text }) => text !== '12%')
    expect(differing).toEqual([])
    expect(listOf(grid.merges)).toEqual([...other.merges].sort(byPlace))
  }
})

test.each(['hidden-row-and-date', 'kinds-of-cells'])('%s is the same in every format', async name => {
  const all = await Promise.all(
    files
      .filter(file => file.startsWith(name))
      .map(async file => {
        const grids = await readGrids(file, readFileSync(`${folder}/${file}`))
        return grids.map(({ sheet, rows, merges, notes }) => ({ sheet, rows, merges: listOf(merges), notes }))
      }),
  )
  expect(all.length).toBeGreaterThanOrEqual(3)
  for (const one of all) expect(one).toEqual(all[0])
})

/** One merge at most a row, so that none overlap. */
const sheets = fc
  .record({
    rows: fc.array(
      fc.array(
        fc.oneof(
          fc.integer({ min: -99_999, max: 99_999_999 }),
          fc.integer({ min: 0, max: 99_999_999 }).map(figure => figure / 10_000),
          fc.constantFrom('', '总计', '第一项', '012', '12件', '<a>&"\'', ' 两 边 '),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      { minLength: 1, maxLength: 8 },
    ),
    merged: fc.array(fc.record({ column: fc.nat(4), columns: fc.integer({ min: 2, max: 4 }) }), {
      maxLength: 8,
    }),
  })
  .map(({ rows, merged }) => ({
    name: '表三',
    rows: [...rows, ['完']],
    merges: merged.slice(0, rows.length).map((merge, row) => ({ row, rows: 1, ...merge })),
  }))

test.each(['xlsx', 'xls', 'ods'] as const)(
  'any cells and merges as %s are those of another reader',
  async format => {
    await fc.assert(
      fc.asyncProperty(sheets, async sheet => {
        const bytes =
          format === 'xlsx' ? writeWorkbook([sheet]) : writeAs(format === 'xls' ? 'biff8' : 'ods', [sheet])
        const [[grid], [other]] = [await readGrids(`a.${format}`, bytes), await readWithOther(bytes)]
        expect(differences(grid!, other!)).toEqual([])
        const width = grid!.rows[0]!.length
        // Merges that reach beyond the cells are cut off there.
        const inside = other!.merges
          .map(([row, column, rows, columns]) => [row!, column!, rows!, Math.min(columns!, width - column!)])
          .filter(([, , , columns]) => columns! > 1)
        expect(listOf(grid!.merges)).toEqual(inside.sort(byPlace))
      }),
      { numRuns: 60 },
    )
  },
)
