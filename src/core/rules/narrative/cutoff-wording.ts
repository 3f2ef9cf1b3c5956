import { paragraphsOf } from '../../model/narrative.ts'
import { cutoffs } from '../../narrative/dates.ts'
import { reportRule } from '../rule.ts'
import { officialWriting } from './bases.ts'
import { findingsIn } from './passages.ts'

export const cutoffWording = reportRule({
  code: 'GJ723',
  name: 'cutoff-wording',
  severity: 'info',
  title: { zh: '日期前用了“截止”', en: '截止 stands before a date' },
  basis: officialWriting,
  why: {
    zh: '“截止”表示到此停止，不带日期；说到某一天为止用“截至”。',
    en: '截止 means to end and takes no date; up to a day is 截至.',
  },
  advice: { zh: '请改为“截至”。', en: 'Write 截至.' },
  *check({ narrative }) {
    yield* findingsIn(paragraphsOf(narrative), cutoffs)
  },
  messages: {
    zh: ({ found }) => `日期前的“${found}”宜作“截至”。`,
    en: ({ found }) => `Before a date, “${found}” is better written “截至”.`,
  },
})
