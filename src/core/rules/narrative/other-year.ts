import { sectionOf, sentencesOf, textOf } from '../../model/narrative.ts'
import { otherYearOfWork, otherYearsOfReport } from '../../narrative/dates.ts'
import { type Finding, reportRule } from '../rule.ts'
import { reportPeriod } from './bases.ts'
import { findingsIn } from './passages.ts'

export const otherYear = reportRule({
  code: 'GJ707',
  name: 'other-year',
  severity: 'warning',
  title: { zh: '正文写的是另一年的工作', en: 'The text tells of the work of another year' },
  basis: reportPeriod,
  why: {
    zh: '正文开头的年份与报告年度不同，往往是沿用了往年的文字。',
    en: 'Where the text begins with another year, it was often taken over from an older report.',
  },
  advice: {
    zh: '请核对年份，并检查这一段是否整体抄自往年。',
    en: 'Check the year, and whether the passage was copied from an older report.',
  },
  *check({ narrative, year }) {
    if (year === null) return
    const overall = sectionOf(narrative, 'overall')?.paragraphs ?? []
    const opening = [...narrative.preface, ...overall.slice(0, 1)]
    const found: Finding<{ found: string; year: number }>[] = [
      ...findingsIn(opening, text => otherYearsOfReport(text, year)),
    ]
    for (const paragraph of overall) {
      // Who tells of both years compares them.
      if (paragraph.text.includes(`${year}年`)) continue
      const first = sentencesOf(paragraph)[0]!
      const slip = otherYearOfWork(textOf(first), year)
      if (!slip) continue
      const [start, end] = [first.start + slip.start, first.start + slip.end]
      found.push({ at: { paragraph, start, end }, data: { found: slip.found, year: slip.year } })
    }
    for (const finding of found)
      yield { ...finding, data: { found: finding.data.found, said: finding.data.year, year } }
  },
  messages: {
    zh: ({ said, year }) => `此处写的是${said}年，而报告年度是${year}年。`,
    en: ({ said, year }) => `This is said of ${said}, while the report is of ${year}.`,
  },
})
