import { differenceOf, formatExact, signOf } from '../../constraints/exact.ts'
import { isWithin, roundingOf } from '../../inference/compare-sums.ts'
import { type CollectedReport, collectedTable } from '../../model/collection.ts'
import type { Fact } from '../../model/fact.ts'
import { fingerprint } from '../../text/fingerprint.ts'
import { written } from '../relation-words.ts'
import { groupRule } from '../rule.ts'
import { andOthersEn, andOthersZh, cellName, cellNameInEnglish, clauses } from '../words.ts'
import { onlyReport, sumsOf } from './family-sums.ts'

export const childExceedsParent = groupRule({
  code: 'GJ602',
  name: 'child-exceeds-parent',
  severity: 'error',
  title: { zh: '下级单位的数大于本级汇总数', en: 'A body has more than the whole that it is part of' },
  basis: clauses.wholeReport,
  why: {
    zh: '本级汇总包含每个下级单位，任何一个单位都不会多于汇总；名单上的单位没有到齐时也是这样。',
    en: 'The whole contains each body below it, and none of them can have more, even while reports of others are missing.',
  },
  advice: {
    zh: '请核对两份报告的这一格，改正填错的一份；如该单位并不属于这一级，请改正名单。',
    en: 'Compare the cell in both reports and correct the wrong one; if the body is no part of the whole, correct the roster.',
  },
  *check({ families }) {
    for (const family of families) {
      const parent = onlyReport(family.parent)
      if (!parent) continue
      // Where the sum of a cell was judged, nothing more is to be said of it.
      const judged = new Set(
        sumsOf(family)?.sums.flatMap(({ cell, outcome }) => (outcome === 'unknown' ? [] : [cell])),
      )
      for (const member of family.children) {
        const child = onlyReport(member)
        const exceeding = child ? exceedingIn(child, parent).filter(([{ cell }]) => !judged.has(cell)) : []
        const [first] = exceeding
        if (!child || !first) continue
        const [own, whole] = first
        const cells = exceeding.map(
          ([a, b]) => `${a.cell.ref} ${formatExact(a.value!)} ${formatExact(b.value!)}`,
        )
        const sides = `${formatExact(own.value!)} > ${formatExact(whole.value!)}`
        yield {
          of: child,
          at: own,
          data: {
            child: child.body,
            parent: parent.body,
            cell: own.cell,
            own: own.value!,
            whole: whole.value!,
            count: exceeding.length,
          },
          sides: exceeding.length === 1 ? sides : `${sides}; ${exceeding.length} ${fingerprint(...cells)}`,
          related: [{ of: parent, fact: whole }],
        }
      }
    }
  },
  messages: {
    zh: ({ child, parent, cell, own, whole, count }) =>
      `“${child}”的${cellName(cell)}填${written(own)}，大于上级“${parent}”的${written(whole)}${andOthersZh(count)}。`,
    en: ({ child, parent, cell, own, whole, count }) =>
      `${child}: ${cellNameInEnglish(cell)} says ${written(own)}, more than the ${written(whole)} of ${parent} that it is part of${andOthersEn(count)}.`,
  },
})

/** The figures that are more than those of the whole, with these. */
function exceedingIn(child: CollectedReport, parent: CollectedReport): readonly (readonly [Fact, Fact])[] {
  return parent.tables.flatMap(table => {
    const own = collectedTable(child, table.id)
    if (own?.edition !== table.edition) return []
    return own.facts.flatMap((fact, index) => {
      const whole = table.facts[index]
      if (!fact?.value || !whole?.value || fact.cell.value === 'change') return []
      const excess = differenceOf(fact.value, whole.value)
      if (signOf(excess) <= 0) return []
      const isRounded = fact.cell.value === 'money' && isWithin(excess, roundingOf([fact.value]))
      return isRounded ? [] : [[fact, whole] as const]
    })
  })
}
