import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forcedZero } from '../../src/core/constraints/forced.ts'
import type { BoundConstraint } from '../../src/core/constraints/linear.ts'
import { locate } from '../../src/core/constraints/locate.ts'
import { standingOf } from '../../src/core/constraints/rank.ts'
import { type Equations, equationsOf } from '../../src/core/constraints/system.ts'
import { editions } from '../../src/core/editions/index.ts'
import { refuseContradictions } from '../../src/core/engine/proof-text.ts'
import { proofData, proveForms } from '../../src/core/engine/prove-forms.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'

/** `0 = 1 + 2`, `0 >= 1`: figures by position; `±` before one that may be negative. */
function relation(text: string): BoundConstraint {
  const [left = '', sign, right = ''] = text.split(/ (=|>=) /)
  const operands = [left, right].flatMap((side, at) =>
    side
      .split(' + ')
      .filter(Boolean)
      .map(term => ({
        weight: at === 0 ? (1 as const) : (-1 as const),
        index: Number(term.replace('±', '')),
        isSigned: term.startsWith('±'),
      })),
  )
  return { id: text, kind: 'row-total', relation: sign as '=' | '>=', terms: [], subject: '', operands }
}

describe('contradictions', () => {
  test.each<[name: string, relations: string[], position: number | null]>([
    ['a total and its parts', ['0 = 1 + 2'], null],
    ['a total that one part is as well', ['0 = 1 + 2', '0 = 1'], 2],
    ['the same by a bound', ['0 = 1 + 2', '1 >= 0'], 2],
    ['a relation without a side', ['0 + 1 = '], 0],
    ['a bound on a part', ['0 = 1 + 2', '1 >= 2'], null],
    ['a circle of totals', ['0 = 1 + 3', '1 = 2 + 4', '2 = 0 + 5'], 3],
    ['a circle without anything else', ['0 = 1', '1 = 2', '2 = 0'], null],
    ['a figure that may be negative', ['0 + ±1 = '], null],
    ['one that cannot after all', ['±0 = ', '1 = 2'], 0],
    ['one that a bound leaves free', ['0 + ±1 >= '], null],
    ['twice a part', ['0 = 1 + 2', '3 = 0 + 1', '3 = 1 + 2'], 1],
  ])('%s', (_, relations, position) => {
    const size = 6
    const found = forcedZero(relations.map(relation), size)
    expect(found?.position ?? null).toBe(position)
  })

  test('the relations that bring it about are named', () => {
    const relations = ['3 = 4 + 5', '0 = 1 + 2', '0 = 1'].map(relation)
    expect(forcedZero(relations, 6)!.constraints.map(({ id }) => id)).toEqual(['0 = 1 + 2', '0 = 1'])
  })

  test('a sentence says so', () => {
    const relations = ['0 = 1 + 2', '0 = 1'].map(relation)
    const refOf = (position: number) => `cell${position}`
    expect(refuseContradictions(relations.slice(1), 3, refOf, 'en')).toBeNull()
    expect(refuseContradictions(relations, 3, refOf, 'en')).toBe(
      'The relations contradict each other: 0 = 1 + 2, 0 = 1 together force cell2 to be 0 in every report.',
    )
    expect(refuseContradictions(relations, 3, refOf, 'zh-CN')).toBe(
      '关系自相矛盾：0 = 1 + 2、0 = 1合在一起，使cell2在任何报告中都只能为0。',
    )
  })

  test('as found by trying all small figures', () => {
    const weights = fc.array(fc.constantFrom(-1, 0, 0, 1), { minLength: 4, maxLength: 4 })
    const one = fc.tuple(weights, fc.constantFrom('=' as const, '=' as const, '>=' as const))
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), rows => {
        const constraints = rows.map(([own, sign]): BoundConstraint => {
          const operands = own.flatMap((weight, index) =>
            weight === 0 ? [] : [{ weight: weight as 1 | -1, index, isSigned: false }],
          )
          return { id: '', kind: 'row-total', relation: sign, terms: [], subject: '', operands }
        })
        const used = new Set(constraints.flatMap(({ operands }) => operands.map(({ index }) => index)))
        const canBeMore = new Set<number>()
        for (let at = 0; at < 6 ** 4; at++) {
          const figures = [at % 6, Math.floor(at / 6) % 6, Math.floor(at / 36) % 6, Math.floor(at / 216)]
          const isRight = rows.every(([own, sign]) => {
            const sum = own.reduce<number>((all, weight, index) => all + weight * figures[index]!, 0)
            return sign === '=' ? sum === 0 : sum >= 0
          })
          if (isRight) for (const [index, figure] of figures.entries()) if (figure > 0) canBeMore.add(index)
        }
        const forced = [...used].filter(position => !canBeMore.has(position)).sort((a, b) => a - b)
        expect(forcedZero(constraints, 4)?.position).toBe(forced[0])
      }),
      { seed: 8, numRuns: 150 },
    )
  })
})

test('what follows from what, and which figures are told apart', () => {
  const equations = equationsOf(['0 = 1 + 2', '3 = 4 + 5', '0 + 3 = 1 + 2 + 4 + 5'].map(relation), 7)
  expect(standingOf(equations)).toEqual({
    rank: 2,
    dependent: [
      {
        equation: 2,
        times: 1,
        from: new Map([
          [0, 1],
          [1, 1],
        ]),
      },
    ],
    uncovered: [6],
    coveredOnce: [],
    alike: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    told: 0,
  })
})

describe.each(proveForms().map(proof => [`${proof.edition.id} ${proof.table.name}`, proof] as const))(
  '%s',
  (_, { table, identities, standing, contradiction }) => {
    const equations: Equations = equationsOf(identities, table.size)

    test('no relations contradict each other', () => {
      expect(contradiction).toBeNull()
    })

    test('what is said to follow from others is their sum', () => {
      expect(standing.rank + standing.dependent.length).toBe(identities.length)
      for (const { equation, times, from } of standing.dependent) {
        expect(from.size).toBeGreaterThan(0)
        for (let position = 0; position < table.size; position++) {
          const sum = [...from].reduce((all, [at, count]) => all + count * equations.rows[at]![position]!, 0)
          expect(sum).toBe(times * equations.rows[equation]![position]!)
        }
      }
    })

    test('every cell is told, alike others, or in no equation', () => {
      const { uncovered, alike, told } = standing
      expect(uncovered.length + alike.flat().length + told).toBe(table.size)
    })
  },
)

test.each(editions.map(({ id }) => id))(
  '%s: a figure that alone is wrong is named, or one of those alike',
  id => {
    const figures = balancedFigures(id as '2021', 3)
    for (const { edition, table, identities, standing } of proveForms()) {
      if (edition.id !== id || identities.length === 0) continue
      const equations = equationsOf(identities, table.size)
      const { alike } = standing
      for (const { index } of table.cells.slice(0, table.size)) {
        const values = Float64Array.from(table.cells.slice(0, table.size), cell =>
          Number(figures.get(cell.ref)),
        )
        values[index]! += 7
        const { sets } = locate(equations, { values, unknown: [], invalid: [] })
        const named = sets.map(set => set.map(({ position }) => position))
        const group = alike.find(each => each.includes(index)) ?? [index]
        expect(named).toContainEqual([index])
        expect(named.filter(([position]) => !group.includes(position!))).toEqual([])
      }
    }
  },
)

test('the figures of both forms', async () => {
  const printed = `${JSON.stringify(proveForms().map(proofData), null, 2)}\n`
  await expect(printed).toMatchFileSnapshot('../../fixtures/explained/forms.json')
})
