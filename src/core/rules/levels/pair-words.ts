import { formatExact } from '../../constraints/exact.ts'
import type { Cell } from '../../editions/index.ts'
import type { Comparison } from '../../model/renditions.ts'
import type { Text } from '../rule.ts'

/** A cell of which two reports say different numbers. */
export interface FirstDifference {
  readonly cell: Cell
  readonly here: string
  readonly there: string
}

export function firstDifference([pair]: Comparison['differing']): FirstDifference | null {
  if (!pair) return null
  const [here, there] = pair
  return { cell: here.cell, here: formatExact(here.value!), there: formatExact(there.value!) }
}

/**
 * The other file, by its name alone, and all numbers that differ, `requests.newRequests.total 12 ≠ 21`: who accepts the
 * difference accepts these.
 */
export function differingSides(other: string, differing: Comparison['differing']): string {
  const numbers = differing.map(
    ([here, there]) => `${here.cell.ref} ${formatExact(here.value!)} ≠ ${formatExact(there.value!)}`,
  )
  return [other.slice(other.lastIndexOf('/') + 1), ...numbers].join(' ')
}

/** What the rules on several files of one body and year rest on. */
export const oneReport: Text = {
  zh: '《政府信息公开条例》第四十九条：每个单位每年公布一份年度报告；国办公开办函〔2021〕30号：年度报告数据应当准确',
  en: 'Article 49 of the Regulations on Open Government Information (政府信息公开条例): one report a body and year; 国办公开办函〔2021〕30号: the figures of the report must be accurate',
}
