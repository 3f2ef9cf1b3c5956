import type { Rule } from '../rule.ts'
import { amountUnitSlip } from './amount-unit-slip.ts'
import { carryDiffers } from './carry-differs.ts'
import { carryDiffersByApplicant } from './carry-differs-by-applicant.ts'
import { copiedTable } from './copied-table.ts'
import { copiedText } from './copied-text.ts'
import { directSuitsAfterDenialsOnly } from './direct-suits-after-denials-only.ts'
import { documentsInForceDiffer } from './documents-in-force-differ.ts'
import { editionsNotComparable } from './editions-not-comparable.ts'
import { itemsNotContinued } from './items-not-continued.ts'
import { pendingCasesUncounted } from './pending-cases-uncounted.ts'
import { previousMissing } from './previous-missing.ts'
import { swingingFigures } from './swinging-figures.ts'
import { totalPublishedDiffers } from './total-published-differs.ts'

/** What is wrong between a report and that of the year before. */
export const yearRules: readonly Rule[] = [
  carryDiffers,
  carryDiffersByApplicant,
  documentsInForceDiffer,
  itemsNotContinued,
  totalPublishedDiffers,
  pendingCasesUncounted,
  copiedTable,
  amountUnitSlip,
  swingingFigures,
  editionsNotComparable,
  previousMissing,
  copiedText,
  directSuitsAfterDenialsOnly,
]
