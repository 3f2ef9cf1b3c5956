import { signOf } from '../constraints/exact.ts'
import { isTotal } from '../constraints/linear.ts'
import { telling } from '../inference/explain-sums.ts'
import type { TableFacts } from '../model/report.ts'

/** All figures of a table, which are the same where it is. */
export function figuresText({ facts }: TableFacts): string {
  return facts.map(fact => (fact?.value ? `${fact.value.units}e-${fact.value.scale}` : '')).join()
}

/**
 * How many figures of a table besides 0 and totals say that two tables are not alike by chance; 0 where they are too few
 * for that, or the cases of reviews and lawsuits, which are few and alike everywhere.
 */
export function tellingFigures({ id, facts, form }: TableFacts): number {
  if (id === 'reviewLitigation') return 0
  const totals = new Set(form.constraints.filter(isTotal).map(({ subjectCell }) => subjectCell))
  const figures = facts.filter(fact => fact?.value && signOf(fact.value) !== 0 && !totals.has(fact.cell))
  return figures.length < telling ? 0 : figures.length
}
