import { deduce } from '../constraints/deduce.ts'
import type { Change, Figures } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import { createSystem, settle } from '../constraints/system.ts'
import type { Component } from './components.ts'

/**
 * The totals that would have to change if every item were right: what is seen when items were changed and the totals
 * were not. They are more than the smallest `sets` of positions that explain what is wrong, but so everyday a slip that
 * nothing smaller may be said for certain beside them. None where a single figure explains everything, where the totals
 * are among the sets already, and where they explain nothing.
 */
export function recount(
  component: Component,
  figures: Figures,
  sets: readonly (readonly number[])[],
): readonly Change[] {
  // An impossible item is not right, whatever the totals.
  if (figures.invalid.length > 0 || (sets[0]?.length ?? 0) < 2) return []
  try {
    const totals = staleTotals(component, figures)
    const isListed = sets.some(
      set => set.length === totals.length && totals.every(({ position }) => set.includes(position)),
    )
    return isListed ? [] : totals
  } catch (error) {
    if (error instanceof BeyondExact) return []
    throw error
  }
}

/** The smallest set of totals when there is one; beside unknown figures there may be several: then all of them. */
function staleTotals({ constraints, equations }: Component, { values, unknown }: Figures): readonly Change[] {
  const subjects = constraints
    .filter(({ kind }) => kind.endsWith('-total') || kind === 'subtotal')
    .map(({ subjectCell }) => subjectCell.index)
  const totals = [...new Set(subjects)].filter(position => !unknown.includes(position)).sort((a, b) => a - b)
  const settledWith = (free: readonly number[]) =>
    settle(createSystem(equations, values, [...unknown, ...free]))
  const all = settledWith(totals)
  if (all.conflict) return []
  const deductions = deduce(all.system, totals)
  const doubtful = totals.filter(position => {
    const deduction = deductions.get(position)!
    return deduction.kind !== 'forced' || deduction.value !== values[position]
  })
  const needed = doubtful.filter(position => {
    const { conflict } = settledWith(doubtful.filter(other => other !== position))
    return conflict !== null && conflict.kind !== 'undecided'
  })
  const least = settledWith(needed)
  if (least.conflict) return doubtful.map(position => ({ position, value: null }))
  const found = deduce(least.system, needed)
  return needed.map(position => {
    const deduction = found.get(position)!
    return { position, value: deduction.kind === 'forced' ? deduction.value : null }
  })
}
