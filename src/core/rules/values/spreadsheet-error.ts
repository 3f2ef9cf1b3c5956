import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const spreadsheetError = factRule({
  code: 'GJ206',
  name: 'spreadsheet-error',
  severity: 'error',

  title: { zh: '单元格是表格软件的错误值', en: 'The cell holds an error of the spreadsheet' },
  basis: clauses.format,
  why: {
    zh: '#REF!、#### 或科学记数法（1.2E+05）表明原来的数已经丢失或没有显示出来。',
    en: '#REF!, #### or scientific notation (1.2E+05) means that the number itself is lost or was not shown.',
  },
  advice: {
    zh: '请回到原表修好公式或加宽列，再填入完整的数字。',
    en: 'Repair the formula or widen the column in the original, then write the number in full.',
  },
  check: fact => (fact.notations.includes('spreadsheet-error') ? {} : null),
  messages: {
    zh: ({ cell, raw }) => `${cellName(cell)}是表格软件的错误值“${raw}”。`,
    en: ({ cell, raw }) => `${cellNameInEnglish(cell)} holds the spreadsheet error “${raw}”.`,
  },
})
