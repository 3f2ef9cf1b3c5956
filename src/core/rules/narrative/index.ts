import type { Rule } from '../rule.ts'
import { carryMisstated } from './carry-misstated.ts'
import { casesMisstated } from './cases-misstated.ts'
import { casesResultMisstated } from './cases-result-misstated.ts'
import { documentsMisstated } from './documents-misstated.ts'
import { outcomeMisstated } from './outcome-misstated.ts'
import { requestsMisstated } from './requests-misstated.ts'
import { shareMisstated } from './share-misstated.ts'
import { zeroCasesClaimed } from './zero-cases-claimed.ts'
import { zeroRequestsClaimed } from './zero-requests-claimed.ts'

/** GJ7xx: what the running text says. */
export const narrativeRules: readonly Rule[] = [
  requestsMisstated,
  carryMisstated,
  outcomeMisstated,
  shareMisstated,
  casesMisstated,
  documentsMisstated,
  zeroRequestsClaimed,
  zeroCasesClaimed,
  casesResultMisstated,
]
