import type { Limit } from '../../document/problem.ts'
import { problemRule, type Text } from '../rule.ts'
import { readableCells } from './basis.ts'

export const limitExceeded = problemRule({
  code: 'GJ008',
  name: 'limit-exceeded',
  problem: 'limit-exceeded',
  severity: 'error',
  title: { zh: '文件超过读取上限', en: 'The file is larger than what is read' },
  basis: readableCells,
  why: {
    zh: '超过上限的内容没有读取，其中的数没有核对；只含三张统计表的文件远小于上限。',
    en: 'What goes beyond the limit was not read, so the figures in it were not checked; a file with just the three tables stays far below it.',
  },
  advice: {
    zh: '请只保留年度报告的表格，删去其他工作表、图片和多余的空行空列，另存为新文件。',
    en: 'Keep only the tables of the report, delete other sheets, pictures and unused rows and columns, and save the rest as a new file.',
  },
  messages: {
    zh: ({ limit, actual, allowed }) =>
      `${limits[limit].zh}为${actual}，超过上限${allowed}，内容未能全部读取。`,
    en: ({ limit, actual, allowed }) =>
      `The ${limits[limit].en} is ${actual}, above the limit of ${allowed}, so the file was not read in full.`,
  },
})

const limits: Readonly<Record<Limit, Text>> = {
  'file-size': { zh: '文件大小', en: 'file size' },
  'inflated-size': { zh: '工作簿解压后的大小', en: 'size of the unpacked workbook' },
  cells: { zh: '单元格数', en: 'number of cells' },
}
