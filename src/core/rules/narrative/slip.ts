import type { Fact } from '../../model/fact.ts'
import type { Report } from '../../model/report.ts'
import type { Line, Quantity } from '../../narrative/claim.ts'
import type { InferenceOf, Text } from '../rule.ts'
import { cellName, cellNameInEnglish } from '../words.ts'
import { certainValue, factsOf } from './figures.ts'

/** Smaller numbers stand in many cells. */
const telling = 3

const mainLines: readonly Line[] = [
  'requests.newRequests',
  'requests.carriedOver',
  'requests.outcomes.total',
  'requests.carriedForward',
]

/**
 * The one cell that holds the number of the text in place of the right one: of the same lines of 表三 in any column,
 * else of its main totals. Null where there is none, or more.
 */
export function slipOf(
  value: number,
  quantity: Quantity,
  report: Report,
  inferenceOf: InferenceOf,
): Text | null {
  const lines = quantity.map(({ line }) => line)
  if (value < telling || !lines.every(line => line.startsWith('requests.'))) return null
  const columns = report.tables.find(({ id }) => id === 'requests')?.form.columns ?? []
  const own = lines.flatMap(line => columns.flatMap(column => factsOf(line, report, column.id)))
  const main = mainLines.filter(line => !lines.includes(line)).flatMap(line => factsOf(line, report))
  return onlyOf(own) ?? onlyOf(main)

  function onlyOf(facts: readonly Fact[]): Text | null {
    const same = facts.filter(fact => certainValue(fact, report, inferenceOf) === value)
    const [only, ...others] = new Set(same)
    if (!only || others.length > 0) return null
    return { zh: cellName(only.cell), en: cellNameInEnglish(only.cell) }
  }
}
