import { paragraphsOf } from '../../model/narrative.ts'
import { orderInForce, outdatedOrderNumbers } from '../../narrative/citations.ts'
import { reportRule } from '../rule.ts'
import { revisedRegulation } from './bases.ts'
import { findingsIn } from './passages.ts'

export const outdatedOrderNumber = reportRule({
  code: 'GJ702',
  name: 'outdated-order-number',
  severity: 'warning',
  title: { zh: '条例的国务院令号有误', en: 'The order number of the Regulations is wrong' },
  basis: revisedRegulation,
  why: {
    zh: '条例2019年修订后以国务院令第711号公布，第492号是修订前的文本。',
    en: 'The Regulations as revised in 2019 were issued by State Council Order No. 711; No. 492 is the text before.',
  },
  advice: { zh: '请改为国务院令第711号，或删去令号。', en: 'Write No. 711, or leave the number out.' },
  *check({ narrative, year }) {
    if (year !== null && year < 2019) return
    yield* findingsIn(paragraphsOf(narrative), outdatedOrderNumbers)
  },
  messages: {
    zh: ({ found }) => `条例的国务院令号写作“${found}”，应为第${orderInForce}号。`,
    en: ({ found }) => `The Regulations are cited as order “${found}”; it is No. ${orderInForce}.`,
  },
})
