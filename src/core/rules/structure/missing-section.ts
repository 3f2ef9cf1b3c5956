import { sections, type TableId, tableIds } from '../../editions/index.ts'
import { hasText, type Section, sectionOf, wholeOf } from '../../model/narrative.ts'
import { tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { printedTitle } from './section-words.ts'

export const missingSection = reportRule({
  code: 'GJ128',
  name: 'missing-section',
  severity: 'error',
  title: { zh: '缺少一个部分', en: 'A section is missing' },
  basis: clauses.contents,
  why: {
    zh: '统一格式有六个部分，《条例》第五十条要求的内容都在其中，不能遗漏；没有内容可写的部分也要保留标题并写“无”。',
    en: 'The form has six sections, which hold what Article 50 asks for; one with nothing to report keeps its heading and says so.',
  },
  advice: {
    zh: '请补上这一部分；正文已有的，请按统一格式补上标题和序号。',
    en: 'Add the section; if its text is there, give it the heading and number of the form.',
  },
  *check(report) {
    const { narrative, tables } = report
    if (!hasText(narrative)) return
    for (const [index, form] of sections.entries()) {
      if (sectionOf(narrative, form.id)) continue
      const isTable = tableIds.includes(form.id as TableId)
      const table = isTable ? tableOf(report, form.id as TableId) : undefined
      // A missing table is said already where others were found.
      if (isTable && !table && tables.length > 0) continue
      const data = { section: printedTitle(form), hasTable: table !== undefined }
      if (table) yield { at: table, data, severity: 'warning' as const }
      else yield { at: wholeOf(besideGap(narrative.sections, index).heading), data }
    }
  },
  messages: {
    zh: ({ section, hasTable }) =>
      hasTable ? `没有找到标题“${section}”，只找到了这一部分的表。` : `没有找到“${section}”部分。`,
    en: ({ section, hasTable }) =>
      hasTable
        ? `The heading “${section}” was not found, only the table of that section.`
        : `The section “${section}” was not found.`,
  },
})

/** The section before which the missing one belongs; the last one when it belongs at the end. */
function besideGap(found: readonly Section[], index: number): Section {
  const later = sections.slice(index + 1).map(({ id }) => id)
  return found.find(({ id }) => id !== null && later.includes(id)) ?? found.at(-1)!
}
