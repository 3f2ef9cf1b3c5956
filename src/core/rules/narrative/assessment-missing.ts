import type { BodyType } from '../../model/body.ts'
import { hasText, paragraphsOf, sectionOf, wholeOf } from '../../model/narrative.ts'
import { missingAssessments } from '../../narrative/contents.ts'
import { reportRule } from '../rule.ts'
import { clauses, listEn, listZh } from '../words.ts'
import { textOfAll } from './passages.ts'

const governments: readonly (BodyType | null)[] = ['province', 'prefecture', 'county']

export const assessmentMissing = reportRule({
  code: 'GJ728',
  name: 'assessment-missing',
  severity: 'warning',
  title: {
    zh: '政府年报缺少考核、评议和追责情况',
    en: 'A government’s report leaves out how it was assessed',
  },
  basis: clauses.contents,
  why: {
    zh: '县级以上地方政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。',
    en: 'The report of a government also covers assessment of the work, public evaluation, and whom was held to account.',
  },
  advice: { zh: '请在总体情况的监督保障部分补写。', en: 'Add it to section 一, under supervision.' },
  *check({ narrative, expected }) {
    const section = sectionOf(narrative, 'overall')
    if (!section || !hasText(narrative) || !governments.includes(expected.bodyType)) return
    const missing = missingAssessments(textOfAll(paragraphsOf(narrative)))
    if (missing.length > 0) yield { at: wholeOf(section.heading), data: { missing } }
  },
  messages: {
    zh: ({ missing }) => `政府的年度报告没有写${listZh(missing)}。`,
    en: ({ missing }) => `The report of a government does not tell of ${listEn(missing)}.`,
  },
})
