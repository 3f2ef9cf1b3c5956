import type { Rule } from '../rule.ts'
import { carryDiffers } from './carry-differs.ts'
import { carryDiffersByApplicant } from './carry-differs-by-applicant.ts'

/** What is wrong between a report and that of the year before. */
export const yearRules: readonly Rule[] = [carryDiffers, carryDiffersByApplicant]
