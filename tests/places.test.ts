import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hiddenBy } from '../src/core/document/grid.ts'
import { readSource } from '../src/core/readers/index.ts'
import { nodeHost } from '../src/node/host.ts'
import { fixtureFiles } from './fixture-files.ts'
import { isSameText, textIn } from './formats/text-at.ts'

/** For every cell of every fixture, the text at the reported place in the file is the text of the cell. */
const files = fixtureFiles.filter(file => /\.(csv|txt|xlsx|xls|et|ods|html|md|docx)$/.test(file))

test.each(files)('%s', async path => {
  const bytes = readFileSync(path)
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(`not read: ${path}`)
  const { grids, encoding, format } = read.document
  if (grids.length === 0) return
  const textAt = await textIn(bytes, format, encoding)
  for (const grid of grids)
    for (const [row, cells] of grid.rows.entries())
      for (const [column, said] of cells.entries()) {
        if (hiddenBy(grid, row, column)) continue
        const place = grid.locate(row, column)
        const written = textAt(place, said)
        if (!isSameText(said, written, format)) expect(written, JSON.stringify(place)).toBe(said)
      }
})
