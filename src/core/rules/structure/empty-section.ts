import { hasText, sectionOf, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { printedTitle, sectionForm } from './section-words.ts'

export const emptySection = reportRule({
  code: 'GJ136',
  name: 'empty-section',
  severity: 'warning',
  title: { zh: '标题下没有内容', en: 'Nothing stands under a heading' },
  basis: clauses.contents,
  why: {
    zh: '只有标题没有内容，看不出是没有需要报告的事项，还是漏写了。',
    en: 'Under a bare heading nobody can tell whether there was nothing to report or whether it was forgotten.',
  },
  advice: {
    zh: '请补写内容；没有需要报告的，请写“无”。',
    en: 'Write what is to be reported, or 无 if there is nothing.',
  },
  *check({ narrative }) {
    if (!hasText(narrative)) return
    for (const id of ['overall', 'other'] as const) {
      const section = sectionOf(narrative, id)
      if (!section || section.pictures > 0 || section.tables.length > 0) continue
      if (section.paragraphs.some(({ text }) => !isSignature(text))) continue
      const data = { section: printedTitle(sectionForm(id)) }
      yield { at: wholeOf(section.heading), data }
    }
  },
  messages: {
    zh: ({ section }) => `“${section}”下面没有内容。`,
    en: ({ section }) => `Nothing stands under “${section}”.`,
  },
})

/** A date, the body that signs, or what is attached. */
function isSignature(raw: string): boolean {
  const text = raw.replace(/[\s\u3000]/g, '')
  return (
    /^(?:20\d\d|二[〇○零]..)年.{1,3}月.{1,3}日$/.test(text) ||
    /^附件|^(?:联系人|联系电话)[:：]/.test(text) ||
    /^[\u3400-\u9fff]{2,30}(?:政府|镇|乡|街道|办事处|局|委员会|厅|办公室|中心)(?:[（(].{0,4}[)）])?$/.test(
      text,
    )
  )
}
