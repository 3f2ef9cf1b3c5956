import type { Rule } from '../rule.ts'
import { expiredWaiver } from './expired-waiver.ts'
import { lapsedWaiver } from './lapsed-waiver.ts'
import { outdatedBaseline } from './outdated-baseline.ts'
import { unusedWaiver } from './unused-waiver.ts'

/** GJ9xx: what is to be said of gouji's own files beside the reports. */
export const waiverRules: readonly Rule[] = [unusedWaiver, lapsedWaiver, expiredWaiver, outdatedBaseline]
