import { reportRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'
import { figureOf } from './figures.ts'
import { expressionOf, valuesEn, valuesZh } from './quantity-words.ts'
import { claimsOfKind } from './said.ts'

export const casesResultMisstated = reportRule<{
  readonly phrase: string
  /** `reviewLitigation.review.pending = 3` */
  readonly against: readonly string[]
}>({
  code: 'GJ719',
  name: 'cases-result-misstated',
  severity: 'warning',
  title: {
    zh: '正文称复议、诉讼全部维持，表四并非如此',
    en: 'The text says all cases were upheld, Table 4 does not',
  },
  basis: clauses.accuracy,
  why: {
    zh: '案件尚未审结或者已被纠正时，不能说全部维持。',
    en: 'While cases are pending, or some were corrected, not all have been upheld.',
  },
  advice: {
    zh: '请核对表四；尚有未审结的，正文可写“已审结的均获维持”。',
    en: 'Check Table 4; where cases are pending, say that those decided were upheld.',
  },
  *check(report, inferenceOf) {
    for (const { none, passage, phrase } of claimsOfKind(report, 'result')) {
      const against = none.flatMap(quantity => {
        return quantity.flatMap(term => {
          const figure = figureOf([term], report, inferenceOf)
          return figure && figure.value > 0 ? [{ term, figure }] : []
        })
      })
      if (against.length === 0) continue
      yield {
        at: passage,
        data: {
          phrase: quoted(phrase),
          against: against.map(({ term, figure }) => `${expressionOf([term])} = ${figure.value}`),
        },
        related: against.flatMap(({ figure }) => figure.facts),
      }
    }
  },
  messages: {
    zh: ({ phrase, against }) => `正文称“${phrase}”，而${valuesZh(against)}。`,
    en: ({ phrase, against }) => `The text says “${phrase}”, but ${valuesEn(against)}.`,
  },
})
