import { problemRule } from '../rule.ts'

export const unclosedQuote = problemRule({
  code: 'GJ007',
  name: 'unclosed-quote',
  problem: 'unclosed-quote',
  severity: 'error',
  title: { zh: '双引号不成对', en: 'A quotation mark is never closed' },
  basis: {
    zh: 'csv文件的通行约定（RFC 4180）：单元格内容用双引号括起时，前后引号成对',
    en: 'the common convention of csv files (RFC 4180): a quoted cell has a quotation mark at either end',
  },
  why: {
    zh: '引号不成对，就看不出单元格到哪里为止，数可能归到别的列或别的行。',
    en: 'Without its partner it cannot be told where a cell ends, and figures may end up in another column or row.',
  },
  advice: {
    zh: '请删去多余的双引号，或补上缺少的一个；也可以用Excel或WPS重新导出csv。',
    en: 'Remove the stray quotation mark or add the missing one, or export the csv file again from Excel or WPS.',
  },
  messages: {
    zh: () => '文件中有一个半角双引号（"）不成对，全部双引号因此都按普通字符读取。',
    en: () =>
      'A quotation mark (") is never closed, so all quotation marks in the file were read as ordinary characters.',
  },
})
