import { editions } from '../editions/index.ts'
import { defaultLimits } from '../readers/index.ts'
import { rules } from '../rules/index.ts'
import type { Known } from './config-schema.ts'

/** What the schema of gouji.json is made from. */
export const knownInConfig: Known = {
  rules,
  limits: Object.keys(defaultLimits),
  editions: editions.map(({ id }) => id),
}
