import { describe, expect, test } from 'vitest'
import { formatExact, parseExact } from '../../src/core/constraints/exact.ts'
import { editionById } from '../../src/core/editions/index.ts'
import { compareSum } from '../../src/core/inference/compare-sums.ts'
import { balancedFigures, type Figures } from '../../src/testing/balanced.ts'
import { type County, createCounty } from '../../src/testing/counties.ts'
import { checkCounty } from './county-files.ts'

const { activeDisclosure, requests } = editionById('2021')!.tables
const count = requests.cell('newRequests', 'total')!
const amount = activeDisclosure.cell('fees', 'amount')!
const of = (text: string | null) => (text === null ? null : parseExact(text))

describe('a figure and its parts', () => {
  test.each([
    {
      name: 'counts agree',
      cell: count,
      whole: '5',
      parts: ['2', '3', '0'],
      outcome: 'held',
      difference: '0',
    },
    { name: 'one too few', cell: count, whole: '4', parts: ['2', '3'], outcome: 'failed', difference: '-1' },
    {
      name: 'a blank part',
      cell: count,
      whole: '4',
      parts: ['2', null],
      outcome: 'unknown',
      difference: '0',
    },
    { name: 'a blank whole', cell: count, whole: null, parts: ['2'], outcome: 'unknown', difference: '0' },
    {
      name: 'within four decimals of three parts',
      cell: amount,
      whole: '0.3002',
      parts: ['0.1', '0.1', '0.1'],
      outcome: 'held',
      difference: '0.0002',
    },
    {
      name: 'beyond them',
      cell: amount,
      whole: '0.3003',
      parts: ['0.1', '0.1', '0.1'],
      outcome: 'failed',
      difference: '0.0003',
    },
    {
      name: 'parts in whole 万元',
      cell: amount,
      whole: '31.0',
      parts: ['12', '18', '0'],
      outcome: 'held',
      difference: '1',
    },
    {
      name: 'beyond half of each whole part that is not 0',
      cell: amount,
      whole: '31.1',
      parts: ['12', '18', '0', '0'],
      outcome: 'failed',
      difference: '1.1',
    },
    {
      name: 'parts that are all 0',
      cell: amount,
      whole: '0.3',
      parts: ['0', '0'],
      outcome: 'failed',
      difference: '0.3',
    },
    {
      name: 'more than numbers hold exactly',
      cell: amount,
      whole: '99999999999999',
      parts: ['99999999999999', '0.0001'],
      outcome: 'held',
      difference: '-0.0001',
    },
  ])('$name: $outcome', ({ cell, whole, parts, outcome, difference }) => {
    const sum = compareSum(cell, of(whole), parts.map(of))
    expect([sum.outcome, formatExact(sum.difference)]).toEqual([outcome, difference])
  })
})

describe('several things at once', () => {
  const figures = [1, 2, 3].map(seed => new Map([...balancedFigures('2021', seed), [amount.ref, '0']]))
  const ref = 'activeDisclosure.penalty.decisions'
  const other = 'reviewLitigation.review.upheld'

  test('wrong figures in two reports are not laid to one', () => {
    const [one, two] = [raised(figures[0]!, ref, 1000), raised(figures[1]!, other, 500)]
    expect(explained(countyOf([one, two, figures[2]!], figures))).toEqual([
      { cells: [ref], isManifold: false, bodies: ['示例县', '甲局'] },
      { cells: [other], isManifold: false, bodies: ['乙局'] },
    ])
  })

  test('a figure that the parent lacks may be that of any body', () => {
    expect(explained(countyOf(figures, [raised(figures[0]!, ref, 7), ...figures.slice(1)]))).toEqual([
      { cells: [ref], isManifold: false, bodies: ['示例县', '甲局', '乙局', '丙局'] },
    ])
  })

  test('what leaves no single report to change is said to be of several', () => {
    const spoiled = figures.map(each => raised(each, other, 500))
    expect(explained(countyOf(spoiled, figures))).toEqual([{ cells: [other], isManifold: false, bodies: [] }])
  })

  test('a body left out is named although its own report has an error', () => {
    const [first, second, third] = figures
    const wrong = raised(third!, other, 1)
    const county = countyOf([first!, second!, wrong], [first!, second!])
    expect(explained(county).map(({ bodies }) => bodies)).toEqual([['丙局']])
  })
})

/** A county whose figures are the sum of the second list. */
function countyOf(reported: readonly Figures[], counted: readonly Figures[]): County {
  const names = ['甲局', '乙局', '丙局']
  const total = new Map([...counted[0]!.keys()].map(ref => [ref, sumOf(counted, ref)]))
  return {
    bodies: [{ name: '示例县', parent: null }, ...names.map(name => ({ name, parent: '示例县' }))],
    years: [2024],
    figures: new Map([
      ['示例县', new Map([[2024, total]])],
      ...names.map((name, index) => [name, new Map([[2024, reported[index]!]])] as const),
    ]),
  }
}

function sumOf(figures: readonly Figures[], ref: string): string {
  return String(figures.reduce((sum, each) => sum + Number(each.get(ref)), 0))
}

function raised(figures: Figures, ref: string, by: number): Figures {
  return new Map([...figures, [ref, String(Number(figures.get(ref)) + by)]])
}

interface Explanation {
  readonly cells: readonly string[]
  readonly isManifold: boolean
  readonly readings: readonly { readonly body: string }[]
}

function explained(county: County) {
  const said = checkCounty(county).find(({ code }) => code === 'GJ601')!
  return (said.data.explanations as readonly Explanation[]).map(({ cells, isManifold, readings }) => ({
    cells,
    isManifold,
    bodies: readings.map(({ body }) => body),
  }))
}

test('the result is the same whatever the order of the files', () => {
  const county = createCounty({ below: [9], years: [2024], seed: 7 })
  const turned = { ...county, figures: new Map([...county.figures].reverse()) }
  const wrong = new Map([['示例第2单位 2024', null]])
  expect(checkCounty(turned, wrong)).toEqual(checkCounty(county, wrong))
})
