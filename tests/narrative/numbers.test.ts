import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/core/narrative/folded.ts'
import { fromNumeral, numbersIn } from '../../src/core/narrative/numbers.ts'

const digits = '零一二三四五六七八九'

/** 10203 as 一万零二百零三. */
function numeralOf(number: number): string {
  if (number >= 10_000) {
    const [high, low] = [Math.floor(number / 10_000), number % 10_000]
    return `${numeralOf(high)}万${low === 0 ? '' : low < 1000 ? `零${numeralOf(low)}` : numeralOf(low)}`
  }
  const places = [...String(number).padStart(4, '0')].map(Number)
  const text = places
    .map((digit, at) => (digit === 0 ? '零' : `${digits[digit]}${'千百十'[at] ?? ''}`))
    .join('')
  return text.replace(/零+/g, '零').replace(/^零|零$/g, '')
}

test('a Chinese numeral is the number that it was written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), number => {
      expect(fromNumeral(numeralOf(number))).toBe(number)
    }),
    { seed: 6 },
  )
})

test.each([
  ['十二', 12],
  ['二十', 20],
  ['两千零三', 2003],
  ['一二〇', 120],
  ['一百二', null],
  ['三万五', null],
  ['百', null],
  ['一十十', null],
  ['二百零零三', null],
])('%s is %s', (numeral, number) => {
  expect(fromNumeral(numeral)).toBe(number)
})

test.each([
  ['收到12件', ['12']],
  ['收到１，２３４件', ['1']],
  ['收到1,234件', ['1234']],
  ['收到1 234件', ['1234']],
  ['收到12 3件', []],
  ['收到12,34件', []],
  ['占4.34%', ['434/2%']],
  ['占百分之四点八五', ['485/2%']],
  ['1.2万件', ['12000~1000']],
  ['0.00001万件', []],
  ['第三十六条', ['36']],
  ['99999999999999件', []],
])('the numbers of %s are %j', (text, expected) => {
  const found = numbersIn(fold(text)).map(
    ({ units, scale, step, isPercent }) =>
      `${units}${scale > 0 ? `/${scale}` : ''}${step > 1 ? `~${step}` : ''}${isPercent ? '%' : ''}`,
  )
  expect(found).toEqual(expected)
})
