import { formatExact } from '../../constraints/exact.ts'
import { type Narrative, paragraphsOf, sentencesOf, textOf } from '../../model/narrative.ts'
import { type Breakdown, wrongBreakdowns } from '../../narrative/breakdowns.ts'
import type { Finding } from '../rule.ts'
import { reportRule } from '../rule.ts'

export const unitSumMismatch = reportRule({
  code: 'GJ726',
  name: 'unit-sum-mismatch',
  severity: 'warning',
  title: { zh: '正文分单位的数与总数不符', en: 'The figures of units do not fit their total' },
  basis: { zh: '正文自身的算术关系', en: 'the arithmetic of the text itself' },
  why: {
    zh: '分单位列出的数加起来超过总数，其中必有一个写错。',
    en: 'Where the listed units have more than their total, one of the numbers is wrong.',
  },
  advice: {
    zh: '请对照台账核对总数和各单位的数。',
    en: 'Check the total and each unit against the records.',
  },
  *check({ narrative }) {
    yield* sumsIn(narrative, false)
  },
  messages: {
    zh: ({ found, sum, unit }) => `此句分单位的数加起来是${sum}${unit}，与“${found}”不符。`,
    en: ({ found, sum, unit }) =>
      `The units listed here add up to ${sum} “${unit}”, which does not fit “${found}”.`,
  },
})

/** Wrong sums in sentences on fees, or in all others. */
export function* sumsIn(
  narrative: Narrative,
  ofFees: boolean,
): Generator<Finding<{ found: string; sum: string; total: string; unit: string }>> {
  for (const paragraph of paragraphsOf(narrative))
    for (const sentence of sentencesOf(paragraph)) {
      const text = textOf(sentence)
      if (text.includes('处理费') !== ofFees) continue
      for (const slip of wrongBreakdowns(text)) yield findingOf(slip)
      function findingOf({ start, end, found, sum, total, unit }: Breakdown) {
        return {
          at: { paragraph, start: sentence.start + start, end: sentence.start + end },
          data: { found, sum: formatExact(sum), total: formatExact(total), unit },
        }
      }
    }
}
