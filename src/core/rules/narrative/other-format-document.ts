import { paragraphsOf } from '../../model/narrative.ts'
import { otherFormatDocuments } from '../../narrative/citations.ts'
import { reportRule } from '../rule.ts'
import { clauses } from '../words.ts'
import { findingsIn } from './passages.ts'

export const otherFormatDocument = reportRule({
  code: 'GJ704',
  name: 'other-format-document',
  severity: 'warning',
  title: { zh: '引用的格式文件与报告年度不符', en: 'The format document cited is that of other years' },
  basis: clauses.format,
  why: {
    zh: '2021年度起使用〔2021〕30号文件的格式；引用另一份文件，往往是照抄了往年的报告。',
    en: 'From 2021 on the form is that of document 〔2021〕30号; citing the other one often means that an old report was copied.',
  },
  advice: { zh: '请改为本年度适用的文件号。', en: 'Cite the document for the year of the report.' },
  *check({ narrative, year }) {
    if (year === null) return
    for (const finding of findingsIn(paragraphsOf(narrative), text => otherFormatDocuments(text, year)))
      yield { ...finding, data: { ...finding.data, year } }
  },
  messages: {
    zh: ({ found, expected, year }) => `格式文件“${found}”不适用于${year}年度的报告，应为${expected}。`,
    en: ({ found, expected, year }) =>
      `“${found}” does not prescribe the form of reports on ${year}; that is “${expected}”.`,
  },
})
