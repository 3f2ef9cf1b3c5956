import type { Rule } from '../rule.ts'
import { amountWithinRounding } from './amount-within-rounding.ts'
import { childExceedsParent } from './child-exceeds-parent.ts'
import { duplicateReport } from './duplicate-report.ts'
import { editionsDifferBetweenBodies } from './editions-differ-between-bodies.ts'
import { identicalBodies } from './identical-bodies.ts'
import { missingBody } from './missing-body.ts'
import { parentNotSum } from './parent-not-sum.ts'
import { renditionsDiffer } from './renditions-differ.ts'
import { uncleanChild } from './unclean-child.ts'
import { unknownBody } from './unknown-body.ts'

/** GJ6xx: how the reports of a year fit together. */
export const levelRules: readonly Rule[] = [
  parentNotSum,
  childExceedsParent,
  missingBody,
  unknownBody,
  duplicateReport,
  identicalBodies,
  editionsDifferBetweenBodies,
  uncleanChild,
  amountWithinRounding,
  renditionsDiffer,
]
