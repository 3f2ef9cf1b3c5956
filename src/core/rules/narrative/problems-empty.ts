import { sectionOf, wholeOf } from '../../model/narrative.ts'
import { missingParts, saysNothing } from '../../narrative/contents.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { textOfAll } from './passages.ts'

export const problemsEmpty = reportRule({
  code: 'GJ727',
  name: 'problems-empty',
  severity: 'warning',
  title: { zh: '第五部分为空或过于简单', en: 'Section 五 is empty or says too little' },
  basis: clauses.contents,
  why: {
    zh: '条例要求报告存在的主要问题和改进情况，只写“无”等于没有报告。',
    en: 'The report has to tell of problems and improvements; 无 alone tells of neither.',
  },
  advice: {
    zh: '请写明存在的主要问题和改进情况。',
    en: 'Tell of the main problems and of what was improved.',
  },
  *check({ narrative }) {
    const section = sectionOf(narrative, 'problems')
    if (!section) return
    const text = textOfAll(section.paragraphs)
    const missing = saysNothing(text) ? ['all'] : missingParts(text)
    if (missing.length > 0) yield { at: wholeOf(section.heading), data: { missing } }
  },
  messages: {
    zh: ({ missing }) =>
      missing.length > 1 || missing[0] === 'all'
        ? '第五部分内容为空或过于简单。'
        : `第五部分没有写${missing[0] === 'problems' ? '存在的主要问题' : '改进情况'}。`,
    en: ({ missing }) =>
      missing.length > 1 || missing[0] === 'all'
        ? 'Section 五 is empty or says too little.'
        : `Section 五 tells of no ${missing[0] === 'problems' ? 'problems' : 'improvements'}.`,
  },
})
