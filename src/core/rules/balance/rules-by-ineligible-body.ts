import { formatExact, signOf } from '../../constraints/exact.ts'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import type { BodyType } from '../../model/body.ts'
import { tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'

/** Bodies without the power to make 规章; departments above counties may have drafted some. */
const severities: Readonly<Partial<Record<BodyType, Severity>>> = {
  provinceDepartment: 'warning',
  prefectureDepartment: 'warning',
  county: 'error',
  countyDepartment: 'error',
  township: 'error',
}

export const rulesByIneligibleBody = reportRule({
  code: 'GJ411',
  name: 'rules-by-ineligible-body',
  severity: 'error',
  title: { zh: '没有规章制定权的单位填了规章', en: 'A body that cannot make 规章 reports some' },
  basis: {
    zh: '《中华人民共和国立法法》第九十一条、第九十三条',
    en: 'Articles 91 and 93 of the Legislation Law (中华人民共和国立法法)',
  },
  why: {
    zh: '规章只能由国务院部门和省、设区的市、自治州政府制定；其他单位填的，多半是规范性文件。',
    en: 'Only departments of the State Council and governments of provinces and prefectures make 规章; what others count there is mostly normative documents.',
  },
  advice: {
    zh: '请把规章一行改为0，并核对这些文件是否应填入行政规范性文件。',
    en: 'Write 0 in the row, and check whether the documents belong to 行政规范性文件.',
  },
  *check(report) {
    const { bodyType } = report.expected
    const severity = bodyType === null ? undefined : severities[bodyType]
    const table = severity && tableOf(report, 'activeDisclosure')
    if (!table) return
    const facts = table.facts.filter(fact => fact?.cell.row.id === 'rules')
    const [first, ...others] = facts.filter(fact => fact?.value && signOf(fact.value) > 0)
    if (!first) return
    yield {
      at: first,
      data: { column: first.cell.column.label, value: formatExact(first.value!) },
      related: others.map(fact => fact!),
      severity,
    }
  },
  messages: {
    zh: ({ column, value }) => `本单位没有规章制定权，表二“规章”应为0，“${column}”填了${value}。`,
    en: ({ column, value }) =>
      `This body cannot make 规章; row “规章” of Table 2 must be 0, but “${column}” is ${value}.`,
  },
})
