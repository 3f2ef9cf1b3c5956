import { compareExact, type Exact, formatExact } from '../../constraints/exact.ts'
import type { Cell } from '../../editions/index.ts'
import { absolute } from '../../inference/compare-sums.ts'
import type { SumExplanation } from '../../inference/explain-sums.ts'
import { bodyKey } from '../../model/body.ts'
import { fingerprint } from '../../text/fingerprint.ts'
import { signed, written } from '../relation-words.ts'
import { groupRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses, plural } from '../words.ts'
import { explain, type FamilySums, sumsOf } from './family-sums.ts'
import { type Blame, blameEn, blameZh } from './sum-words.ts'

export const parentNotSum = groupRule({
  code: 'GJ601',
  name: 'parent-not-sum',
  severity: 'error',
  title: { zh: '汇总数不等于各下级单位之和', en: 'The figures are not the sum of the bodies below' },
  basis: clauses.wholeReport,
  why: {
    zh: '本级报告的每一格都是各下级单位（包括本级政府办公室）同一格之和；不相等，说明有单位漏加、重加，或者有一份报告的数字错了。',
    en: 'Each cell of the report of a whole area is the sum of that cell over the bodies below, the government’s own office among them; where it is not, a body was left out or counted twice, or a report has a wrong figure.',
  },
  advice: {
    zh: '请从点名的报告或差额最大的格查起，改正后重新汇总；有的事项确实只计一次的（如联合发文），可以登记为豁免并写明理由。',
    en: 'Start with the report that is named, or with the largest difference; correct it and add up again. What is rightly counted once, such as a joint document, can be waived with the reason.',
  },
  *check({ families, previousOf }, count) {
    for (const family of families) {
      const found = sumsOf(family)
      if (!found) {
        for (const parent of family.parent.reports.slice(0, 1))
          for (const { form } of parent.tables)
            for (let cell = 0; cell < form.size; cell++) count(parent, 'unknown')
        continue
      }
      const { parent, sums } = found
      for (const { outcome } of sums) count(parent, outcome)
      for (let cell = 0; cell < found.incomparable; cell++) count(parent, 'unknown')
      const failed = sums.flatMap((sum, index) => (sum.outcome === 'failed' ? [{ ...sum, index }] : []))
      const [first] = failed
      if (!first) continue
      const explanations = explain(found, previousOf)
      const blames = explanations.map(each => blameFor(each, found))
      const suspects = explanations.flatMap(({ readings }) => readings.flatMap(({ child }) => child ?? []))
      const sides = `${formatExact(first.whole)} ≠ ${formatExact(first.sum)}`
      const cells = failed.map(
        ({ cell, whole, sum }) => `${cell.ref} ${formatExact(whole)} ${formatExact(sum)}`,
      )
      yield {
        of: parent,
        at: found.ofParent[first.index]!,
        data: {
          parent: parent.body,
          year: parent.year,
          children: found.children.length,
          cell: first.cell,
          whole: first.whole,
          sum: first.sum,
          difference: first.difference,
          failed: failed.length,
          differences: failed.map(({ cell, difference }) => ({
            ref: cell.ref,
            difference: formatExact(difference),
          })),
          explanations: blames.map(({ cells, isManifold, readings }) => ({
            cells: cells.map(({ ref }) => ref),
            isManifold,
            readings,
          })),
          detail: { largest: largestOf(failed.slice(1)), blames },
          lacksOwnOffice: !family.children.some(({ body }) => [body.name, ...body.aliases].some(isOwnOffice)),
        },
        sides: failed.length === 1 ? sides : `${sides}; ${failed.length} ${fingerprint(...cells)}`,
        related: [...new Set(suspects)].slice(0, 8).map(child => ({
          of: found.children[child]!,
          fact: found.ofChildren[child]![first.index]!,
        })),
      }
    }
  },
  messages: {
    zh: ({ parent, children, cell, whole, sum, difference, failed, detail, lacksOwnOffice }) => {
      const others =
        failed > 1 ? `；共${failed}格不等，差额大的还有${detail.largest.map(sayZh).join('、')}` : ''
      const office = lacksOwnOffice
        ? '下级单位中没有看到本级政府自己的办公室，政府自身办理的申请也要作为一个单位列入名单。'
        : ''
      return `“${parent}”的${cellName(cell)}填${written(whole)}，${children}个下级单位之和为${written(sum)}，差${signed(difference)}${others}。${blameZh(detail.blames)}${office}`
    },
    en: ({ parent, children, cell, whole, sum, difference, failed, detail, lacksOwnOffice }) => {
      const others =
        failed > 1
          ? `; ${failed} cells differ in all, the most besides in ${detail.largest.map(sayEn).join(', ')}`
          : ''
      const office = lacksOwnOffice
        ? ' None of the bodies below looks like the government’s own office; the requests that it handles itself belong to the sum, as a body of the roster.'
        : ''
      return `${parent}: ${cellNameInEnglish(cell)} says ${written(whole)}, the ${plural(children, 'body', 'bodies')} below ${children === 1 ? 'adds' : 'add'} up to ${written(sum)}: off by ${signed(difference)}${others}. ${blameEn(detail.blames)}${office}`
    },
  },
})

interface Largest {
  readonly cell: Cell
  readonly difference: Exact
}

function largestOf(failed: readonly Largest[]): readonly Largest[] {
  const size = ({ difference }: Largest) => absolute(difference)
  return [...failed].sort((a, b) => compareExact(size(b), size(a))).slice(0, 2)
}

function sayZh({ cell, difference }: Largest): string {
  return `${cellName(cell)}${signed(difference)}`
}

function sayEn({ cell, difference }: Largest): string {
  return `${cellNameInEnglish(cell)} ${signed(difference)}`
}

function blameFor(
  { positions, readings, isManifold }: SumExplanation,
  { parent, children, sums }: FamilySums,
): Blame {
  const nameOf = (child: number | null) => (child === null ? parent : children[child]!).body
  return {
    cells: positions.map(position => sums[position]!.cell),
    isManifold,
    readings: readings.map(({ kind, child, other }) => ({
      kind,
      body: nameOf(child),
      other: other === null ? null : nameOf(other),
    })),
  }
}

function isOwnOffice(name: string): boolean {
  return /(?:政府办|府办|办公室|办公厅|本级|机关)$/.test(bodyKey(name))
}
