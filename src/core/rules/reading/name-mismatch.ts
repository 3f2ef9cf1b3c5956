import type { Format } from '../../document/format.ts'
import { problemRule, type Text } from '../rule.ts'
import { readableCells } from './basis.ts'

export const nameMismatch = problemRule({
  code: 'GJ004',
  name: 'name-mismatch',
  problem: 'name-mismatch',
  severity: 'warning',
  title: { zh: '扩展名与文件内容不符', en: 'The file extension does not match the content' },
  basis: readableCells,
  why: {
    zh: '扩展名与内容不符的文件，有些软件打不开，有些会提示文件已损坏。',
    en: 'Some programs will not open such a file, others report it as damaged.',
  },
  advice: {
    zh: '请用Excel、Word或WPS打开文件，表格另存为xlsx，文档另存为docx；不要只改文件名。',
    en: 'Open the file in Excel, Word or WPS and save a spreadsheet as xlsx, a document as docx; renaming it is not enough.',
  },
  messages: {
    zh: ({ extension, found }) =>
      `文件扩展名是${extension}，内容却是${contents[found].zh}，已按${contents[found].zh}读取。`,
    en: ({ extension, found }) =>
      `The file name ends in ${extension}, but the content is ${contents[found].en} and was read as such.`,
  },
})

const plainText: Text = { zh: '纯文本', en: 'plain text' }

const contents: Readonly<Record<Format, Text>> = {
  csv: plainText,
  tsv: plainText,
  txt: plainText,
  md: plainText,
  html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
  mht: { zh: '单文件网页（MHTML）', en: 'a web archive (MHTML)' },
  docx: { zh: 'Word文档（docx）', en: 'a Word document (docx)' },
  xlsx: { zh: 'Excel工作簿（xlsx）', en: 'an Excel workbook (xlsx)' },
  xls: { zh: 'Excel 97工作簿（xls）', en: 'an Excel 97 workbook (xls)' },
  ods: { zh: 'OpenDocument工作簿（ods）', en: 'an OpenDocument workbook (ods)' },
}
