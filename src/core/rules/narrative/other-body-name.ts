import { paragraphsOf } from '../../model/narrative.ts'
import { otherBodiesAsSubject } from '../../narrative/other-bodies.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { findingsIn } from './passages.ts'

export const otherBodyName = reportRule({
  code: 'GJ709',
  name: 'other-body-name',
  severity: 'warning',
  title: { zh: '正文写的是别的单位', en: 'The text tells of another body' },
  basis: clauses.accuracy,
  why: {
    zh: '借用别的单位的报告作底稿，单位名称没有改全，就会这样。',
    en: 'This happens when the report of another body was taken as a draft and its name was left standing.',
  },
  advice: {
    zh: '请核对这一句说的是哪个单位，并检查附近的文字是否也来自那份报告。',
    en: 'Check whose work the sentence tells of, and whether more of that report was left in.',
  },
  *check({ narrative, body, expected }) {
    if (body === null) return
    for (const finding of findingsIn(paragraphsOf(narrative), text =>
      otherBodiesAsSubject(text, body, expected.otherBodies),
    ))
      yield { ...finding, data: { ...finding.data, body } }
  },
  messages: {
    zh: ({ found, body }) => `这是“${body}”的报告，此处写的却是“${found}”的工作。`,
    en: ({ found, body }) =>
      `This is the report of “${body}”, yet the sentence tells of the work of “${found}”.`,
  },
})
