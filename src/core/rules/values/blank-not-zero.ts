import { reportRule } from '../rule.ts'
import { isBlankTotal } from '../totals/blank-total.ts'
import { cellName, cellNameInEnglish, clauses, shortened } from '../words.ts'
import { isAboveZero } from './unfilled.ts'

export const blankNotZero = reportRule<{
  readonly cell: Parameters<typeof cellName>[0]
  /** The text of the cell; empty for a blank. */
  readonly raw: string
  /** The least and the most that it can be; null without an upper bound. */
  readonly lowest: string
  readonly highest: string | null
  /** True when it supposes that wrong figures beside it are corrected first. */
  readonly afterCorrection: boolean
}>({
  code: 'GJ220',
  name: 'blank-not-zero',
  severity: 'error',
  title: { zh: '空着的格不可能是0', en: 'A blank cell cannot be 0' },
  basis: clauses.arithmetic,
  why: {
    zh: '空格所在的行和列已经填了其他数，按勾稽关系可以推算出它必大于0；空着就是漏填。',
    en: 'The other figures of its row and column show that the cell must be above 0; left blank, a figure is missing.',
  },
  advice: {
    zh: '请对照登记台账核实后补填；推算出的数只供参考。',
    en: 'Check your records and fill it in; the number worked out is only a hint.',
  },
  *check({ tables }, inferenceOf) {
    for (const table of tables) {
      const { deductions, afterCorrection } = inferenceOf(table)
      for (const [fact, deduction] of deductions) {
        const isUnfilled = fact.state === 'blank' || fact.state === 'placeholder'
        if (!isUnfilled || !isAboveZero(fact, deductions) || isBlankTotal(table, fact)) continue
        if (deduction.kind === 'open') continue
        const [lowest, highest] =
          deduction.kind === 'forced'
            ? [deduction.value, deduction.value]
            : [deduction.lowest, deduction.highest]
        const data = { cell: fact.cell, raw: shortened(fact.raw.trim()) }
        yield {
          at: fact,
          data: {
            ...data,
            lowest: String(lowest),
            highest: highest === null ? null : String(highest),
            afterCorrection: afterCorrection.has(fact),
          },
          asked: lowest === highest ? String(lowest) : `${lowest}..${highest ?? ''}`,
        }
      }
    }
  },
  messages: {
    zh: ({ cell, raw, lowest, highest, afterCorrection }) => {
      const found = raw === '' ? '为空' : `填写了“${raw}”`
      const bounds = highest === null ? `至少为${lowest}` : `应在${lowest}至${highest}之间`
      return `${cellName(cell)}${found}，但${afterCorrection ? '本表其他错处改正后，' : ''}按勾稽关系不可能是0：${lowest === highest ? `必为${lowest}` : bounds}。`
    },
    en: ({ cell, raw, lowest, highest, afterCorrection }) => {
      const found = raw === '' ? 'is blank' : `holds “${raw}”`
      const bounds = highest === null ? `at least ${lowest}` : `from ${lowest} to ${highest}`
      return `${cellNameInEnglish(cell)} ${found}, but ${afterCorrection ? 'once the other errors of the table are corrected, ' : ''}by the relations it cannot be 0: it must be ${lowest === highest ? lowest : bounds}.`
    },
  },
})
