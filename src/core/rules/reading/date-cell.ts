import { problemRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'

export const dateCell = problemRule({
  code: 'GJ010',
  name: 'date-cell',
  problem: 'date-cell',
  severity: 'error',
  title: { zh: '填写的内容变成了日期', en: 'An entry was turned into a date' },
  basis: clauses.accuracy,
  why: {
    zh: '表格软件会把“3/1”“2-1”一类内容自动改成日期，原来填的内容已不在文件中。',
    en: 'Spreadsheets turn entries such as 3/1 or 2-1 into dates, and what was typed is no longer in the file.',
  },
  advice: {
    zh: '请把单元格格式改为“常规”或“文本”，对照原始资料重新填写。',
    en: 'Set the format of the cell to General or Text and enter the figure again from your records.',
  },
  messages: {
    zh: ({ shown }) => `单元格的内容是日期“${quoted(shown)}”，不是数，可能是表格软件自动转换的。`,
    en: ({ shown }) =>
      `The cell holds the date “${quoted(shown)}”, not a figure; the spreadsheet probably converted what was entered.`,
  },
})
