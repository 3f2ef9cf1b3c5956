import { problemRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const unclearEdition = problemRule({
  code: 'GJ104',
  name: 'unclear-edition',
  problem: 'unclear-edition',
  severity: 'warning',
  title: { zh: '看不出采用哪一版格式', en: 'The edition of the form is unclear' },
  basis: clauses.format,
  why: {
    zh: '各版格式的项目不同；版本认错了，核对结果就不可靠。',
    en: 'The editions differ in their items; checked against the wrong one, the results cannot be relied on.',
  },
  advice: {
    zh: '请在标题或文件名中写明报告年度，如“2023年政府信息公开工作年度报告”，表头和行名保留统一格式的写法。',
    en: 'State the year of the report in its title or file name, such as 2023年政府信息公开工作年度报告, and keep the heads and labels of the form.',
  },
  messages: {
    zh: ({ table, assumed }) => `从${table}的项目和报告年度都看不出采用哪一版格式，暂按${assumed}年版核对。`,
    en: ({ table, assumed }) =>
      `Neither the items of ${tableInEnglish(table)} nor the year of the report shows which edition of the form was used; the ${assumed} edition was assumed.`,
  },
})
