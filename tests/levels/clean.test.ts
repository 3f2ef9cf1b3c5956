import { expect, test } from 'vitest'
import { createCounty } from '../../src/testing/counties.ts'
import { checkCounty } from './county-files.ts'

const years = [2022, 2023, 2024]

test.each([
  { name: '1,000 bodies of one year', below: [999], years: [2024], seed: 1 },
  { name: '200 bodies over three years', below: [199], years, seed: 2 },
  { name: '200 bodies in three levels over three years', below: [5, 39], years, seed: 3 },
])('nothing is found in $name', shape => {
  expect(checkCounty(createCounty(shape))).toEqual([])
})

test('bodies that have nothing to report are alike and raise nothing', () => {
  const county = createCounty({ below: [60], years, seed: 4 })
  const zero = new Map([...county.figures.get('示例县')!.get(2024)!].map(([ref]) => [ref, '0']))
  const all = county.bodies.flatMap(({ name }) => years.map(year => [`${name} ${year}`, zero] as const))
  expect(checkCounty(county, new Map(all))).toEqual([])
})

test('while a report is missing, no sum is called wrong', () => {
  const county = createCounty({ below: [60], years: [2024], seed: 5 })
  const said = checkCounty(county, new Map([['示例第7单位 2024', null]]))
  expect(said.map(({ code, data }) => [code, data.names])).toEqual([['GJ603', ['示例第7单位']]])
})
