import { hasText, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { isAppendix, writtenTitle } from './section-words.ts'

export const extraSection = reportRule({
  code: 'GJ131',
  name: 'extra-section',
  severity: 'warning',
  title: { zh: '出现统一格式之外的部分', en: 'A section is not in the form' },
  basis: clauses.format,
  why: {
    zh: '年度报告的内容有规定，不能遗漏，也不宜泛化；格式之外的内容应写入相应的部分。',
    en: 'What the report covers is prescribed, no less and no more; other matters belong into one of the six sections.',
  },
  advice: {
    zh: '请把内容并入六个部分中相应的一个，例如“其他需要报告的事项”；是下一级标题的，请改用“（一）”一级的序号。',
    en: 'Move the text into the section it belongs to, such as 其他需要报告的事项; give a heading below a section a number of the next level, （一）.',
  },
  *check({ narrative }) {
    if (!hasText(narrative)) return
    for (const section of narrative.sections) {
      if (section.id !== null || isAppendix(section)) continue
      yield { at: wholeOf(section.heading), data: { found: writtenTitle(section) } }
    }
  },
  messages: {
    zh: ({ found }) => `“${found}”不是统一格式中的部分。`,
    en: ({ found }) => `“${found}” is not a section of the form.`,
  },
})
