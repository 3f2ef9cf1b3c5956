import type { Inference } from '../../inference/infer.ts'
import type { Fact, FactState } from '../../model/fact.ts'
import type { Report, ReportTable } from '../../model/report.ts'
import type { Finding, InferenceOf } from '../rule.ts'
import { isBlankTotal } from '../totals/blank-total.ts'
import { shortened } from '../words.ts'

/** Cells of one table without a number that may be 0, and what the relations say of them. */
export interface Unfilled extends Readonly<Record<string, unknown>> {
  readonly cell: Fact['cell']
  /** The text of the first. */
  readonly raw: string
  readonly count: number
  /** How many of them must be 0, can be 0 all together, and cannot be told. */
  readonly zero: number
  readonly open: number
  readonly unclear: number
  /** True when that some must be 0 supposes that wrong figures beside them are corrected first. */
  readonly afterCorrection: boolean
}

/** One finding a table, at the first cell. Those that must not be 0 have rules of their own. */
export function* unfilled(
  { tables }: Report,
  inferenceOf: InferenceOf,
  state: FactState,
): Iterable<Finding<Unfilled>> {
  for (const table of tables) {
    const inference = inferenceOf(table)
    const facts = table.facts.filter(
      (fact): fact is Fact => fact?.state === state && isLeftOpen(fact, table, inference),
    )
    const [first, ...others] = facts
    if (!first || table.isEmpty) continue
    const counts = { zero: 0, open: 0, unclear: 0 }
    for (const fact of facts) counts[standingOf(fact, inference)]++
    const afterCorrection = facts.some(
      fact => inference.afterCorrection.has(fact) && standingOf(fact, inference) === 'zero',
    )
    const data = {
      cell: first.cell,
      raw: shortened(first.raw),
      count: facts.length,
      ...counts,
      afterCorrection,
    }
    yield { at: first, data, related: others }
  }
}

function isLeftOpen(fact: Fact, table: ReportTable, { deductions }: Inference): boolean {
  return !isBlankTotal(table, fact) && !isAboveZero(fact, deductions)
}

/** True for a figure that relations keep from being 0. */
export function isAboveZero(fact: Fact, deductions: Inference['deductions']): boolean {
  const deduction = deductions.get(fact)
  return deduction?.kind === 'range' || (deduction?.kind === 'forced' && deduction.value > 0)
}

function standingOf(fact: Fact, { deductions, notAllZero }: Inference): 'zero' | 'open' | 'unclear' {
  const deduction = deductions.get(fact)
  if (!deduction || notAllZero.has(fact)) return 'unclear'
  return deduction.kind === 'forced' ? 'zero' : 'open'
}

/** What can be said of them, to follow the name of the first. */
export function standingZh({ count, zero, open, unclear, afterCorrection }: Unfilled): string {
  const first = afterCorrection ? '本表其他错处改正后，' : ''
  if (count === 1 && zero === 1) return `${first}按勾稽关系必为0，请填0`
  if (count === 1) return unclear === 1 ? '按勾稽关系不能断定是多少，请核对后填写' : '没有的应填0'
  const parts = [
    zero > 0 && `${zero === count ? '' : `${zero}处`}按勾稽关系必为0`,
    open > 0 && `${open === count ? '' : `${open}处`}可以为0`,
    unclear > 0 && `${unclear === count ? '' : `${unclear}处`}不能断定是多少`,
  ]
  const advice = unclear === count ? '请核对后填写' : '没有的应填0'
  return `${first}${parts.filter(Boolean).join('，')}；${advice}`
}

export function standingEn({ count, zero, open, unclear, afterCorrection }: Unfilled): string {
  const first = afterCorrection ? 'once the other errors of the table are corrected, ' : ''
  if (count === 1 && zero === 1) return `${first}the relations force it to be 0; write 0`
  if (count === 1)
    return unclear === 1
      ? 'the relations do not tell what it must be; check and fill it in'
      : 'write 0 where there is nothing'
  const share = (part: number) => (part === count ? 'all' : String(part))
  const parts = [
    zero > 0 && `${share(zero)} must be 0 by the relations`,
    open > 0 && `${share(open)} may be 0`,
    unclear > 0 && `${share(unclear)} cannot be told`,
  ]
  const advice = unclear === count ? 'check and fill them in' : 'write 0 where there is nothing'
  return `${first}${parts.filter(Boolean).join(', ')}; ${advice}`
}
