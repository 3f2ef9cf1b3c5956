import type { NoneClaim } from '../../narrative/claim.ts'
import { type ReportRule, type RuleTexts, reportRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'
import { figureOf } from './figures.ts'
import { expressionOf, valuesEn, valuesZh } from './quantity-words.ts'
import { claimsOfKind } from './said.ts'

/** A rule on statements that there was nothing of a kind. */
export function noneRule(texts: RuleTexts & { readonly kind: NoneClaim['kind'] }): ReportRule {
  return reportRule<{
    readonly phrase: string
    readonly line: string
    readonly count: string
  }>({
    ...texts,
    *check(report, inferenceOf) {
      for (const { meanings, passage, phrase } of claimsOfKind(report, texts.kind))
        for (const meaning of meanings) {
          const figure = figureOf(meaning, report, inferenceOf)
          if (!figure || figure.value <= 0) continue
          const data = { phrase: quoted(phrase), line: expressionOf(meaning), count: String(figure.value) }
          yield { at: passage, data, related: figure.facts }
        }
    },
    messages: {
      zh: ({ phrase, line, count }) => `正文称“${phrase}”，而${valuesZh([`${line} = ${count}`])}。`,
      en: ({ phrase, line, count }) => `The text says “${phrase}”, but ${valuesEn([`${line} = ${count}`])}.`,
    },
  })
}

/** What rules on such statements have in common. */
export const noneTexts = {
  severity: 'error',
  basis: clauses.accuracy,
  why: {
    zh: '正文说没有，表格却有，这句话没有别的解释；多半是沿用了上年的文字。',
    en: 'The text says there was none and the table has some, with no other reading; often the words are those of last year.',
  },
  advice: {
    zh: '请核实当年情况，改正写错的一处。',
    en: 'Find out what happened in the year and correct what is wrong.',
  },
} as const
