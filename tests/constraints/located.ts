import { type Deduction, deduce } from '../../src/core/constraints/deduce.ts'
import { type Explanations, type Figures, locate } from '../../src/core/constraints/locate.ts'
import { createSystem, type Equations, settle, withPositions } from '../../src/core/constraints/system.ts'
import type { Changes, Problem } from './problem.ts'

/** The code under test, asked and answering in the words of the oracles. */
export function located(problem: Problem): {
  readonly sets: readonly Changes[]
  readonly isComplete: boolean
} {
  const { sets, isComplete }: Explanations = locate(equationsIn(problem), figuresIn(problem))
  return {
    sets: sets.map(set => set.map(({ position, value }) => `${position}=${value ?? '*'}`).join(' ')),
    isComplete,
  }
}

/** What is said of each figure that is not known, when those at `wrong` may be anything, too; null where nothing fits. */
export function deduced(problem: Problem, wrong: readonly number[]): ReadonlyMap<number, string> | null {
  const { values, unknown, invalid } = figuresIn(problem)
  const free = [...unknown, ...invalid, ...wrong]
  const { system, conflict } = settle(createSystem(equationsIn(problem), values, free))
  if (conflict) return null
  return new Map([...deduce(system, unknown)].map(([position, deduction]) => [position, said(deduction)]))
}

function said(deduction: Deduction): string {
  if (deduction.kind === 'open') return 'open'
  if (deduction.kind === 'forced') return `=${deduction.value}`
  return `${deduction.lowest}..${deduction.highest ?? ''}`
}

export function equationsIn({ equations, values }: Problem): Equations {
  const rows = equations.map(({ terms }) => {
    const row = new Int32Array(values.length)
    for (const { weight, index } of terms) row[index]! += weight
    return row
  })
  return withPositions(values.length, rows)
}

function figuresIn({ values, invalid }: Problem): Figures {
  return {
    values: Float64Array.from(values, (value, index) => (invalid.includes(index) ? 0 : (value ?? 0))),
    unknown: values.flatMap((value, index) => (value === null ? [index] : [])),
    invalid,
  }
}
