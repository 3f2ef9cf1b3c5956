import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const protectedFile = problemRule({
  code: 'GJ006',
  name: 'protected-file',
  problem: 'protected-file',
  severity: 'error',
  title: { zh: '文件设有打开密码', en: 'The file is protected by a password' },
  basis: readableCells,
  why: {
    zh: '加密的内容无法读取，其中的数没有核对。',
    en: 'Encrypted content cannot be read, so none of the figures were checked.',
  },
  advice: {
    zh: '请用密码打开文件，取消打开密码，另存后再核对。',
    en: 'Open the file with its password, remove the password, save it and check again.',
  },
  messages: {
    zh: () => '文件已加密，需要密码才能打开，内容未读取。',
    en: () => 'The file is encrypted and opens only with a password, so it was not read.',
  },
})
