import type { NumberClaim } from '../../narrative/claim.ts'
import type { Written } from '../../narrative/numbers.ts'
import { type ReportRule, type RuleTexts, reportRule, type Text } from '../rule.ts'
import { clauses, quoted } from '../words.ts'
import { figureOf } from './figures.ts'
import { expressionOf, valuesEn, valuesZh } from './quantity-words.ts'
import { claimsOfKind } from './said.ts'
import { slipOf } from './slip.ts'

/** A rule on the numbers of one kind that the text states. */
export function numberRule(texts: RuleTexts & { readonly kind: NumberClaim['kind'] }): ReportRule {
  return reportRule<{
    readonly phrase: string
    readonly said: string
    /** Each meaning of the words that gives another figure: `requests.newRequests = 12`. */
    readonly expected: readonly string[]
    /** The cell that holds the number of the text. */
    readonly slip: Text | null
  }>({
    ...texts,
    *check(report, inferenceOf) {
      for (const { meanings, number, passage, phrase } of claimsOfKind(report, texts.kind)) {
        const figures = meanings.map(meaning => figureOf(meaning, report, inferenceOf))
        if (figures.some(figure => figure === null || fits(number, figure.value))) continue
        const values = figures.map(figure => figure!.value)
        const expected = meanings.flatMap((meaning, index) =>
          values.indexOf(values[index]!) < index ? [] : `${expressionOf(meaning)} = ${values[index]}`,
        )
        yield {
          at: passage,
          data: {
            phrase: quoted(phrase),
            said: String(number.units),
            expected,
            slip: slipOf(number.units, meanings[0]!, report, inferenceOf),
          },
          related: [...new Set(figures.flatMap(figure => figure!.facts))],
        }
      }
    },
    messages: {
      zh: ({ phrase, said, expected, slip }) =>
        `正文“${phrase}”与表格不一致：${valuesZh(expected)}${slip ? `；${said}是${slip.zh}的数` : ''}。`,
      en: ({ phrase, said, expected, slip }) =>
        `“${phrase}” in the text is not what the tables say: ${valuesEn(expected)}${slip ? `; ${said} is the number in ${slip.en}` : ''}.`,
    },
  })
}

/** 1.2万 stands for every number that is rounded or cut to it. */
export function fits({ units, step }: Written, value: number): boolean {
  const cut = Math.floor(value / step) * step
  return units === cut || (step > 1 && units === Math.floor(value / step + 0.5) * step)
}

/** What rules on stated numbers have in common. */
export const numberTexts = {
  severity: 'warning',
  basis: clauses.accuracy,
  why: {
    zh: '正文和表格说的是同一件事，读者会拿来对照；两处不一致，至少一处写错。',
    en: 'Text and tables speak of the same thing and readers compare them; where they differ, one of them is wrong.',
  },
  advice: {
    zh: '请对照登记台账核对：正文写错的改正文，表格填错的改表格。',
    en: 'Check both against your records and correct the one that is wrong.',
  },
} as const
