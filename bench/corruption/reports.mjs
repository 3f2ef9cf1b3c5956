import { readdirSync, readFileSync } from 'node:fs'
import { balancedFigures, keptReport } from '../../dist/testing.js'
import { columns, isSound, outcomeRows, relationsOf } from './relations.mjs'

/**
 * Where sound reports come from. `dense`: drawn evenly, three cells of four above 0. `sparse`: as most bodies fill the
 * form, with few requests, most of them from natural persons and with a few outcomes. `published`: the figures of
 * published reports that are complete, sound and of one edition throughout.
 */
export const manners = [
  { manner: 'dense', edition: '2019' },
  { manner: 'sparse', edition: '2019' },
  { manner: 'dense', edition: '2021' },
  { manner: 'sparse', edition: '2021' },
  { manner: 'published', edition: null },
]

const folder = new URL('../../fixtures/figures/', import.meta.url)
const published = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .sort()
  .map(file => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  .map(({ facts, ...report }) => ({
    ...report,
    figures: new Map(Object.entries(facts).map(([ref, text]) => [ref, text ?? ''])),
  }))
  .filter(({ editions, figures }) => isSound(figures) && new Set(Object.values(editions)).size === 1)

/** A report without a mistake: `body`, `year`, `editions` by table and `figures` by ref. */
export function soundReport({ manner, edition }, draw) {
  if (manner === 'published') return published[draw(published.length)]
  const figures = manner === 'dense' ? balancedFigures(edition, draw(2 ** 31)) : sparseFigures(edition, draw)
  const { body, year, editions } = keptReport(edition, figures)
  return { body, year, editions, figures }
}

const usualOutcomes = /granted|partiallyGranted|notHeld|repeatRequest|otherHandling\.other$|otherHandling$/i

function sparseFigures(edition, draw) {
  const figures = balancedFigures(edition, draw(2 ** 31))
  const scale = [3, 12, 60, 400][draw(4)]
  const set = (row, column, value) => figures.set(`requests.${row}.${column}`, String(value))
  for (const column of columns.slice(0, -1)) {
    let handled = 0
    for (const row of outcomeRows(figures)) {
      const share = (column === 'naturalPerson' ? 1 : 0.15) * (usualOutcomes.test(row) ? 0.8 : 0.25)
      const value = draw(1000) < share * 1000 ? 1 + draw(scale) : 0
      set(row, column, value)
      handled += value
    }
    const over = draw(Math.floor(handled / 4) + 1)
    const forward = draw(Math.floor((handled - over) / 4) + 1)
    set('carriedOver', column, over)
    set('carriedForward', column, forward)
    set('newRequests', column, handled - over + forward)
  }
  for (const ref of figures.keys())
    if (ref.startsWith('reviewLitigation.'))
      figures.set(ref, String(draw(3) > 0 ? 0 : 1 + draw(Math.ceil(scale / 4))))
  addUp(figures)
  return figures
}

/** Row totals last, for they add up totals of columns. */
function addUp(figures) {
  const sums = relationsOf(figures).identities.filter(({ id }) => !id.startsWith('balance/'))
  for (const { left, right } of [...sums.filter(({ id }) => !id.startsWith('row/')), ...sums, ...sums])
    figures.set(left[0], String(right.reduce((total, ref) => total + Number(figures.get(ref)), 0)))
}
