import type { Rule } from '../rule.ts'
import { assessmentMissing } from './assessment-missing.ts'
import { cutoffWording } from './cutoff-wording.ts'
import { documentNumberBrackets } from './document-number-brackets.ts'
import { feeNotStated } from './fee-not-stated.ts'
import { feeSumMismatch } from './fee-sum-mismatch.ts'
import { obsoleteArticle } from './obsolete-article.ts'
import { otherBodyName } from './other-body-name.ts'
import { otherFormatDocument } from './other-format-document.ts'
import { otherPeriod } from './other-period.ts'
import { otherYear } from './other-year.ts'
import { outdatedOrderNumber } from './outdated-order-number.ts'
import { personalData } from './personal-data.ts'
import { problemsEmpty } from './problems-empty.ts'
import { publishedLate } from './published-late.ts'
import { publishedTooEarly } from './published-too-early.ts'
import { regulationMisnamed } from './regulation-misnamed.ts'
import { templateResidue } from './template-residue.ts'
import { unitSumMismatch } from './unit-sum-mismatch.ts'

/** GJ7xx: what the running text says. */
export const narrativeRules: readonly Rule[] = [
  regulationMisnamed,
  outdatedOrderNumber,
  obsoleteArticle,
  otherFormatDocument,
  documentNumberBrackets,
  otherPeriod,
  otherYear,
  templateResidue,
  otherBodyName,
  personalData,
  publishedLate,
  publishedTooEarly,
  cutoffWording,
  feeNotStated,
  feeSumMismatch,
  unitSumMismatch,
  problemsEmpty,
  assessmentMissing,
]
