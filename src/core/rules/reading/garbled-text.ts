import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const garbledText = problemRule({
  code: 'GJ012',
  name: 'garbled-text',
  problem: 'garbled-text',
  severity: 'error',
  title: { zh: '文件中的汉字是乱码', en: 'The Chinese text of the file is garbled' },
  basis: readableCells,
  why: {
    zh: '汉字在保存时已经损坏，认不出表格的行和列，其中的数没有核对。',
    en: 'The text was destroyed when the file was saved; without its labels no row or column can be told, and nothing was checked.',
  },
  advice: {
    zh: '请从原来的工作簿或系统重新导出；用Excel打开CSV出现乱码时不要保存，应从“数据”菜单导入并选择UTF-8编码。',
    en: 'Export the file again from the original workbook or system; when Excel shows a CSV garbled, do not save it but import it from the Data menu as UTF-8.',
  },
  messages: {
    zh: ({ garbling }) =>
      garbling === 'misread'
        ? '汉字是乱码：文件曾以错误的编码打开并重新保存，内容无法读取。'
        : '汉字都变成了问号，原来的内容已不在文件中。',
    en: ({ garbling }) =>
      garbling === 'misread'
        ? 'The Chinese text is garbled: the file was opened in a wrong encoding and saved again, so it cannot be read.'
        : 'All Chinese characters have become question marks; what they were is no longer in the file.',
  },
})
