import { editionById, type TableId, tableIds } from '../core/editions/index.ts'
import type { Figures } from './balanced.ts'

/**
 * The figures of a report in a few words: `newRequests=30 granted=12` are rows of 表三, `review.upheld=2` cells of 表四,
 * `normativeDocuments.issued=4` cells of 表二, all by the ends of their refs; what is not named is 0. All requests are
 * those of natural persons, but `granted=10+2` has two of companies. Totals follow.
 */
export function smallFigures(edition: string, words: string): Figures {
  const { tables } = editionById(edition)!
  const figures: Figures = new Map()
  const given = words.split(' ').map(word => word.split('=') as [string, string])
  for (const id of tableIds)
    for (const cell of tables[id].cells.slice(0, tables[id].size)) figures.set(cell.ref, '0')
  const add = (ref: string, value: number) => {
    if (!figures.has(ref)) throw new Error(`no cell ${ref}`)
    figures.set(ref, String(Number(figures.get(ref)) + value))
  }
  for (const [name, value] of given) {
    const [id, line] = lineOf(name)
    if (id !== 'requests') {
      add(`${id}.${line}`, Number(value))
      if (id === 'reviewLitigation') add(`${id}.${line.split('.')[0]}.total`, Number(value))
      continue
    }
    for (const [at, count] of value.split('+').entries())
      for (const column of [at === 0 ? 'naturalPerson' : 'legalEntity.business', 'total']) {
        add(`requests.${line}.${column}`, Number(count))
        if (line.startsWith('outcomes.')) add(`requests.outcomes.total.${column}`, Number(count))
      }
  }
  return figures

  function lineOf(name: string): [TableId, string] {
    for (const id of tableIds) {
      const { rows, cells } = tables[id]
      const row = rows.find(row => !row.isSubtotal && (row.id === name || row.id.endsWith(`.${name}`)))
      if (id === 'requests' && row) return [id, row.id]
      const cell = cells.find(({ ref }) => ref === `${id}.${name}`)
      if (id !== 'requests' && cell) return [id, name]
    }
    throw new Error(`no line ${name}`)
  }
}
