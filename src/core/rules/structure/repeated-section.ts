import type { SectionId } from '../../editions/index.ts'
import { hasText, type Section, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { writtenTitle } from './section-words.ts'

export const repeatedSection = reportRule({
  code: 'GJ137',
  name: 'repeated-section',
  severity: 'warning',
  title: { zh: '同一部分出现两次', en: 'A section stands twice in the report' },
  basis: clauses.format,
  why: {
    zh: '同一部分写了两次，读者不知道以哪一处为准；多半是复制时没有删去旧稿。',
    en: 'Of two versions of a section nobody knows which one counts; mostly an earlier draft was not deleted.',
  },
  advice: {
    zh: '请只保留一处，或者把标题改成它应有的标题。',
    en: 'Keep one of them, or give the other the heading that it should have.',
  },
  *check({ narrative }) {
    if (!hasText(narrative)) return
    const seen = new Map<SectionId, Section>()
    for (const section of narrative.sections) {
      if (section.id === null) continue
      const first = seen.get(section.id)
      if (!first) seen.set(section.id, section)
      else
        yield {
          at: wholeOf(section.heading),
          data: { found: writtenTitle(section), first: writtenTitle(first) },
        }
    }
  },
  messages: {
    zh: ({ found, first }) => `“${found}”与前面的“${first}”是同一部分，出现了两次。`,
    en: ({ found, first }) => `“${found}” is the same section as “${first}” above it.`,
  },
})
