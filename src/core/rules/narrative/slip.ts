import { formatExact } from '../../constraints/exact.ts'
import type { Report } from '../../model/report.ts'
import type { Quantity } from '../../narrative/claim.ts'
import type { Text } from '../rule.ts'
import { cellName, cellNameInEnglish } from '../words.ts'
import { factsOf } from './figures.ts'

/** Smaller numbers stand in many cells. */
const telling = 3

/** The one cell of the same lines that holds the number of the text; null where there is none, or more. */
export function slipOf(value: number, quantity: Quantity, report: Report): Text | null {
  if (value < telling) return null
  const columns = report.tables.find(({ id }) => id === 'requests')?.form.columns ?? []
  const lines = quantity.filter(({ line }) => line.startsWith('requests.')).map(({ line }) => line)
  const facts = lines.flatMap(line => columns.flatMap(column => factsOf(line, report, column.id)))
  const same = facts.filter(fact => fact.value && formatExact(fact.value) === String(value))
  const [only, ...others] = new Set(same)
  if (!only || others.length > 0) return null
  return { zh: cellName(only.cell), en: cellNameInEnglish(only.cell) }
}
