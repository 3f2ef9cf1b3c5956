import type { Rule } from '../rule.ts'
import { addedRowMismatch } from './added-row-mismatch.ts'
import { blankTotal } from './blank-total.ts'
import { caseTotalMismatch } from './case-total-mismatch.ts'
import { contradictoryBlanks } from './contradictory-blanks.ts'
import { outcomeTotalMismatch } from './outcome-total-mismatch.ts'
import { rowTotalMismatch } from './row-total-mismatch.ts'
import { subtotalMismatch } from './subtotal-mismatch.ts'

/** GJ3xx: totals and subtotals. */
export const totalRules: readonly Rule[] = [
  rowTotalMismatch,
  outcomeTotalMismatch,
  caseTotalMismatch,
  blankTotal,
  subtotalMismatch,
  addedRowMismatch,
  contradictoryBlanks,
]
