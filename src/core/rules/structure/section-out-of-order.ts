import { sections as forms } from '../../editions/index.ts'
import { hasText, orderOfNumber, type Section, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { isAppendix, writtenTitle } from './section-words.ts'

export const sectionOutOfOrder = reportRule({
  code: 'GJ129',
  name: 'section-out-of-order',
  severity: 'warning',
  title: { zh: '各部分的顺序或序号不对', en: 'Sections or their numbers are out of order' },
  basis: clauses.format,
  why: {
    zh: '六个部分的顺序是统一格式规定的；顺序颠倒，序号重复或跳号，多半是复制时漏了或错放了一段。',
    en: 'The form prescribes the order of the six sections; a section in another place, or a number that is repeated or left out, mostly comes of copying.',
  },
  advice: {
    zh: '请按统一格式排列六个部分，并从“一”到“六”连续编号。',
    en: 'Put the six sections into the order of the form, numbered from 一 to 六.',
  },
  *check({ narrative }) {
    if (!hasText(narrative)) return
    const own = narrative.sections.filter(section => !isAppendix(section))
    const moved = misplaced(own)
    if (moved) {
      const { section, before } = moved
      const data = { found: writtenTitle(section), other: writtenTitle(before), expected: '' }
      yield { at: wholeOf(section.heading), data }
      return
    }
    const wrong = misnumbered(own)
    if (!wrong) return
    const { section, expected } = wrong
    yield { at: wholeOf(section.heading), data: { found: writtenTitle(section), other: '', expected } }
  },
  messages: {
    zh: ({ found, other, expected }) =>
      other
        ? `“${found}”排在了“${other}”之后，顺序与统一格式不符。`
        : `“${found}”的序号不对，接着上一部分应为“${expected}”。`,
    en: ({ found, other, expected }) =>
      other
        ? `“${found}” stands after “${other}”, which is not the order of the form.`
        : `The number of “${found}” is wrong; after the section before it, it should be “${expected}”.`,
  },
})

/** The first section that the form has before one that stands above it. */
function misplaced(sections: readonly Section[]): { section: Section; before: Section } | null {
  let last: Section | null = null
  for (const section of sections) {
    if (section.id === null) continue
    if (last && placeOf(section) < placeOf(last)) return { section, before: last }
    last = section
  }
  return null
}

/** The first number that neither is that of its section nor goes on from the one before. */
function misnumbered(sections: readonly Section[]): { section: Section; expected: string } | null {
  let before = 0
  for (const section of sections) {
    const order = orderOfNumber(section.number)
    if (order > 0 && order !== placeOf(section) && order !== before + 1)
      return { section, expected: '一二三四五六七八九十'[before]! }
    // A table may stand for a section whose heading has no number.
    before = order > 0 ? order : before + 1
  }
  return null
}

/** From 1; 0 for a section that the form does not have. */
function placeOf({ id }: Section): number {
  return forms.findIndex(form => form.id === id) + 1
}
