import type { Advice } from '../../document/problem.ts'
import { problemRule, type Text } from '../rule.ts'
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
    zh: '表格文件请用Excel或WPS打开后另存为xlsx；doc、wps和rtf请用Word或WPS打开后另存为docx；PDF、OFD和图片请向制作人索取Word或Excel原文件；压缩包请先解压。',
    en: 'Open spreadsheets in Excel or WPS and save them as xlsx; open doc, wps and rtf files in Word or WPS and save them as docx; for PDF or OFD files and pictures, ask for the Word or Excel source; unpack archives first.',
  },
  messages: {
    zh: ({ format, advice, readable }) =>
      readable === undefined
        ? `${format}格式的文件不能直接核对，${todo[advice].zh}。`
        : `${format}格式的文件不能直接核对；同名的“${readable}”已经核对，但这一份的数字没有与它比较，请人工核对两份是否一致。`,
    en: ({ format, advice, readable }) =>
      readable === undefined
        ? `Files in ${format} format cannot be checked directly; ${todo[advice].en}.`
        : `Files in ${format} format cannot be checked directly; “${readable}” of the same name was checked, but the figures of this one were not compared with it: see for yourself that both agree.`,
  },
})

const todo: Readonly<Record<Advice, Text>> = {
  'save-as-xlsx': { zh: '请另存为xlsx', en: 'save the file as xlsx' },
  'save-as-docx': { zh: '请另存为docx', en: 'save the file as docx' },
  'export-tables': {
    zh: '请用Word或Excel原文件核对',
    en: 'check the Word or Excel source instead',
  },
  unpack: { zh: '请解压后核对其中的文件', en: 'unpack it and check the files in it' },
}
