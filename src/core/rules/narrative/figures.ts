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
export function factsOf(line: Line, report: Report, column = 'total'): readonly Fact[] {
  const [id, ...rest] = line.split('.') as [ReportTable['id'], ...string[]]
  const table = tableOf(report, id)
  if (!table) return []
  const name = rest.join('.')
  const { cells } = table.form
  const isOfRow = (row: string) => row === name || row.startsWith(`${name}.`)
  const own = cells.filter(cell =>
    id === 'requests'
      ? !cell.isSubtotal && cell.column.id === column && isOfRow(cell.row.id)
      : cell.ref === line,
  )
  return own.flatMap(({ index }) => table.facts[index] ?? [])
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
