import { evaluate } from '../../constraints/evaluate.ts'
import { type Exact, formatExact, sumExact } from '../../constraints/exact.ts'
import type { Constraint } from '../../editions/index.ts'
import type { Contradiction } from '../../inference/contradictions.ts'
import type { Fact } from '../../model/fact.ts'
import type { ReportTable } from '../../model/report.ts'
import { relationNameEn, relationNameZh } from '../relation-words.ts'
import { reportRule, type Text } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const contradictoryBlanks = reportRule<{
  readonly cell: Parameters<typeof cellName>[0]
  /** How many cells without a number the relations have. */
  readonly count: number
  /** The ids of the relations. */
  readonly relations: readonly string[]
  /** Each relation, with what it asks of the cell where there is only one. */
  readonly asked: Text
}>({
  code: 'GJ307',
  name: 'contradictory-blanks',
  severity: 'error',
  title: {
    zh: '空着的格无论填多少，勾稽关系都不能同时成立',
    en: 'No number in the blank cells makes all relations hold',
  },
  basis: clauses.arithmetic,
  why: {
    zh: '同一个空格按不同的勾稽关系推算，得出不同的数，说明旁边已填的数中至少有一个填错。',
    en: 'The relations ask different numbers of the same blank, so at least one of the figures beside it is wrong.',
  },
  advice: {
    zh: '请核对这些关系中已填的数，改正后再补填空格。',
    en: 'Check the figures of these relations, correct the wrong one, then fill in the blank.',
  },
  *check({ tables }, inferenceOf) {
    for (const table of tables)
      for (const contradiction of inferenceOf(table).contradictions) {
        const { constraints, unknown } = contradiction
        const at = unknown.find(fact => fact.place) ?? factsOf(contradiction, table).find(fact => fact.place)
        if (!at) continue
        const asked = constraints.map(constraint => ({
          constraint,
          value: unknown.length === 1 ? askedOf(constraint, table) : null,
        }))
        yield {
          at,
          symptom: contradiction,
          related: factsOf(contradiction, table).filter(fact => fact !== at && fact.raw.trim() !== '0'),
          data: {
            cell: (unknown[0] ?? at).cell,
            count: unknown.length,
            relations: constraints.map(({ id }) => id),
            asked: {
              zh: asked
                .map(({ constraint, value }) =>
                  value === null ? relationNameZh(constraint) : `按${relationNameZh(constraint)}应为${value}`,
                )
                .join('；'),
              en: asked
                .map(({ constraint, value }) =>
                  value === null
                    ? relationNameEn(constraint)
                    : `${relationNameEn(constraint)} asks for ${value}`,
                )
                .join('; '),
            },
          },
        }
      }
  },
  messages: {
    zh: ({ cell, count, asked }) =>
      `${cellName(cell)}${count > 1 ? `等${count}格` : ''}没有数字，无论填多少，以下关系都不能同时成立：${asked.zh}。`,
    en: ({ cell, count, asked }) =>
      `${cellNameInEnglish(cell)}${count > 1 ? ` and ${count - 1} more have` : ' has'} no number, and none makes these relations hold together: ${asked.en}.`,
  },
})

function factsOf({ constraints }: Contradiction, { facts }: ReportTable): Fact[] {
  const indexes = new Set(constraints.flatMap(({ operands }) => operands.map(({ index }) => index)))
  return [...indexes].sort((a, b) => a - b).map(index => facts[index]!)
}

/** What a relation with one figure unknown asks of it; null with more. */
function askedOf(constraint: Constraint, { facts }: ReportTable): string | null {
  const { unknown, residual } = evaluate(constraint, facts as readonly Fact[])
  if (unknown.length !== 1) return null
  const { weight } = constraint.operands.find(({ index }) => facts[index] === unknown[0])!
  const asked: Exact = sumExact([{ weight: -weight, value: residual }])
  return formatExact(asked).replace('-', '−')
}
