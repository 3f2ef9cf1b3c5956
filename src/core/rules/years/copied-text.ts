import { sections } from '../../editions/index.ts'
import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'
import { likenessOf } from './likeness.ts'

export const copiedText = seriesRule({
  code: 'GJ512',
  name: 'copied-text',
  severity: 'warning',
  title: { zh: '正文与上年报告大致相同', en: 'The text is nearly that of the last report' },
  basis: yearClauses.copying,
  why: {
    zh: '总体情况、存在的主要问题及改进情况应当写当年的工作；除了数字都与上年一样，多半是照抄。',
    en: 'The overview and the problems should tell of the year; where all but the numbers is as a year ago, it was probably copied.',
  },
  advice: {
    zh: '请按当年的情况重写雷同的部分。',
    en: 'Write the part anew from what happened in the year.',
  },
  *check({ current, previous }) {
    if (!previous) return
    for (const { id, text } of current.sections) {
      const last = previous.sections.find(section => section.id === id)
      const likeness = last ? likenessOf(text, last.text) : null
      if (!likeness?.isNear) continue
      const form = sections.find(section => section.id === id)!
      yield {
        of: current,
        data: {
          section: `${form.number}、${form.title}`,
          percent: String(likeness.percent),
          year: String(previous.year),
        },
        sides: `${id} ${likeness.percent}%`,
      }
    }
  },
  messages: {
    zh: ({ section, percent, year }) =>
      `“${section}”与${year}年报告的文字有${percent}%相同（不计数字），疑似照抄。`,
    en: ({ section, percent, year }) =>
      `“${section}” repeats ${percent} % of the text of the report of ${year}, numbers aside; it was probably copied.`,
  },
})
