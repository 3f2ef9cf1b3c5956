import { problemRule } from '../rule.ts'

export const personalData = problemRule({
  code: 'GJ710',
  name: 'personal-data',
  problem: 'personal-data',
  severity: 'warning',
  title: { zh: '报告中有个人信息', en: 'The report holds personal data' },
  basis: {
    zh: '《政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》第二十五条',
    en: 'Article 15 of the Regulations on Open Government Information (政府信息公开条例); Article 25 of the Personal Information Protection Law',
  },
  why: {
    zh: '年度报告向社会公布，其中的身份证号码和申请人的手机号码会被任何人看到。',
    en: 'The report is published; anybody can then read the identity numbers and the telephone numbers of applicants in it.',
  },
  advice: {
    zh: '请删去号码；本工具的各种输出中这些号码已遮盖，要看原文请打开文件。本单位的办公电话不在此列。',
    en: 'Delete the number. It is masked in all that gouji prints; open the file to see it. Office telephones of the body are not meant.',
  },
  messages: {
    zh: ({ kind, shown }) =>
      `此处有${kind === 'resident-id' ? '居民身份证号码' : '个人的手机号码'}（${shown}，已遮盖），不应公布。`,
    en: ({ kind, shown }) =>
      `A ${kind === 'resident-id' ? 'resident identity number' : 'private mobile telephone number'} stands here (masked as ${shown}); it must not be published.`,
  },
})
