import { differsBetweenEditions, editionOfYear } from '../../editions/index.ts'
import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const editionMismatch = reportRule({
  code: 'GJ110',
  name: 'edition-mismatch',
  severity: 'error',
  title: { zh: '格式版本与报告年度不符', en: 'The edition of the form is not that of the year' },
  basis: clauses.format,
  why: {
    zh: '各版格式的项目和口径不同；用错版本，该公开的数缺失，也无法与同年的其他报告汇总。',
    en: 'The editions ask for different figures; in the wrong one some are missing, and the report cannot be added up with others of its year.',
  },
  advice: {
    zh: '请核对报告年度；年度无误的，按该年度的统一格式重新填表。',
    en: 'Check the year of the report; if it is right, fill in the tables of the form prescribed for it.',
  },
  *check({ year, tables }) {
    const prescribed = year === null ? undefined : editionOfYear(year)
    if (year === null || !prescribed) return
    const isEncouraged = prescribed.form.encouraged.includes(year)
    for (const table of tables) {
      const { id, edition, form } = table
      if (edition.id === prescribed.id || !differsBetweenEditions(id)) continue
      const isLight = isEncouraged || year < edition.form.years.from
      yield {
        at: table,
        data: {
          table: form.name,
          year,
          found: edition.id,
          expected: prescribed.id,
          document: prescribed.form.document,
        },
        severity: isLight ? 'warning' : 'error',
      }
    }
  },
  messages: {
    zh: ({ table, year, found, expected, document }) =>
      `${year}年度报告的${table}采用${found}年版格式，而该年度的统一格式是${expected}年版（${document}）。`,
    en: ({ table, year, found, expected, document }) =>
      `${tableInEnglish(table)} of the ${year} report uses the ${found} edition of the form, but the edition for that year is ${expected} (${document}).`,
  },
})
