import { hasText, type Paragraph, type Passage } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'

export const titleYearMismatch = reportRule({
  code: 'GJ135',
  name: 'title-year-mismatch',
  severity: 'error',
  title: { zh: '标题的年份与统计期限不符', en: 'The year of the title is not that of the period' },
  basis: {
    zh: '《政府信息公开条例》第四十九条（报告上一年度的工作）',
    en: 'Article 49 of the Regulations on Open Government Information (the report is about one year)',
  },
  why: {
    zh: '标题和统计期限不是同一年，读者不知道数是哪一年的；多半是沿用上年的报告时漏改了一处。',
    en: 'With two years nobody can tell which one the figures are of; mostly one of them was left as it was in last year’s report.',
  },
  advice: {
    zh: '请核对报告的年度，改正写错的一处。',
    en: 'Find out which year is right and correct the other one.',
  },
  *check({ narrative }) {
    if (!hasText(narrative) || !narrative.title) return
    const title = /20\d\d/.exec(narrative.titleText)?.[0]
    const stated = [...narrative.preface, ...narrative.sections.flatMap(({ paragraphs }) => paragraphs)]
      .map(periodIn)
      .find(Boolean)
    if (title === undefined || !stated || stated.year === title) return
    yield { at: stated.passage, data: { title, period: stated.year } }
  },
  messages: {
    zh: ({ title, period }) => `标题写的是${title}年，统计期限写的是${period}年。`,
    en: ({ title, period }) => `The title says ${title}, but the period of the figures is ${period}.`,
  },
})

const period =
  /(20\d\d)\s*年\s*1\s*月\s*1\s*日\s*(?:起)?\s*(?:至|到|[-—–~～])+\s*(?:\1\s*年)?\s*12\s*月\s*31\s*日/

/** The calendar year that a paragraph states as the period of the figures. */
function periodIn(paragraph: Paragraph): { year: string; passage: Passage } | null {
  const match = period.exec(paragraph.text)
  if (!match) return null
  const { 0: text, 1: year, index } = match
  return { year: year!, passage: { paragraph, start: index, end: index + text.length } }
}
