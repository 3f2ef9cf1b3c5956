import { paragraphsOf } from '../../model/narrative.ts'
import { wrongBrackets } from '../../narrative/citations.ts'
import { reportRule } from '../rule.ts'
import { officialWriting } from './bases.ts'
import { findingsIn } from './passages.ts'

export const documentNumberBrackets = reportRule({
  code: 'GJ705',
  name: 'document-number-brackets',
  severity: 'info',
  title: { zh: '发文字号的年份没有用六角括号', en: 'The year of a document number stands in other brackets' },
  basis: officialWriting,
  why: {
    zh: '发文字号的年份用六角括号“〔〕”括入，其他括号会被当作别的编号。',
    en: 'The year of a document number stands in 〔〕; other brackets mark other kinds of numbers.',
  },
  advice: { zh: '请改用六角括号“〔〕”。', en: 'Use the brackets 〔〕.' },
  *check({ narrative }) {
    yield* findingsIn(paragraphsOf(narrative), wrongBrackets)
  },
  messages: {
    zh: ({ found, expected }) => `发文字号“${found}”应写作“${expected}”。`,
    en: ({ found, expected }) => `The document number “${found}” should read “${expected}”.`,
  },
})
