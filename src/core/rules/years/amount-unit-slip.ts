import { compareExact, type Exact, signOf, sumExact } from '../../constraints/exact.ts'
import { collectedTable } from '../../model/collection.ts'
import { formFacts } from '../../model/report.ts'
import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { cellName, cellNameInEnglish } from '../words.ts'
import { yearClauses } from './clauses.ts'

export const amountUnitSlip = seriesRule({
  code: 'GJ508',
  name: 'amount-unit-slip',
  severity: 'warning',
  title: { zh: '金额与上年相差约一万倍', en: 'An amount is about 10,000 times that of the last report' },
  basis: yearClauses.comparison,
  why: {
    zh: '金额的单位是万元；与上年相差约一万倍，多半有一年填的是元。',
    en: 'Amounts are in 万元 (10,000 yuan); a difference of about 10,000 times means that one of the years was probably filled in in yuan.',
  },
  advice: {
    zh: '请核对两年的金额和单位。',
    en: 'Check amount and unit in both years.',
  },
  *check({ current, previous }) {
    if (!previous) return
    for (const now of current.tables) {
      const last = collectedTable(previous, now.id)
      if (!last || last.edition !== now.edition) continue
      for (const [index, fact] of formFacts(now).entries()) {
        const before = last.facts[index]!
        if (fact.cell.value !== 'money' || !fact.value || !before.value) continue
        if (!isSlip(fact.value, before.value) && !isSlip(before.value, fact.value)) continue
        const [said, was] = [written(fact.value), written(before.value)]
        yield {
          of: current,
          at: fact,
          data: {
            cell: { zh: cellName(fact.cell), en: cellNameInEnglish(fact.cell) },
            now: said,
            before: was,
            year: String(previous.year),
          },
          sides: `${said} / ${was}`,
          related: [{ of: previous, fact: before }],
        }
      }
    }
  },
  messages: {
    zh: ({ cell, now, before, year }) =>
      `${cell.zh}填${now}万元，${year}年报告为${before}万元，相差约一万倍，疑似单位错误。`,
    en: ({ cell, now, before, year }) =>
      `${cell.en} says ${now} (万元); the report of ${year} said ${before}, about 10,000 times off: probably a wrong unit.`,
  },
})

/** True when the larger one is from 5,000 to 15,000 times the other. */
function isSlip(larger: Exact, smaller: Exact): boolean {
  if (signOf(smaller) <= 0) return false
  return (
    compareExact(larger, timesThousands(smaller, 5)) >= 0 &&
    compareExact(larger, timesThousands(smaller, 15)) <= 0
  )
}

function timesThousands(value: Exact, count: number): Exact {
  return sumExact([{ weight: count * 1000, value }])
}
