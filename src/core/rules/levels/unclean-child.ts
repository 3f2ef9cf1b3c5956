import { groupRule } from '../rule.ts'
import { clauses, listEn, listZh, plural } from '../words.ts'
import { sumsOf } from './family-sums.ts'

export const uncleanChild = groupRule({
  code: 'GJ608',
  name: 'unclean-child',
  severity: 'info',
  title: { zh: '汇总所依据的报告自身有错误', en: 'Reports that were added up have errors themselves' },
  basis: clauses.wholeReport,
  why: {
    zh: '下级单位的报告还有错误时，汇总相等也不等于数字正确，不相等也可能只是那份报告的错误。',
    en: 'While reports below have errors of their own, a sum that holds need not be right, and one that does not may show no more than such an error.',
  },
  advice: {
    zh: '请先改正这些报告，再核对汇总。',
    en: 'Correct these reports first, then check the sums again.',
  },
  *check({ families }) {
    for (const family of families) {
      const found = sumsOf(family)
      const unclean = found?.children.filter(({ errors }) => errors > 0) ?? []
      if (!found || unclean.length === 0) continue
      const names = unclean.map(({ body }) => body)
      yield {
        of: found.parent,
        data: { parent: found.parent.body, count: names.length, names },
        sides: unclean.map(({ body, errors }) => `${body} ${errors}`).join('; '),
      }
    }
  },
  messages: {
    zh: ({ parent, count, names }) =>
      `“${parent}”有${count}个下级单位的报告自身存在错误，汇总核对仅供参考：${listZh(names)}。`,
    en: ({ parent, count, names }) =>
      `${plural(count, 'report', 'reports')} below ${parent} ${count === 1 ? 'has errors of its own' : 'have errors of their own'}, so its sums are indicative only: ${listEn(names)}.`,
  },
})
