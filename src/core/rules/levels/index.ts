import type { Rule } from '../rule.ts'
import { duplicateReport } from './duplicate-report.ts'
import { renditionsDiffer } from './renditions-differ.ts'

/** What is wrong among the reports of a year. */
export const levelRules: readonly Rule[] = [duplicateReport, renditionsDiffer]
