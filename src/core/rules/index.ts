import { balanceRules } from './balance/index.ts'
import { readingRules } from './reading/index.ts'
import type { Rule } from './rule.ts'
import { structureRules } from './structure/index.ts'
import { totalRules } from './totals/index.ts'
import { valueRules } from './values/index.ts'
import { waiverRules } from './waivers/index.ts'

export {
  type BoundRelation,
  bindOwnRelations,
  cellsOf,
  fittingRefs,
  type OwnRelation,
} from './own-relations.ts'
export { plainWriting } from './plain-writing.ts'
export type {
  Cleaning,
  FactRule,
  Finding,
  Messages,
  ProblemRule,
  Relation,
  RelationRule,
  ReportRule,
  Rule,
  Text,
} from './rule.ts'
export { isFixable, severityOf } from './rule.ts'

/** Every rule, by code. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...structureRules,
  ...valueRules,
  ...totalRules,
  ...balanceRules,
  ...waiverRules,
]
