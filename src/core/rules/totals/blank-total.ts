import { formatExact, signOf, sumExact } from '../../constraints/exact.ts'
import type { Constraint } from '../../editions/index.ts'
import { isInvalid } from '../../inference/figures.ts'
import type { Fact } from '../../model/fact.ts'
import type { ReportTable } from '../../model/report.ts'
import { type FactData, type Finding, reportRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const blankTotal = reportRule<BlankTotal>({
  code: 'GJ304',
  name: 'blank-total',
  severity: 'error',
  title: { zh: '有分项数而总计为空', en: 'A total is blank though its items are not' },
  basis: clauses.accuracy,
  why: {
    zh: '分项大于0时总计不可能没有；空着的总计会使汇总少计，并使相关勾稽关系无法核对。',
    en: 'Where an item is above 0 there is a total; left blank it is lost in every summary, and the relations with it cannot be checked.',
  },
  advice: { zh: '请补填总计。', en: 'Fill in the total.' },
  *check({ tables }, inferenceOf) {
    for (const table of tables) {
      const { deductions, afterCorrection } = inferenceOf(table)
      for (const fact of table.facts) {
        const finding = fact && judge(table, fact)
        if (!finding) continue
        const deduction = deductions.get(fact)
        const forced = deduction?.kind === 'forced' ? String(deduction.value) : null
        yield {
          ...finding,
          data: { ...finding.data, forced, afterCorrection: afterCorrection.has(fact) },
        }
      }
    }
  },
  messages: {
    zh: ({ cell, sum, isComplete, forced, afterCorrection }) =>
      `${cellName(cell)}为空，而各分项之和${isComplete ? '为' : '至少为'}${sum}${forced === null || (isComplete && forced === sum) ? '' : `，${afterCorrection ? '本表其他错处改正后' : '按全部勾稽关系'}应为${forced}`}。`,
    en: ({ cell, sum, isComplete, forced, afterCorrection }) =>
      `${cellNameInEnglish(cell)} is blank, but its items add up to ${isComplete ? '' : 'at least '}${sum}${forced === null || (isComplete && forced === sum) ? '' : `; ${afterCorrection ? 'once the other errors of the table are corrected it is' : 'all relations together make it'} ${forced}`}.`,
  },
})

const totalKinds: ReadonlySet<Constraint['kind']> = new Set(['row-total', 'outcome-total', 'case-total'])

interface BlankTotal extends Readonly<Record<string, unknown>> {
  readonly cell: FactData['cell']
  /** Σ of the items that are known. */
  readonly sum: string
  readonly isComplete: boolean
  /** What all relations together make it; null where they leave it open. */
  readonly forced: string | null
  /** True when that supposes that wrong figures are corrected first. */
  readonly afterCorrection: boolean
}

/** True for a blank that stands for a total above 0: it is reported as that, not as a blank. */
export function isBlankTotal(table: ReportTable, fact: Fact): boolean {
  return judge(table, fact) !== null
}

function judge(table: ReportTable, total: Fact): Finding<BlankTotal> | null {
  if (total.state !== 'blank' && total.state !== 'placeholder') return null
  for (const { kind, subjectCell, operands } of table.form.constraints) {
    if (subjectCell !== total.cell || !totalKinds.has(kind)) continue
    const items = operands.map(({ index }) => table.facts[index]!).filter(fact => fact !== total)
    const known = items.filter(item => item.value !== null && !isInvalid(item))
    const sum = sumExact(known.map(item => ({ weight: 1, value: item.value! })))
    if (signOf(sum) <= 0) continue
    const data = {
      cell: total.cell,
      sum: formatExact(sum),
      isComplete: known.length === items.length,
      forced: null,
      afterCorrection: false,
    }
    return { at: total, data, related: known.filter(item => signOf(item.value!) > 0) }
  }
  return null
}
