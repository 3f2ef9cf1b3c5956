import type { Figures } from '../constraints/locate.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import type { Component } from './components.ts'

/** The figures of a component as the equations take them. */
export function figuresOf({ positions, equations }: Component, facts: ReportTable['facts']): Figures {
  const invalid = positions.filter(position => isInvalid(facts[position]!))
  const values = new Float64Array(equations.size)
  for (const position of positions) {
    const { value } = facts[position]!
    if (value && !invalid.includes(position)) values[position] = Number(value.units)
  }
  const unknown = positions.filter(position => facts[position]!.value === null)
  return { values, unknown, invalid }
}

/** A count that no count can be. */
export function isInvalid({ cell, value }: Fact): boolean {
  return cell.value === 'count' && value !== null && (value.scale > 0 || value.units < 0)
}
