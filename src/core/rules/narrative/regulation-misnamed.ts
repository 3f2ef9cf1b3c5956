import { paragraphsOf } from '../../model/narrative.ts'
import { declaredNames, misnamedRegulations } from '../../narrative/citations.ts'
import { reportRule } from '../rule.ts'
import { findingsIn, textOfAll } from './passages.ts'

export const regulationMisnamed = reportRule({
  code: 'GJ701',
  name: 'regulation-misnamed',
  severity: 'error',
  title: { zh: '条例名称有误', en: 'The Regulations are misnamed' },
  basis: {
    zh: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
    en: 'the title of the Regulations on Open Government Information (中华人民共和国政府信息公开条例)',
  },
  why: {
    zh: '年度报告的依据写错名称，是公开后最容易被指出的差错。',
    en: 'A wrong title of the very Regulations that the report rests on is the slip that readers point out first.',
  },
  advice: {
    zh: '请写全称《中华人民共和国政府信息公开条例》；用简称的，先写明“以下简称”。',
    en: 'Write the full title 《中华人民共和国政府信息公开条例》; a shorter name has to be declared first.',
  },
  *check({ narrative }) {
    const paragraphs = paragraphsOf(narrative)
    const declared = new Set(declaredNames(textOfAll(paragraphs)))
    yield* findingsIn(paragraphs, text => misnamedRegulations(text, declared))
  },
  messages: {
    zh: ({ found }) => `条例名称有误：“${found}”应为“《中华人民共和国政府信息公开条例》”。`,
    en: ({ found }) =>
      `The Regulations are misnamed: “${found}” should be “《中华人民共和国政府信息公开条例》”.`,
  },
})
