import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Grid } from '../src/core/document/grid.ts'
import { readSource } from '../src/core/readers/index.ts'
import { nodeHost } from '../src/node/host.ts'
import { type OtherSheet, readWithOther, says } from './readers/other-workbooks.ts'

/** For every cell of every fixture, the text at the reported place in the file is the text of the cell. */
const files = ['fixtures/demo', 'fixtures/cases', 'fixtures/office'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(csv|txt|xlsx|xls|et|ods)$/.test(file))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`),
)

test.each(files)('%s', async path => {
  const bytes = readFileSync(path)
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(`not read: ${path}`)
  const { grids, encoding } = read.document
  const others = encoding === null && grids.length > 0 ? await readWithOther(bytes) : []
  for (const grid of grids) {
    const textAt =
      encoding === null ? inWorkbook(others, grid) : inText(new TextDecoder(encoding).decode(bytes))
    for (const [row, cells] of grid.rows.entries())
      for (const [column, raw] of cells.entries()) {
        const place = grid.locate(row, column)
        expect(textAt(place), JSON.stringify(place)).toBe(raw.replace(/\r\n?/g, '\n'))
      }
  }
})

type TextAt = (place: ReturnType<Grid['locate']>) => string

function inText(text: string): TextAt {
  const lines = text.split(/\r\n|\n|\r/)
  return ({ line, column, endLine, endColumn }) => {
    const cut = lines.slice(line - 1, endLine)
    cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1)
    cut[0] = cut[0]!.slice(column - 1)
    return cut.join('\n').replaceAll('""', '"')
  }
}

/** Dates and numbers whose format adds words are only known to be there. */
function inWorkbook(others: readonly OtherSheet[], grid: Grid): TextAt {
  const sheet = others.find(({ name }) => name === grid.sheet)!
  return ({ address, line, column }) => {
    const [, letters, row] = /([A-Z]+)(\d+)$/.exec(address!)!
    const at = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = sheet.valueAt(Number(row) - 1, at)
    const text = grid.rows[line - 1]![column - 1]!
    const isWorded = typeof value === 'number' && /[^\d.-]/.test(text)
    return says(text, value) || isWorded ? text : String(value)
  }
}
