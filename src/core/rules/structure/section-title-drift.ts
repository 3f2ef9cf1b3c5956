import { hasText, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { clauses, shortened } from '../words.ts'
import { printedTitle, sectionForm } from './section-words.ts'

export const sectionTitleDrift = reportRule({
  code: 'GJ130',
  name: 'section-title-drift',
  severity: 'info',
  title: { zh: '部分的标题与统一格式不同', en: 'The heading of a section differs from the form' },
  basis: clauses.format,
  why: {
    zh: '各单位的报告用同样的标题，读者才便于查找和比较。',
    en: 'Readers find and compare what all reports put under the same headings.',
  },
  advice: { zh: '请改用统一格式的标题。', en: 'Use the heading of the form.' },
  *check({ narrative }) {
    if (!hasText(narrative)) return
    for (const { id, title, hasKnownTitle, heading } of narrative.sections) {
      if (id === null || hasKnownTitle) continue
      const data = { found: shortened(title), expected: printedTitle(sectionForm(id)) }
      yield { at: wholeOf(heading), data }
    }
  },
  messages: {
    zh: ({ found, expected }) => `标题“${found}”与统一格式的“${expected}”不同。`,
    en: ({ found, expected }) => `The heading “${found}” differs from “${expected}” in the form.`,
  },
})
