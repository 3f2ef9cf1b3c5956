import type { FileRecord, Language, RecordedRelation } from '../diagnostics/diagnostic.ts'
import { ownSide } from '../rules/balance/own-relation.ts'
import { signed } from '../rules/relation-words.ts'
import { digest } from '../text/fingerprint.ts'
import type { JudgedOwnRelation } from './judge-own-relations.ts'
import { type JudgedRelation, judgedRelations } from './judged-relations.ts'
import { relationName, sideOf, wordsOfCells } from './relation-text.ts'
import type { RuleRun } from './run-rules.ts'

/** What was checked: the bytes, and every identity with its sides. The outcomes are those that the run counted. */
export function recordOf(
  bytes: Uint8Array,
  { judged, ownRelations }: RuleRun,
  language: Language,
): FileRecord {
  const words = wordsOfCells(language)
  const relations = [...judged].flatMap(([table, { open }]) =>
    judgedRelations(table, open)
      .filter(({ constraint }) => constraint.relation === '=')
      .map(relation => {
        const outcome = outcomeOf(relation)
        return {
          id: relation.constraint.id,
          table: table.id,
          name: relationName(relation, language),
          left: sideOf(relation, 1, words),
          right: sideOf(relation, -1, words),
          difference: outcome === 'unknown' ? null : signed(relation.evaluation.residual),
          outcome,
        }
      }),
  )
  const own = ownRelations
    .filter(({ constraint }) => constraint.relation === '=')
    .map(relation => recordedOwn(relation, language))
  return { sha256: digest(bytes), relations: [...relations, ...own] }
}

/** Its cells may be of several tables, so that it stands in none of them. */
function recordedOwn(
  { constraint, evaluation, facts }: JudgedOwnRelation,
  language: Language,
): RecordedRelation {
  const operands = constraint.operands.map(({ index }) => facts[index]!)
  const relation = { constraint, evaluation, operands }
  const { outcome, residual } = evaluation
  return {
    id: constraint.id,
    table: 'own',
    name: constraint.id.replace(/^own\//, ''),
    left: ownSide(relation, 1, language === 'en' ? 'en' : 'zh'),
    right: ownSide(relation, -1, language === 'en' ? 'en' : 'zh'),
    difference: outcome === 'unknown' ? null : signed(residual),
    outcome,
  }
}

function outcomeOf({ evaluation, isOpen }: JudgedRelation): JudgedRelation['evaluation']['outcome'] {
  return isOpen ? 'unknown' : evaluation.outcome
}
