import type { Rule } from '../rule.ts'
import { carriedForwardExceedsNew } from './carried-forward-exceeds-new.ts'
import { carriedOverNotClosed } from './carried-over-not-closed.ts'
import { carryShareHigh } from './carry-share-high.ts'
import { casesWithoutRequests } from './cases-without-requests.ts'
import { changeBelowZero } from './change-below-zero.ts'
import { decisionsWithoutItems } from './decisions-without-items.ts'
import { directSuitAfterReform } from './direct-suit-after-reform.ts'
import { effectiveBelowNetIssued } from './effective-below-net-issued.ts'
import { feeExceedsCharges } from './fee-exceeds-charges.ts'
import { feeOverdueUnexplained } from './fee-overdue-unexplained.ts'
import { feeWithoutHeavyUse } from './fee-without-heavy-use.ts'
import { madePublishedDiffer } from './made-published-differ.ts'
import { ownRelation } from './own-relation.ts'
import { publishedExceedsTotal } from './published-exceeds-total.ts'
import { repealedWithoutStock } from './repealed-without-stock.ts'
import { requestsOutOfBalance } from './requests-out-of-balance.ts'
import { rulesByIneligibleBody } from './rules-by-ineligible-body.ts'

/** GJ4xx: figures that follow from others, also of other tables and of the text. */
export const balanceRules: readonly Rule[] = [
  requestsOutOfBalance,
  carriedOverNotClosed,
  carriedForwardExceedsNew,
  carryShareHigh,
  effectiveBelowNetIssued,
  repealedWithoutStock,
  publishedExceedsTotal,
  madePublishedDiffer,
  changeBelowZero,
  decisionsWithoutItems,
  rulesByIneligibleBody,
  casesWithoutRequests,
  directSuitAfterReform,
  feeOverdueUnexplained,
  feeExceedsCharges,
  feeWithoutHeavyUse,
  ownRelation,
]
