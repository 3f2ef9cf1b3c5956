import { hasText, sectionOf } from '../../model/narrative.ts'
import { tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'
import { printedTitle, sectionForm, writtenTitle } from './section-words.ts'

export const misplacedTable = reportRule({
  code: 'GJ138',
  name: 'misplaced-table',
  severity: 'warning',
  title: { zh: '统计表不在它的部分', en: 'A table stands in another section' },
  basis: clauses.format,
  why: {
    zh: '表放在别的标题下，读者会把它的数当成另一回事。',
    en: 'Under another heading, readers take the figures for something else.',
  },
  advice: { zh: '请把表移到它的标题下面。', en: 'Move the table below its own heading.' },
  *check(report) {
    const { narrative } = report
    if (!hasText(narrative)) return
    for (const section of narrative.sections) {
      if (section.id === null || section.tables.length === 0) continue
      for (const id of new Set(section.tables)) {
        const own = sectionOf(narrative, id)
        const table = tableOf(report, id)
        if (!own || !table || own.tables.includes(id) || section.id === id) continue
        const data = {
          table: table.form.name,
          found: writtenTitle(section),
          expected: printedTitle(sectionForm(id)),
        }
        yield { at: table, data }
      }
    }
  },
  messages: {
    zh: ({ table, found, expected }) => `${table}在“${found}”下面，应当在“${expected}”下面。`,
    en: ({ table, found, expected }) =>
      `${tableInEnglish(table)} stands under “${found}”; its place is under “${expected}”.`,
  },
})
