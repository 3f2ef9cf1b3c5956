import type { Fact } from '../../model/fact.ts'
import { type Report, type ReportTable, tableOf } from '../../model/report.ts'
import type { Line, Quantity } from '../../narrative/claim.ts'
import type { InferenceOf } from '../rule.ts'

/** What the tables say of a quantity, with the cells it was taken from. */
export interface Figure {
  readonly value: number
  readonly facts: readonly Fact[]
}

/**
 * Null where the tables themselves leave it open: a cell is missing, or blank and not forced by the others, or one that
 * a failed relation puts in doubt.
 */
export function figureOf(quantity: Quantity, report: Report, inferenceOf: InferenceOf): Figure | null {
  let value = 0
  const facts: Fact[] = []
  for (const { weight, line } of quantity) {
    const cells = factsOf(line, report)
    if (cells.length === 0) return null
    for (const fact of cells) {
      const own = certainValue(fact, report, inferenceOf)
      if (own === null) return null
      value += weight * own
      facts.push(fact)
    }
  }
  return { value, facts }
}

/** The cells that a line stands for, in the column of totals unless another is asked for. */
export function factsOf(line: Line, report: Report, otherColumn = 'total'): readonly Fact[] {
  const [ref, column = otherColumn] = line.split('@') as [string, string?]
  const [id, ...rest] = ref.split('.') as [ReportTable['id'], ...string[]]
  const table = tableOf(report, id)
  if (!table) return []
  const name = rest.join('.')
  const { cells } = table.form
  const own = cells.filter(cell =>
    id === 'requests'
      ? !cell.isSubtotal && isWithin(cell.column.id, column) && isWithin(cell.row.id, name)
      : cell.ref === line,
  )
  return own.flatMap(({ index }) => table.facts[index] ?? [])
}

/** True for a row or column, and for those of a group. */
function isWithin(id: string, name: string): boolean {
  return id === name || id.startsWith(`${name}.`)
}

/** What a cell holds, or must hold. */
export function certainValue(fact: Fact, report: Report, inferenceOf: InferenceOf): number | null {
  const inference = inferenceOf(tableOf(report, fact.cell.table)!)
  const isDoubtful = inference.causes.some(
    ({ symptoms, explanations, recount }) =>
      [...explanations.flat(), ...recount].some(suspect => suspect.fact === fact) ||
      symptoms.some(symptom =>
        'operands' in symptom
          ? symptom.operands.some(({ index }) => index === fact.cell.index)
          : symptom === fact,
      ),
  )
  if (isDoubtful) return null
  if (fact.value) {
    const { units, scale } = fact.value
    return scale === 0 && typeof units === 'number' ? units : null
  }
  const deduction = inference.deductions.get(fact)
  return deduction?.kind === 'forced' && !inference.afterCorrection.has(fact) ? deduction.value : null
}
