import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, holds } from '../../src/core/constraints/evaluate.ts'
import { compareExact, formatExact, parseExact, sumExact } from '../../src/core/constraints/exact.ts'
import { type BoundConstraint, expandRelation } from '../../src/core/constraints/linear.ts'

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['007.50', '7.5'],
  ['59237.2449', '59237.2449'],
  ['0.0001', '0.0001'],
  ['-12.30', '-12.3'],
  ['99999999999999', '99999999999999'],
])('reads and writes %s', (text, written) => {
  expect(formatExact(parseExact(text)!)).toBe(written)
})

test.each(['', '-', '.', '1.2.3', '1e5', '+1', '999999999999999', '0.123456789012345'])(
  'does not read %j',
  text => {
    expect(parseExact(text)).toBeNull()
  },
)

const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([units, scale]) => {
    const digits = String(Math.abs(units)).padStart(scale + 1, '0')
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
    return { text: units < 0 ? `-${text}` : text, millionths: BigInt(units) * 10n ** BigInt(6 - scale) }
  })

test('sums are exact whatever the decimals', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(1, -1), decimal), { maxLength: 12 }), terms => {
      const sum = sumExact(terms.map(([weight, { text }]) => ({ weight, value: parseExact(text)! })))
      const expected = terms.reduce(
        (total, [weight, { millionths }]) => total + BigInt(weight) * millionths,
        0n,
      )
      expect(BigInt(sum.units) * 10n ** BigInt(6 - sum.scale)).toBe(expected)
    }),
    { seed: 22, numRuns: 1000 },
  )
})

test('sums beyond the exact range of numbers stay exact', () => {
  const [large, small] = [parseExact('99999999999999')!, parseExact('0.00000001')!]
  const sum = sumExact([
    { weight: 1, value: large },
    { weight: 1, value: small },
  ])
  expect(formatExact(sum)).toBe('99999999999999.00000001')
  expect(compareExact(sum, large)).toBe(1)
})

/** 0 = total, 1… = parts; `?` unknown. */
function judge(figures: string, relation: '=' | '>=' = '=', isSigned = false) {
  const quantities = figures.split(' ').map(text => ({ value: text === '?' ? null : parseExact(text) }))
  const operands = quantities.map((_, index) => ({
    weight: index === 0 ? (1 as const) : (-1 as const),
    index,
    isSigned,
  }))
  const constraint: BoundConstraint = {
    id: 'x',
    kind: 'row-total',
    relation,
    terms: [],
    subject: 'x',
    operands,
  }
  const { outcome, residual } = evaluate(constraint, quantities)
  if (!figures.includes('?')) expect(holds(constraint, quantities)).toBe(outcome === 'held')
  return `${outcome} ${formatExact(residual)}`
}

test.each([
  ['5 2 3', 'held 0'],
  ['6 2 3', 'failed 1'],
  ['5 2 4', 'failed -1'],
  ['2.5 1 1', 'failed 0.5'],
  ['5 2 ?', 'unknown 3'],
  ['5 7 ?', 'failed -2'],
  ['? 7 2', 'unknown -9'],
  ['? -7 2', 'failed 5'],
  ['? ? ?', 'unknown 0'],
  ['5 2 3 ?', 'unknown 0'],
])('total %s is %s', (figures, outcome) => {
  expect(judge(figures)).toBe(outcome)
})

test.each([
  ['5 2', 'held 3'],
  ['2 5', 'failed -3'],
  ['? 5', 'unknown -5'],
  ['2 ?', 'unknown 2'],
])('bound %s is %s', (figures, outcome) => {
  expect(judge(figures, '>=')).toBe(outcome)
})

test('a quantity that may be negative can mend either side', () => {
  expect(judge('5 7 ?', '=', true)).toBe('unknown -2')
})

test('a relation that names no cell is a fault of the form', () => {
  const template = { kind: 'balance', relation: '=', left: ['a.*.x'], right: ['a.*.y'] } as const
  expect(() => expandRelation(template, new Set(['a.b.x']))).toThrow('names no cell')
  expect(expandRelation(template, new Set(['a.b.x', 'a.b.y', 'a.c.x'])).map(each => each.id)).toEqual([
    'a/balance/b',
  ])
})
