import { type TableId, tableIds } from '../../editions/index.ts'
import { type Section, sectionOf, wholeOf } from '../../model/narrative.ts'
import { type Report, tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { printedTitle, sectionForm } from './section-words.ts'

export const tableAsPicture = reportRule({
  code: 'GJ133',
  name: 'table-as-picture',
  severity: 'error',
  title: { zh: '统计表是图片', en: 'A table is a picture' },
  basis: clauses.contents,
  why: {
    zh: '图片中的数不能核对，也不能检索、复制和朗读，公众和汇总的人都用不了。',
    en: 'The figures in a picture can be neither checked nor searched, copied, read aloud or added up.',
  },
  advice: {
    zh: '请用原来的Word或Excel表格代替图片。',
    en: 'Put the table of the Word or Excel source in the place of the picture.',
  },
  *check(report) {
    for (const id of tableIds) {
      const section = sectionWithPicture(report, id)
      if (section)
        yield {
          at: wholeOf(section.heading),
          data: { section: printedTitle(sectionForm(id)), count: section.pictures },
        }
    }
  },
  messages: {
    zh: ({ section, count }) => `“${section}”部分没有表，只有${count}张图片，其中的数没有核对。`,
    en: ({ section, count }) =>
      `The section “${section}” has no table but ${count === 1 ? 'a picture' : `${count} pictures`}, whose figures were not checked.`,
  },
})

/** The section of a missing table, if a picture stands there. */
export function sectionWithPicture(report: Report, id: TableId): Section | null {
  const section = sectionOf(report.narrative, id)
  const isPicture = section && section.pictures > 0 && section.tables.length === 0
  return isPicture && tableOf(report, id) === undefined ? section : null
}
