import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const unreadableFile = problemRule({
  code: 'GJ011',
  name: 'unreadable-file',
  problem: 'unreadable-file',
  severity: 'error',
  title: { zh: '文件打不开', en: 'The file cannot be opened' },
  basis: readableCells,
  why: {
    zh: '打不开的文件没有核对；没有核对不等于没有问题。',
    en: 'A file that cannot be opened was not checked; that does not mean that its figures are right.',
  },
  advice: {
    zh: '请确认文件没有被其他程序占用，您有读取权限，网络磁盘或移动硬盘已连接。',
    en: 'Make sure that no other program holds the file, that you may read it, and that its network or removable drive is connected.',
  },
  messages: {
    zh: ({ reason }) => `文件打不开，内容未读取（技术信息：${reason}）。`,
    en: ({ reason }) => `The file could not be opened, so it was not read (${reason}).`,
  },
})
