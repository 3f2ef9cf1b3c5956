import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { editionById } from '../../src/core/editions/index.ts'
import { cellsOf, createDraw, type Draw, type Figures } from '../../src/testing/balanced.ts'
import { type County, changed, createCounty } from '../../src/testing/counties.ts'
import { checkCounty, type Replaced } from './county-files.ts'

const years = [2023, 2024]
const year = 2024
const seeds = Array.from({ length: 50 }, (_, index) => index + 1)
const counties = [[199], [3, 29], [59], [59], [59], [3, 29], [59], [59], [59], [59]].map((below, seed) =>
  createCounty({ below, years: below[0] === 199 ? [2022, ...years] : years, seed }),
)
/** Items that a slip may happen in. */
const items = cellsOf(editionById('2021')!).filter(
  ({ ref, value }) => value === 'count' && !/total/.test(ref),
)

/** One thing that went wrong, and the body that it is to be laid to. */
interface Mishap {
  readonly replaced: Replaced
  readonly culprit: string
}

describe.each<{
  readonly name: string
  readonly spoil: (county: County, draw: Draw) => Mishap
  readonly told: number
}>([
  {
    name: 'a figure of a body, not carried into its totals',
    spoil: (county, draw) => wrongFigure(county, draw, false),
    told: 30,
  },
  {
    name: 'a figure of a body, carried into its totals',
    spoil: (county, draw) => wrongFigure(county, draw, true),
    told: 15,
  },
  { name: 'a body left out of the sum', spoil: (county, draw) => countedAgain(county, draw, -1), told: 45 },
  { name: 'a body counted twice', spoil: (county, draw) => countedAgain(county, draw, 1), told: 45 },
  { name: 'the report of last year', spoil: lastYears, told: 45 },
  { name: 'the report of another body', spoil: anothers, told: 40 },
  { name: 'last year’s figures in the sum', spoil: formerInSum, told: 45 },
])('$name', ({ spoil, told }) => {
  test('is laid to the right body, or openly tied', { timeout: 300_000 }, () => {
    const outcomes = seeds.map(seed => blamed(seed, spoil))
    expect(outcomes.filter(outcome => outcome === 'told').length).toBeGreaterThanOrEqual(told)
  })
})

function blamed(seed: number, spoil: (county: County, draw: Draw) => Mishap): 'told' | 'tied' {
  const county = counties[seed % counties.length]!
  const { replaced, culprit } = spoil(county, createDraw(seed))
  const sums = checkCounty(county, replaced).filter(({ code }) => code === 'GJ601')
  expect(sums).toHaveLength(1)
  const explanations = explanationsOf(sums[0]!)
  for (const { readings } of explanations) expect(readings.map(({ body }) => body)).toContain(culprit)
  return explanations.every(({ readings, isManifold }) => readings.length === 1 && !isManifold)
    ? 'told'
    : 'tied'
}

interface Explained {
  readonly readings: readonly { readonly kind: string; readonly body: string }[]
  readonly isManifold: boolean
}

function explanationsOf({ data }: Diagnostic): readonly Explained[] {
  return data.explanations as readonly Explained[]
}

function wrongFigure(county: County, draw: Draw, isCarried: boolean): Mishap {
  const culprit = pick(lowest(county), draw)
  const { ref } = pick(items, draw)
  const wrong = changed(reported(county, culprit), ref, 1 + draw(2000), isCarried)
  return { replaced: new Map([[`${culprit} ${year}`, wrong]]), culprit }
}

function countedAgain(county: County, draw: Draw, times: number): Mishap {
  const culprit = pick(large(county), draw)
  return { replaced: above(county, culprit, [[reported(county, culprit), times]]), culprit }
}

function formerInSum(county: County, draw: Draw): Mishap {
  const culprit = pick(large(county), draw)
  const [now, last] = [reported(county, culprit), reported(county, culprit, year - 1)]
  return {
    replaced: above(county, culprit, [
      [now, -1],
      [last, 1],
    ]),
    culprit,
  }
}

function lastYears(county: County, draw: Draw): Mishap {
  const culprit = pick(large(county), draw)
  const last = reported(county, culprit, year - 1)
  return { replaced: new Map([[`${culprit} ${year}`, last]]), culprit }
}

function anothers(county: County, draw: Draw): Mishap {
  const culprit = pick(large(county), draw)
  const { parent } = county.bodies.find(({ name }) => name === culprit)!
  const beside = large(county).filter(
    each =>
      each !== culprit && county.bodies.some(({ name, parent: own }) => name === each && own === parent),
  )
  return { replaced: new Map([[`${culprit} ${year}`, reported(county, pick(beside, draw))]]), culprit }
}

/** All bodies above one, with some figures added so many times. */
function above(county: County, body: string, added: readonly (readonly [Figures, number])[]): Replaced {
  const replaced = new Map<string, Figures>()
  let { parent } = county.bodies.find(({ name }) => name === body)!
  while (parent !== null) {
    const sum = new Map(reported(county, parent))
    for (const [figures, times] of added)
      for (const [ref, figure] of figures) {
        const isAmount = ref === 'activeDisclosure.fees.amount'
        const total = Number(sum.get(ref)) + times * Number(figure)
        sum.set(ref, isAmount ? String(Number(total.toFixed(4))) : String(total))
      }
    replaced.set(`${parent} ${year}`, sum)
    parent = county.bodies.find(({ name }) => name === parent)!.parent
  }
  return replaced
}

function reported(county: County, body: string, of = year): Figures {
  return county.figures.get(body)!.get(of)!
}

function lowest({ bodies }: County): string[] {
  return bodies.map(({ name }) => name).filter(name => !bodies.some(({ parent }) => parent === name))
}

function large(county: County): string[] {
  return lowest(county).filter(
    name => [...reported(county, name).values()].filter(figure => figure !== '0').length > 50,
  )
}

function pick<Item>(list: readonly Item[], draw: Draw): Item {
  return list[draw(list.length)]!
}
