import { problemRule } from '../rule.ts'
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
    zh: '请用Excel或WPS打开文件，另存为xlsx；不要只改文件名。',
    en: 'Open the file in Excel or WPS and save it as xlsx; renaming it is not enough.',
  },
  messages: {
    zh: ({ extension, found }) => {
      const content = found === 'text' ? '纯文本' : `${found}格式`
      return `文件扩展名是${extension}，内容却是${content}，已按${content}读取。`
    },
    en: ({ extension, found }) => {
      const content = found === 'text' ? 'plain text' : found
      return `The file name ends in ${extension}, but the content is ${content} and was read as such.`
    },
  },
})
