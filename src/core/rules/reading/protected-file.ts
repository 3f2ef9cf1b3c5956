import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const protectedWorkbook = problemRule({
  code: 'GJ006',
  name: 'protected-workbook',
  problem: 'protected-workbook',
  severity: 'error',
  title: { zh: '工作簿设有打开密码', en: 'The workbook is protected by a password' },
  basis: readableCells,
  why: {
    zh: '加密的内容无法读取，其中的数没有核对。',
    en: 'Encrypted content cannot be read, so none of the figures were checked.',
  },
  advice: {
    zh: '请用密码打开工作簿，取消打开密码，另存为xlsx后再核对。',
    en: 'Open the workbook with its password, remove the password, save it as xlsx and check again.',
  },
  messages: {
    zh: () => '工作簿已加密，需要密码才能打开，内容未读取。',
    en: () => 'The workbook is encrypted and opens only with a password, so it was not read.',
  },
})
