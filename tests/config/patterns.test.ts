import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderMatcherOf, matcherOf, readerOfPaths } from '../../src/core/config/patterns.ts'

/** [pattern, path, fits] */
test.each([
  ['**/*.csv', '2024年/甲镇/年报.csv', true],
  ['**/*.csv', '年报.CSV', true],
  ['*.csv', '2024年/年报.csv', true],
  ['/*.csv', '年报.csv', false],
  ['2024年/*.csv', '2024年/年报.csv', true],
  ['2024年/*.csv', '2024年/甲镇/年报.csv', false],
  ['./2024年/**', '2024年/甲镇/年报.csv', true],
  ['**/*.{xlsx,csv}', '甲/年报.xlsx', true],
  ['附表(1).xlsx', '附表(1).xlsx', true],
  ['附表(1).xlsx', '附表1.xlsx', false],
  ['甲|乙.csv', '乙.csv', false],
  ['甲|乙.csv', '甲|乙.csv', true],
  ['+(甲).csv', '+(甲).csv', true],
  ['甲镇 2024.csv', '甲镇 2024.csv', true],
  ['**', '.草稿/年报.csv', true],
  ['年报?.csv', '年报𠮷.csv', false],
  ['caf\u00e9/*', 'cafe\u0301/a.csv', true],
  ['cafe\u0301/*', 'caf\u00e9/a.csv', true],
  ['**/*.csv', '../年报.csv', false],
])('%s, %s: %s', (pattern, path, fits) => {
  expect(matcherOf([pattern])(path)).toBe(fits)
})

test.each([
  ['归档', '归档/年报.csv', true],
  ['归档', '2024年/归档/年报.csv', true],
  ['归档/', '归档/甲/年报.csv', true],
  ['2024年/归档', '2024年/归档/年报.csv', true],
  ['2024年/归档', '归档/年报.csv', false],
  ['归档', '归档年报.csv', false],
])('what is left out takes along what is in it: %s, %s: %s', (pattern, path, fits) => {
  expect(folderMatcherOf([pattern])(path)).toBe(fits)
})

test('any name is a pattern for itself and for nothing else', () => {
  const character = fc.constantFrom(...'年报镇ab1 .\'"%#()+^$|!@~,;=&-—（）“𠮷é')
  const name = fc
    .array(character, { minLength: 1, maxLength: 12 })
    .map(characters => characters.join(''))
    .filter(text => !/^[!.]|^\.+$|[. ]$/.test(text))
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(matcherOf([one])(one)).toBe(true)
      expect(matcherOf([`夹/${one}`])(`夹/${one}`)).toBe(true)
      if (one.toLowerCase() !== other.toLowerCase()) expect(matcherOf([one])(other)).toBe(false)
    }),
    { seed: 5, numRuns: 2000 },
  )
})

test.each([
  ['{year}年/{body}.*', '2024年/石桥镇.xlsx', { body: '石桥镇', year: 2024 }],
  ['{year}年/{body}.*', '2024年/石桥镇/年报.xlsx', null],
  ['**/{body}{year}年*', '县/石桥镇2024年年报.xlsx', { body: '石桥镇', year: 2024 }],
  ['{body}/{year}.csv', '石桥镇/2024.CSV', { body: '石桥镇', year: 2024 }],
  ['{year}/{body}{year}.csv', '2024/石桥镇2024.csv', { body: '石桥镇', year: 2024 }],
  ['{year}/{body}{year}.csv', '2024/石桥镇2023.csv', null],
  ['{year}/*.csv', '2024/石桥镇.csv', { body: null, year: 2024 }],
  ['{year}/*.csv', '24/石桥镇.csv', null],
  ['{body}(正式).csv', "石桥'镇(正式).csv", { body: "石桥'镇", year: null }],
])('%s says of %s: %j', (pattern, path, said) => {
  expect(readerOfPaths([pattern])(path)).toEqual(said)
})

test('the first pattern that fits counts', () => {
  const read = readerOfPaths(['{year}年/{body}.csv', '**/{body}.csv'])
  expect(read('县/石桥镇.csv')).toEqual({ body: '石桥镇', year: null })
  expect(read('2024年/石桥镇.csv')).toEqual({ body: '石桥镇', year: 2024 })
})
