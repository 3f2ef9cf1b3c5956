import type { FileRecord, Language } from '../diagnostics/diagnostic.ts'
import { signed } from '../rules/relation-words.ts'
import { digest } from '../text/fingerprint.ts'
import { type JudgedRelation, judgedRelations } from './judged-relations.ts'
import { relationName, sideOf, wordsOfCells } from './relation-text.ts'
import type { RuleRun } from './run-rules.ts'

/** What was checked: the bytes, and every identity with its sides. The outcomes are those that the run counted. */
export function recordOf(bytes: Uint8Array, { judged }: RuleRun, language: Language): FileRecord {
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
  return { sha256: digest(bytes), relations }
}

function outcomeOf({ evaluation, isOpen }: JudgedRelation): JudgedRelation['evaluation']['outcome'] {
  return isOpen ? 'unknown' : evaluation.outcome
}
