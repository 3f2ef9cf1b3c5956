import { bodyKey } from '../../model/body.ts'
import type { Member } from '../../model/collection.ts'
import { groupRule } from '../rule.ts'
import { clauses, listEn, listZh, plural } from '../words.ts'

export const missingBody = groupRule({
  code: 'GJ603',
  name: 'missing-body',
  severity: 'warning',
  title: { zh: '名单上的单位没有报告', en: 'A body of the roster has no report' },
  basis: clauses.yearlyReport,
  why: {
    zh: '名单上的单位都应报送年度报告；缺一份，本级的汇总就无法核对。',
    en: 'Each body of the roster is to report every year; while one report is missing, the sums of the whole cannot be checked.',
  },
  advice: {
    zh: '请催报，或检查文件是否放在别处、标题中的单位和年度是否写错；当年不报告的单位，请在名单中写明起止年份。',
    en: 'Ask for the report, or see whether it lies elsewhere or names another body or year in its title; for a body that does not report of that year, state its first and last year in the roster.',
  },
  *check({ members, year, isWhole }) {
    if (!isWhole) return
    const byParent = new Map<string, Member[]>()
    for (const member of members) {
      if (member.reports.length > 0) continue
      const key = member.body.parent === null ? '' : bodyKey(member.body.parent)
      byParent.set(key, [...(byParent.get(key) ?? []), member])
    }
    for (const [key, missing] of byParent) {
      const parent = key === '' ? undefined : members.find(({ body }) => bodyKey(body.name) === key)
      const names = missing.flatMap(({ body, unread }) => (unread.length === 0 ? body.name : []))
      const unread = missing.flatMap(each => each.unread)
      yield {
        of: parent?.reports[0] ?? parent?.body ?? missing[0]!.body,
        data: { parent: parent?.body.name ?? null, year, count: names.length, names, unread },
        sides: `${year} ${missing.map(({ body }) => body.name).join(' ')}`,
      }
    }
  },
  messages: {
    zh: ({ parent, year, count, names, unread }) => {
      const whose = parent === null ? '' : `“${parent}”的下级单位中，`
      const sums = parent === null ? '' : '；报告到齐以前，汇总数无法核对'
      const missing = `${whose}有${count}个没有${year}年报告：${listZh(names, 40)}${sums}。`
      const files = `${whose}有${unread.length}份${year}年报告没有读到表：${listZh(unread, 40)}${sums}。`
      return [...(count > 0 ? [missing] : []), ...(unread.length > 0 ? [files] : [])].join('')
    },
    en: ({ parent, year, count, names, unread }) => {
      const whose = parent === null ? '' : ` below ${parent}`
      const sums = parent === null ? '' : '; until all are there, its sums cannot be checked'
      const missing = `${plural(count, 'body', 'bodies')}${whose} ${count === 1 ? 'has' : 'have'} no report for ${year}: ${listEn(names, 40)}${sums}.`
      const files = `No table was read in ${plural(unread.length, 'report')} for ${year}${whose}: ${listEn(unread, 40)}${sums}.`
      return [...(count > 0 ? [missing] : []), ...(unread.length > 0 ? [files] : [])].join(' ')
    },
  },
})
