import type { CollectedReport, Family } from '../../model/collection.ts'
import { groupRule } from '../rule.ts'
import { clauses, listEn, listZh } from '../words.ts'

export const editionsDifferBetweenBodies = groupRule({
  code: 'GJ607',
  name: 'editions-differ-between-bodies',
  severity: 'error',
  title: { zh: '同一年各单位的格式版本不同', en: 'Bodies use different editions of the form for one year' },
  basis: clauses.format,
  why: {
    zh: '一个年度只对应一版格式；版本不同的表项目不同，无法逐格汇总。',
    en: 'One edition of the form is prescribed for a year; tables of different editions have different items and cannot be added up cell by cell.',
  },
  advice: {
    zh: '请用错格式的单位按该年度的统一格式重新填报。',
    en: 'Have the bodies that used another form fill in the one for that year.',
  },
  *check({ families, year }) {
    for (const family of families) {
      const byEdition = bodiesByEdition(family)
      if (byEdition.length < 2) continue
      yield {
        of: family.parent.reports[0] ?? family.parent.body,
        data: { parent: family.parent.body.name, year, editions: byEdition },
        sides: byEdition.map(({ edition, bodies }) => `${edition} ${bodies.join(' ')}`).join('; '),
      }
    }
  },
  messages: {
    zh: ({ parent, year, editions }) =>
      `“${parent}”及其下级单位的${year}年报告格式版本不一致：${editions.map(({ edition, bodies }) => `${edition}年版${bodies.length}个（${listZh(bodies, 4)}）`).join('，')}；版本不同的表没有汇总核对。`,
    en: ({ parent, year, editions }) =>
      `For ${year}, ${parent} and the bodies below it use different editions of the form: ${editions.map(({ edition, bodies }) => `${edition} in ${bodies.length} (${listEn(bodies, 4)})`).join(', ')}; sums over tables of different editions were not checked.`,
  },
})

/** The fewest first: they are the likelier to be wrong. */
function bodiesByEdition({ parent, children }: Family) {
  const byEdition = new Map<string, string[]>()
  for (const report of [parent, ...children].flatMap(({ reports }) => reports))
    for (const edition of editionsOf(report)) {
      const bodies = byEdition.get(edition) ?? []
      if (!bodies.includes(report.body)) bodies.push(report.body)
      byEdition.set(edition, bodies)
    }
  return [...byEdition]
    .map(([edition, bodies]) => ({ edition, bodies }))
    .sort((a, b) => a.bodies.length - b.bodies.length || (a.edition < b.edition ? -1 : 1))
}

function editionsOf({ tables }: CollectedReport): readonly string[] {
  return [...new Set(tables.map(({ edition }) => edition.id))]
}
