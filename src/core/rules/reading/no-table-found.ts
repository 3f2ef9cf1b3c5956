import { problemRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'

export const noTableFound = problemRule({
  code: 'GJ001',
  name: 'no-table-found',
  problem: 'no-table-found',
  severity: 'error',
  title: { zh: '没有找到统计表', en: 'No table of the form was found' },
  basis: clauses.contents,
  why: {
    zh: '文件看来是年度报告，却没有一个数可以核对；没有核对不等于没有问题。',
    en: 'The file looks like an annual report, yet none of its figures could be checked; that does not mean that they are right.',
  },
  advice: {
    zh: '请确认表二、表三、表四在文件中，不是图片，表头和行名与统一格式一致；如果这不是年度报告，请把它移出核对范围。',
    en: 'Make sure that Tables 2, 3 and 4 are in the file, not as pictures, with the heads and row labels of the form; leave the file out of the check if it is no annual report.',
  },
  messages: {
    zh: ({ sign }) => `从“${quoted(sign)}”看，这是一份年度报告，但文件中没有找到可以核对的统计表。`,
    en: ({ sign }) =>
      `“${quoted(sign)}” suggests an annual report, but no table was found that could be checked.`,
  },
})
