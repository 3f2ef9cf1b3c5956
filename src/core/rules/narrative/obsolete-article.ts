import { paragraphsOf } from '../../model/narrative.ts'
import { obsoleteArticles } from '../../narrative/citations.ts'
import { reportRule } from '../rule.ts'
import { revisedRegulation } from './bases.ts'
import { findingsIn } from './passages.ts'

export const obsoleteArticle = reportRule({
  code: 'GJ703',
  name: 'obsolete-article',
  severity: 'warning',
  title: { zh: '编制依据是旧条例的条款', en: 'The report rests on an article of the old Regulations' },
  basis: revisedRegulation,
  why: {
    zh: '年度报告在旧条例中是第三十一、三十二条，2019年修订后是第四十九、五十条；现在的第三十一、三十二条讲的是收到申请的时间和征求第三方意见。',
    en: 'Articles 31 and 32 were about the report before 2019; since then Articles 49 and 50 are, and 31 and 32 are about other things.',
  },
  advice: { zh: '请改为第四十九条、第五十条。', en: 'Cite Articles 49 and 50.' },
  *check({ narrative, year }) {
    if (year !== null && year < 2019) return
    yield* findingsIn(paragraphsOf(narrative), obsoleteArticles)
  },
  messages: {
    zh: ({ found }) => `作为年度报告依据引用的“${found}”是旧条例的条款，应为第四十九条、第五十条。`,
    en: ({ found }) =>
      `The report cites “${found}” as its ground, an article of the old Regulations; it is Articles 49 and 50.`,
  },
})
