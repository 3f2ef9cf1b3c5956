import { expect, test } from 'vitest'
import { headsOf, unitsOf } from '../../src/core/aggregate/index.ts'
import { nothingExpected, type Report } from '../../src/core/index.ts'
import type { Body } from '../../src/core/model/body.ts'

const body = (name: string, parent: string | null, changes: Partial<Body> = {}): Body => ({
  name,
  parent,
  aliases: [],
  type: null,
  from: null,
  until: null,
  ...changes,
})

const report = (path: string, name: string | null): Report => ({
  path,
  body: name,
  year: 2024,
  expected: nothingExpected,
  tables: [],
  narrative: { title: null, preface: [], sections: [] },
})

const roster = [
  body('某市人民政府', null),
  body('甲县', '某市', { aliases: ['甲县政府'] }),
  body('乙县', '某市人民政府'),
  body('撤销的县', '某市', { until: 2023 }),
  body('新设的县', '某市', { from: 2025 }),
  body('丙镇', '甲县'),
]

const reports = [
  report('1', '甲县政府'),
  report('2', '某市'),
  report('3', '丙镇'),
  report('4', '外县'),
  report('5', null),
  report('6', '撤销的县'),
  report('7', '甲县人民政府'),
]

const pathsIn = (found: readonly Report[]) => found.map(({ path }) => path)

test('with a roster the units are the bodies right below, of the year', () => {
  const units = unitsOf(reports, '某市', 2024, roster)
  expect(units.expected).toEqual({ count: 2, missing: ['乙县'] })
  expect(pathsIn(units.added)).toEqual(['1'])
  expect(pathsIn(units.again)).toEqual(['7'])
  expect(pathsIn(units.own)).toEqual(['2'])
  expect(pathsIn(units.outside)).toEqual(['3', '6'])
  expect(pathsIn(units.unknown)).toEqual(['4', '5'])
  expect(unitsOf(reports, '某市', 2023, roster).expected).toEqual({ count: 3, missing: ['乙县'] })
  expect(pathsIn(unitsOf(reports, '甲县', 2024, roster).added)).toEqual(['3'])
})

test('without a roster all others are units, those without a name each by itself', () => {
  const units = unitsOf([...reports, report('8', null)], '某市', 2024, null)
  expect(units.expected).toBeNull()
  expect(pathsIn(units.added)).toEqual(['1', '3', '4', '5', '6', '7', '8'])
  expect(pathsIn(units.own)).toEqual(['2'])
})

test('a head has others below it and none above', () => {
  expect(headsOf(roster).map(({ name }) => name)).toEqual(['某市人民政府'])
})
