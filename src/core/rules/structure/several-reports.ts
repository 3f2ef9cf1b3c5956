import { problemRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'

export const severalReports = problemRule({
  code: 'GJ121',
  name: 'several-reports',
  problem: 'several-reports',
  severity: 'error',
  title: { zh: '一个文件里有几份报告', en: 'A file holds several reports' },
  basis: clauses.arithmetic,
  why: {
    zh: '不同单位或年度的表混在一起核对，结果没有意义；后一份报告的表没有核对。',
    en: 'Tables of different bodies or years mean nothing when checked together; those of the later report were not checked.',
  },
  advice: {
    zh: '请把每个单位、每个年度的报告分别存成一个文件再核对。',
    en: 'Save the report of each body and year in a file of its own and check again.',
  },
  messages: {
    zh: ({ first, second }) =>
      `“${quoted(first)}”的表旁边或之间出现了另一份报告的标题“${quoted(second)}”，从这里起的表未核对。`,
    en: ({ first, second }) =>
      `Beside or among the tables of “${quoted(first)}” stands the title of another report, “${quoted(second)}”; the tables from there on were not checked.`,
  },
})
