import type { Rule } from '../rule.ts'
import { assessmentMissing } from './assessment-missing.ts'
import { carryMisstated } from './carry-misstated.ts'
import { casesMisstated } from './cases-misstated.ts'
import { casesResultMisstated } from './cases-result-misstated.ts'
import { cutoffWording } from './cutoff-wording.ts'
import { documentNumberBrackets } from './document-number-brackets.ts'
import { documentsMisstated } from './documents-misstated.ts'
import { feeNotStated } from './fee-not-stated.ts'
import { feeSumMismatch } from './fee-sum-mismatch.ts'
import { obsoleteArticle } from './obsolete-article.ts'
import { otherBodyName } from './other-body-name.ts'
import { otherFormatDocument } from './other-format-document.ts'
import { otherPeriod } from './other-period.ts'
import { otherYear } from './other-year.ts'
import { outcomeMisstated } from './outcome-misstated.ts'
import { outdatedOrderNumber } from './outdated-order-number.ts'
import { personalData } from './personal-data.ts'
import { problemsEmpty } from './problems-empty.ts'
import { publishedLate } from './published-late.ts'
import { publishedTooEarly } from './published-too-early.ts'
import { regulationMisnamed } from './regulation-misnamed.ts'
import { requestsMisstated } from './requests-misstated.ts'
import { shareMisstated } from './share-misstated.ts'
import { templateResidue } from './template-residue.ts'
import { unitSumMismatch } from './unit-sum-mismatch.ts'
import { zeroCasesClaimed } from './zero-cases-claimed.ts'
import { zeroRequestsClaimed } from './zero-requests-claimed.ts'

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
  requestsMisstated,
  carryMisstated,
  outcomeMisstated,
  shareMisstated,
  casesMisstated,
  documentsMisstated,
  zeroRequestsClaimed,
  zeroCasesClaimed,
  casesResultMisstated,
  publishedLate,
  publishedTooEarly,
  cutoffWording,
  feeNotStated,
  feeSumMismatch,
  unitSumMismatch,
  problemsEmpty,
  assessmentMissing,
]
