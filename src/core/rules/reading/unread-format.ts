import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const unreadFormat = problemRule({
  code: 'GJ003',
  name: 'unread-format',
  problem: 'unread-format',
  severity: 'error',
  title: { zh: '文件格式不能直接核对', en: 'The file format cannot be checked directly' },
  basis: readableCells,
  why: {
    zh: '文件中的数没有核对；没有核对不等于没有问题。',
    en: 'None of the figures in the file were checked; that does not mean that they are right.',
  },
  advice: {
    zh: '表格文件请用Excel或WPS打开后另存为xlsx或csv；Word文档和网页请把表格复制到空白工作簿中再保存；PDF、OFD和图片请向制作人索取Word或Excel原文件。',
    en: 'Open spreadsheets in Excel or WPS and save them as xlsx or csv; copy tables from Word or a web page into an empty workbook; for PDF or OFD files and pictures, ask for the Word or Excel source.',
  },
  messages: {
    zh: ({ format, advice }) =>
      advice === 'export-tables'
        ? `${format}格式的文件不能直接核对，请从Word或Excel原文件中把表格存为xlsx或csv。`
        : `${format}格式的文件不能直接核对，请把其中的表格另存为xlsx或csv。`,
    en: ({ format, advice }) =>
      advice === 'export-tables'
        ? `Files in ${format} format cannot be checked directly; save the tables as xlsx or csv from the Word or Excel source.`
        : `Files in ${format} format cannot be checked directly; save the tables as xlsx or csv.`,
  },
})
