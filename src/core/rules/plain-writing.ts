import { formatExact } from '../constraints/exact.ts'
import type { Fact, Notation } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import type { Cleaning } from './rule.ts'
import { valueRules } from './values/index.ts'

const cleanings: ReadonlyMap<Notation, Cleaning> = new Map(
  valueRules.flatMap(rule =>
    rule.on === 'fact' && rule.cleaning ? [[rule.cleaning.notation, rule.cleaning] as const] : [],
  ),
)

/**
 * The very same number as the form asks for it. Null for a figure that is plain already, and for one of which any
 * notation is for a person to judge.
 */
export function plainWriting(fact: Fact, table: ReportTable): string | null {
  const { value, notations } = fact
  if (!value || notations.length === 0 || !notations.every(isLossless)) return null
  const text = formatExact(value)
  // 1,234.5000: the zeros say how exactly an amount is given.
  return notations.includes('zero-fraction') ? text : padDecimals(text, decimalsOf(fact.raw))

  function isLossless(notation: Notation): boolean {
    const cleaning = cleanings.get(notation)
    return cleaning !== undefined && (cleaning.isLossless?.(fact, table) ?? true)
  }
}

function decimalsOf(raw: string): number {
  const [, decimals = ''] = /[.．]([\d０-９]+)/.exec(raw) ?? []
  return decimals.length
}

function padDecimals(text: string, decimals: number): string {
  const [whole, fraction = ''] = text.split('.')
  return decimals > fraction.length ? `${whole}.${fraction.padEnd(decimals, '0')}` : text
}
