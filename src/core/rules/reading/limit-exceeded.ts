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
    zh: '请只保留年度报告的表格，删去其他工作表、图片和多余的空行空列，另存为新文件；确需读取更大的文件，可用--limit加括号中的名称放宽上限，例如--limit cells=5000000。',
    en: 'Keep only the tables of the report, delete other sheets, pictures and unused rows and columns, and save the rest as a new file; to read a larger file, raise the limit named in brackets, for example with --limit cells=5000000.',
  },
  messages: {
    zh: ({ limit, actual, allowed }) => {
      const { name, unit } = limits[limit]
      const found = actual === '' ? '' : `为${actual}${unit.zh}，`
      return `${name.zh}${found}超过上限${allowed}${unit.zh}（${limit}），内容未能全部读取。`
    },
    en: ({ limit, actual, allowed }) => {
      const { name, unit } = limits[limit]
      const found = actual === '' ? 'is' : `is ${actual}${unit.en},`
      return `The ${name.en} ${found} above the limit of ${allowed}${unit.en} (${limit}), so the file was not read in full.`
    },
  },
})

const megabytes: Text = { zh: ' MB', en: ' MB' }
const none: Text = { zh: '', en: '' }

const limits: Readonly<Record<Limit, { readonly name: Text; readonly unit: Text }>> = {
  fileSize: { name: { zh: '文件大小', en: 'file size' }, unit: megabytes },
  inflatedSize: { name: { zh: '文件解压后的大小', en: 'size of the unpacked file' }, unit: megabytes },
  inflatedRatio: {
    name: { zh: '文件的压缩倍数', en: 'ratio at which the file is packed' },
    unit: none,
  },
  cells: { name: { zh: '单元格数', en: 'number of cells' }, unit: none },
  sheets: { name: { zh: '工作表或表格的个数', en: 'number of sheets or tables' }, unit: none },
  nesting: { name: { zh: '标记嵌套的层数', en: 'depth of nested elements' }, unit: none },
  seconds: { name: { zh: '读取用时', en: 'time it takes to read the file' }, unit: { zh: '秒', en: ' s' } },
  memory: { name: { zh: '读取所需内存', en: 'memory it takes to read the file' }, unit: megabytes },
}
