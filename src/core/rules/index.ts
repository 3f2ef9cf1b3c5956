import { balanceRules } from './balance/index.ts'
import { levelRules } from './levels/index.ts'
import { readingRules } from './reading/index.ts'
import type { Rule } from './rule.ts'
import { structureRules } from './structure/index.ts'
import { totalRules } from './totals/index.ts'
import { valueRules } from './values/index.ts'
import { waiverRules } from './waivers/index.ts'
import { yearRules } from './years/index.ts'

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
  CollectionFinding,
  FactRule,
  Finding,
  GroupRule,
  Messages,
  ProblemRule,
  Relation,
  RelationRule,
  ReportRule,
  Rule,
  SeriesRule,
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
  ...yearRules,
  ...levelRules,
  ...waiverRules,
]
