import type { Written } from '../../narrative/numbers.ts'
import { reportRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'
import { figureOf } from './figures.ts'
import { fits } from './number-rule.ts'
import { expressionOf, quantitiesEn, quantitiesZh } from './quantity-words.ts'
import { claimsOfKind } from './said.ts'

export const shareMisstated = reportRule<{
  readonly phrase: string
  readonly part: string
  readonly whole: string
  readonly counts: string
  /** What the text should say, to as many places. */
  readonly expected: string
}>({
  code: 'GJ714',
  name: 'share-misstated',
  severity: 'warning',
  title: { zh: '正文的占比与表三不一致', en: 'A share in the text is not that of Table 3' },
  basis: clauses.accuracy,
  why: {
    zh: '占比由表三的数算出；按四舍五入和去尾两种写法都对不上，不是占比算错，就是所依据的数写错。',
    en: 'Shares follow from Table 3; where neither rounding nor cutting gives the number, it or what it was worked out from is wrong.',
  },
  advice: {
    zh: '请按表三的数重新计算，并核对正文所写的件数。',
    en: 'Work it out again from Table 3, and check the number beside it.',
  },
  *check(report, inferenceOf) {
    for (const { part, wholes, number, counted, passage, phrase } of claimsOfKind(report, 'share')) {
      const own = figureOf(part, report, inferenceOf)
      const all = wholes.map(whole => figureOf(whole, report, inferenceOf))
      if (!own || all.some(whole => whole === null)) continue
      // Where the number beside it is wrong, the share of that number is one slip with it.
      const parts = counted && !fits(counted, own.value) ? [own.value, counted.units] : [own.value]
      if (all.some(whole => parts.some(count => isShare(number, count, whole!.value)))) continue
      const whole = all[0]!.value
      if (whole === 0) continue
      yield {
        at: passage,
        data: {
          phrase: quoted(phrase),
          part: expressionOf(part),
          whole: expressionOf(wholes[0]!),
          counts: `${own.value}÷${whole}`,
          expected: `${rounded(own.value, whole, number.scale)}%`,
        },
        related: [...own.facts, ...all[0]!.facts],
      }
    }
  },
  messages: {
    zh: ({ phrase, part, whole, counts, expected }) =>
      `正文“${phrase}”与表三不一致：${quantitiesZh([part, whole]).join('除以')}，${counts}，应为${expected}。`,
    en: ({ phrase, part, whole, counts, expected }) =>
      `“${phrase}” in the text is not what Table 3 gives: ${quantitiesEn([part, whole]).join(' over ')}, ${counts}, is ${expected}.`,
  },
})

/** True for a share that is rounded or cut to the places written. */
function isShare({ units, scale }: Written, part: number, whole: number): boolean {
  if (whole === 0) return false
  return (
    units === Math.floor((part * 100 * 10 ** scale) / whole) || units === roundedUnits(part, whole, scale)
  )
}

function roundedUnits(part: number, whole: number, scale: number): number {
  return Math.floor((2 * part * 100 * 10 ** scale + whole) / (2 * whole))
}

function rounded(part: number, whole: number, scale: number): string {
  const text = String(roundedUnits(part, whole, scale)).padStart(scale + 1, '0')
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
}
