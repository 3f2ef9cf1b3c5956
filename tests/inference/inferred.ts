import { evaluate } from '../../src/core/constraints/evaluate.ts'
import type { EditionId, Table } from '../../src/core/editions/index.ts'
import type { Grouped } from '../../src/core/inference/group.ts'
import { type Inference, infer } from '../../src/core/inference/infer.ts'
import type { ReportTable } from '../../src/core/model/report.ts'
import type { Changes } from '../constraints/problem.ts'
import { reportTable, type Said } from './forms.ts'

/** What is inferred from a table, with what went in. */
export interface Inferred extends Inference {
  readonly table: ReportTable
  readonly failed: readonly string[]
}

export function inferred(form: Table, said: readonly Said[], edition: EditionId): Inferred {
  const table = reportTable(form, said, edition)
  const failed = form.constraints.filter(
    constraint => constraint.relation === '=' && evaluate(constraint, table.facts).outcome === 'failed',
  )
  return { ...infer(table, failed, new Set()), table, failed: failed.map(({ id }) => id) }
}

/** The explanations of one cause, `12=30 40=*`. */
export function explanationsOf({ explanations }: Grouped): Changes[] {
  return explanations.map(written)
}

/** Every choice of one explanation a cause, as the oracles list them. */
export function allExplanations(causes: readonly Grouped[]): Changes[] {
  let sets: Grouped['explanations'] = [[]]
  for (const { explanations } of causes)
    sets = sets.flatMap(set => explanations.map(explanation => [...set, ...explanation]))
  return sets
    .map(set => [...set].sort((a, b) => a.fact.cell.index - b.fact.cell.index))
    .sort((a, b) => {
      const at = a.findIndex((each, index) => each.fact !== b[index]?.fact)
      return at < 0 ? 0 : a[at]!.fact.cell.index - b[at]!.fact.cell.index
    })
    .map(written)
}

function written(explanation: Grouped['explanations'][number]): Changes {
  return explanation.map(({ fact, value }) => `${fact.cell.index}=${value ?? '*'}`).join(' ')
}

/** What is said of each cell without a number. */
export function deductionsIn({ deductions }: Inference): Map<number, string> {
  return new Map(
    [...deductions].map(([{ cell }, deduction]) => {
      if (deduction.kind === 'open') return [cell.index, 'open']
      if (deduction.kind === 'forced') return [cell.index, `=${deduction.value}`]
      return [cell.index, `${deduction.lowest}..${deduction.highest ?? ''}`]
    }),
  )
}

/** Failed relations, contradictions and impossible figures that no cause takes up. */
export function maskedIn({ table, failed, contradictions, causes }: Inferred): string[] {
  const symptoms = new Set(causes.flatMap(cause => cause.symptoms))
  const ids = new Set([...symptoms].flatMap(symptom => ('operands' in symptom ? [symptom.id] : [])))
  const impossible = table.facts.filter(
    fact => fact?.cell.value === 'count' && fact.value && (fact.value.units < 0 || fact.value.scale > 0),
  )
  return [
    ...failed.filter(id => !ids.has(id)),
    ...contradictions
      .filter(each => !symptoms.has(each))
      .map(each => each.constraints.map(({ id }) => id).join()),
    ...impossible.filter(fact => !symptoms.has(fact!)).map(fact => fact!.cell.ref),
  ]
}
