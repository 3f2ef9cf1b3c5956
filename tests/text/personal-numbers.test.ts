import { expect, test } from 'vitest'
import { isBareNumber, masked, personalNumbersIn } from '../../src/core/text/personal-numbers.ts'

const found: readonly (readonly [string, ...string[]])[] = [
  ['身份证号11010519491231002X。', '11010519491231002X'],
  ['身份证号11010519491231002x，电话13912345678', '11010519491231002x', '13912345678'],
  ['１１０１０５１９４９１２３１００２Ｘ', '１１０１０５１９４９１２３１００２Ｘ'],
  ['110105 19491231 002X', '110105 19491231 002X'],
  ['手机：139 1234 5678', '139 1234 5678'],
  ['139-1234-5678', '139-1234-5678'],
  ['+86 13912345678', '13912345678'],
  ['８６１３９１２３４５６７８', '８６１３９１２３４５６７８'],
]

test.each(found)('%s', (text, ...numbers) => {
  expect(personalNumbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(numbers)
  const shown = masked(text)
  expect(shown).toHaveLength(text.length)
  for (const number of numbers) expect(shown).not.toContain(number)
  expect(masked(shown)).toBe(shown)
})

test.each([
  // a wrong check digit, a month that there is not
  '110105194912310021',
  '11010519491331002X',
  '0500-12345678',
  '12345',
  '139 1234 5678 0 0',
  '金额13912345678元',
  '13912345678.50',
  '1391234567890',
  '1139123456789',
  '15000000000',
  '91320000MA1XXXXX0X',
  '2024年1月1日至2024年12月31日',
])('%s is nobody’s', text => {
  expect(personalNumbersIn(text)).toEqual([])
  expect(masked(text)).toBe(text)
})

test('two numbers are masked differently, the same one alike however it is written', () => {
  expect(masked('13912345678')).not.toBe(masked('13912345679'))
  expect(masked('１３９１２３４５６７８')).toBe(masked('13912345678'))
  expect(masked('139-1234-5678').slice(-4)).toBe(masked('13912345678').slice(-4))
})

test('a figure is a number and nothing else', () => {
  expect(['13912345678', '１２', ' 1,234.5 ', '-3'].every(isBareNumber)).toBe(true)
  expect(['电话13912345678', '12件', '11010519491231002X'].some(isBareNumber)).toBe(false)
})
