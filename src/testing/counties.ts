import { formatExact, parseExact } from '../core/constraints/exact.ts'
import { editionById, tableIds } from '../core/editions/index.ts'
import { balancedFigures, cellsOf, createDraw, type Draw, type Figures, fillTotals } from './balanced.ts'
import { type KeptReport, keptReport } from './figures.ts'

/** The bodies of a county and their reports of several years, in which everything adds up. */
export interface County {
  /** The top first; `parent` is null there. */
  readonly bodies: readonly { readonly name: string; readonly parent: string | null }[]
  readonly years: readonly number[]
  /** By body, then by year. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<number, Figures>>
}

export interface CountyShape {
  /** How many bodies there are at each level below the top, for each above: `[4, 10]` is 4 areas with 10 bodies each. */
  readonly below: readonly number[]
  readonly years: readonly number[]
  readonly seed: number
}

const edition = editionById('2021')!
const amount = 'activeDisclosure.fees.amount'

/** The same shape, the same county. Of every ten bodies four have nothing to report and three hardly anything. */
export function createCounty({ below, years, seed }: CountyShape): County {
  const draw = createDraw(seed)
  const bodies: { name: string; parent: string | null }[] = [{ name: '示例县', parent: null }]
  let above = ['示例县']
  for (const [level, count] of below.entries()) {
    const isLast = level === below.length - 1
    above = above.flatMap((parent, area) =>
      Array.from({ length: count }, (_, index) => {
        const number = area * count + index + 1
        const name = isLast
          ? number === 1
            ? '示例县人民政府办公室'
            : `示例第${number}单位`
          : `示例第${number}片区`
        bodies.push({ name, parent })
        return name
      }),
    )
  }
  const numbers = new Map<string, Map<number, Counts>>()
  for (const name of above) numbers.set(name, seriesOf(years, draw))
  for (const { name } of [...bodies].reverse()) {
    if (numbers.has(name)) continue
    const children = bodies.filter(({ parent }) => parent === name).map(child => numbers.get(child.name)!)
    numbers.set(name, new Map(years.map(year => [year, sumOf(children.map(child => child.get(year)!))])))
  }
  return {
    bodies,
    years,
    figures: new Map(
      bodies.map(({ name }) => [
        name,
        new Map([...numbers.get(name)!].map(([year, counts]) => [year, writtenFigures(counts)])),
      ]),
    ),
  }
}

/** A report of the county as a document can be made of it. */
export function reportOf({ figures }: County, body: string, year: number): KeptReport {
  return keptReport('2021', figures.get(body)!.get(year)!, body, year)
}

/** By ref; amounts in ten-thousandths of a 万元, which are whole yuan. */
type Counts = Map<string, number>

function seriesOf(years: readonly number[], draw: Draw): Map<number, Counts> {
  const size = draw(10)
  const series = new Map<number, Counts>()
  let last: Counts | null = null
  for (const year of years) {
    const counts: Counts =
      size < 4 ? nothing() : size < 7 ? hardlyAnything(draw) : last ? similar(last, draw) : much(draw)
    carry(counts, last, draw)
    series.set(year, counts)
    last = counts
  }
  return series
}

function nothing(): Counts {
  return new Map(cellsOf(edition).map(({ ref }) => [ref, 0]))
}

function hardlyAnything(draw: Draw): Counts {
  const counts = nothing()
  const items = cellsOf(edition).filter(
    ({ ref }) => ref.startsWith('requests.outcomes.') && !/total/.test(ref),
  )
  for (let request = draw(4); request > 0; request--) add(counts, items[draw(items.length)]!.ref, 1)
  return counts
}

function much(draw: Draw): Counts {
  const counts: Counts = new Map()
  for (const [ref, figure] of balancedFigures('2021', draw(1_000_000))) {
    const isFew = /\.(?:issued|repealed|pending)$/.test(ref)
    if (ref === amount) counts.set(ref, 10_000 * Number.parseInt(figure, 10) + draw(10_000))
    else counts.set(ref, isFew ? draw(4) : Number(figure))
  }
  return counts
}

/** Last year's figures with small changes in every item. */
function similar(last: Counts, draw: Draw): Counts {
  const counts = new Map([...last].map(([ref, count]) => [ref, count > 9 ? count - 2 + draw(5) : count]))
  add(counts, amount, 1 + draw(100))
  return counts
}

function add(counts: Counts, ref: string, count: number): void {
  counts.set(ref, counts.get(ref)! + count)
}

/** Makes totals, what came in and what is in force follow from the items and from the year before. */
function carry(counts: Counts, last: Counts | null, draw: Draw): void {
  fillTotals(edition, counts)
  for (const { kind, terms } of edition.tables.requests.constraints) {
    if (kind !== 'balance' || terms[0]!.ref.endsWith('.total')) continue
    const [fresh, over, handled, forward] = terms.map(({ ref }) => ref) as [string, string, string, string]
    const carried = last ? last.get(forward)! : draw(Math.floor(counts.get(handled)! / 8) + 1)
    const lacking = carried - counts.get(handled)!
    if (lacking > 0) add(counts, handled.replace('outcomes.total', 'outcomes.granted'), lacking)
    const rest = Math.max(0, -lacking)
    counts.set(over, carried)
    counts.set(forward, Math.min(Math.floor(rest / 6), carried + draw(3)))
    counts.set(fresh, rest + counts.get(forward)!)
  }
  for (let round = 0; round < 3; round++) fillTotals(edition, counts)
  for (const row of ['rules', 'normativeDocuments']) {
    const ref = (column: string) => `activeDisclosure.${row}.${column}`
    if (!last) continue
    const before = last.get(ref('effective'))! - counts.get(ref('repealed'))!
    if (before + counts.get(ref('issued'))! < 0) counts.set(ref('issued'), counts.get(ref('repealed'))!)
    counts.set(ref('effective'), before + counts.get(ref('issued'))!)
  }
}

function sumOf(parts: readonly Counts[]): Counts {
  const sum = nothing()
  for (const part of parts) for (const [ref, count] of part) add(sum, ref, count)
  return sum
}

function writtenFigures(counts: Counts): Figures {
  return new Map(
    [...counts].map(([ref, count]) => [
      ref,
      ref === amount ? formatExact(parseExact((count / 10_000).toFixed(4))!) : String(count),
    ]),
  )
}

/** Puts a number in the place of another, and the totals that follow from it. */
export function changed(figures: Figures, ref: string, by: number, isCarried: boolean): Figures {
  const counts: Counts = new Map([...figures].map(([each, figure]) => [each, Number(figure)]))
  add(counts, ref, by)
  if (isCarried) for (let round = 0; round < 3; round++) fillTotals(edition, counts)
  const touched = new Map(figures)
  for (const [each, count] of counts) if (each !== amount) touched.set(each, String(count))
  return touched
}

/** The figures as they are handed on from reading a file, each on a line of its own. */
export function handedOn(figures: Figures) {
  let line = 1
  return {
    tables: tableIds.map(id => {
      const { cells, size } = edition.tables[id]
      const own = cells.slice(0, size)
      const values = own.map(({ ref }) => figures.get(ref) ?? null)
      return {
        table: id,
        edition: '2021',
        values,
        states: values.map(value => (value === null ? 'm' : 'n')).join(''),
        raws: {},
        places: [...Array(size + 1).keys()].flatMap(() => [line, 1, line++, 2]),
        addresses: null,
      }
    }),
    sections: [],
  }
}
