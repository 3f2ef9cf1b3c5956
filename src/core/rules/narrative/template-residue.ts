import { paragraphsOf } from '../../model/narrative.ts'
import { templateResidues } from '../../narrative/residue.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { findingsIn } from './passages.ts'

export const templateResidue = reportRule({
  code: 'GJ708',
  name: 'template-residue',
  severity: 'error',
  title: { zh: '正文残留模板文字', en: 'Words of a template were left in the text' },
  basis: clauses.contents,
  why: {
    zh: '“XX”“请填写”一类的文字说明这一处没有填写，公开后一眼可见。',
    en: 'Letters such as XX, or “请填写”, show that something was never filled in, and everybody sees it.',
  },
  advice: { zh: '请填写实际内容，或删去这处文字。', en: 'Write what belongs there, or delete it.' },
  *check({ narrative }) {
    yield* findingsIn(paragraphsOf(narrative), templateResidues)
  },
  messages: {
    zh: ({ found }) => `正文残留模板文字“${found.trim()}”。`,
    en: ({ found }) => `Words of a template were left in: “${found.trim()}”.`,
  },
})
