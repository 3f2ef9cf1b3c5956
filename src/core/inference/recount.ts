import { deduce } from '../constraints/deduce.ts'
import type { Figures } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import { createSystem, settle } from '../constraints/system.ts'
import type { Fact } from '../model/fact.ts'
import type { Component } from './components.ts'
import type { Suspicion } from './group.ts'

/**
 * The totals that would have to change if every item were right: what is seen when items were changed and the totals
 * were not. None when the relations do not hold even then.
 */
export function recount(
  { constraints, equations }: Component,
  { values, unknown, invalid }: Figures,
  facts: readonly Fact[],
): readonly Suspicion[] {
  // An impossible item is not right, whatever the totals.
  if (invalid.length > 0) return []
  const subjects = constraints.filter(({ kind }) => kind.endsWith('-total') || kind === 'subtotal')
  const known = subjects
    .map(({ subjectCell }) => subjectCell.index)
    .filter(position => facts[position]!.value !== null)
  const totals = [...new Set(known)].sort((a, b) => a - b)
  try {
    const { system, conflict } = settle(createSystem(equations, values, [...unknown, ...totals]))
    if (conflict) return []
    return [...deduce(system, totals)].flatMap(([position, deduction]) => {
      const value = deduction.kind === 'forced' ? deduction.value : null
      return value === values[position] ? [] : [{ fact: facts[position]!, value }]
    })
  } catch (error) {
    if (error instanceof BeyondExact) return []
    throw error
  }
}
