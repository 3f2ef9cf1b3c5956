import { expect, test } from 'vitest'
import { createDraw, type Draw } from '../../src/testing/balanced.ts'
import { answersTo, notComplete } from './agreement.ts'
import type { Problem } from './problem.ts'

/** Equations like no form has, in which what is free can come out as a fraction. */
function oddProblem(draw: Draw): Problem {
  const size = 4 + draw(2)
  const equations = Array.from({ length: 2 + draw(2) }, (_, at) => ({
    id: `subtotal ${at}`,
    terms: Array.from({ length: size }, (_, index) => ({
      index,
      weight: [-1, -1, 0, 0, 1, 1][draw(6)]!,
    })).filter(({ weight }) => weight !== 0),
  })).filter(({ terms }) => terms.length > 1)
  const isBound = (index: number) => equations.some(({ terms }) => terms.some(term => term.index === index))
  const values = Array.from({ length: size }, (_, index) =>
    isBound(index) && draw(3) === 0 ? null : draw(3),
  )
  return { equations, values, invalid: [] }
}

test('where fractions would fit, the answer is the oracle’s or none', () => {
  const draw = createDraw(1)
  const told = { same: 0, undecided: 0 }
  for (let run = 0; run < 900; run++) {
    const problem = oddProblem(draw)
    const { code, oracles } = answersTo(problem, 4)
    if (code.sets[0] === notComplete && oracles[0]!.sets[0] !== notComplete) told.undecided++
    else {
      expect(code.sets, JSON.stringify(problem)).toEqual(oracles[0]!.sets)
      if (code.sets.length > 0 && code.sets[0] !== notComplete)
        expect(code.unknown, JSON.stringify(problem)).not.toBeNull()
      told.same++
    }
  }
  expect(told.same).toBeGreaterThan(850)
})
