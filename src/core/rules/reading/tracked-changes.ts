import { problemRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const trackedChanges = problemRule({
  code: 'GJ017',
  name: 'tracked-changes',
  problem: 'tracked-changes',
  severity: 'warning',
  title: { zh: '文档中有尚未接受的修订', en: 'The document has changes that nobody has accepted' },
  basis: clauses.accuracy,
  why: {
    zh: '核对的是接受全部修订以后的内容；修订如被拒绝，数就不同了，公开的文件还会带出修改前的内容。',
    en: 'What is checked is the text after accepting all changes; if one is rejected the figures differ, and a published file shows what stood there before.',
  },
  advice: {
    zh: '请在Word或WPS的“审阅”中逐条接受或拒绝修订，关闭修订后保存，再核对一次。',
    en: 'Accept or reject the changes under Review in Word or WPS, switch tracking off, save the file and check again.',
  },
  messages: {
    zh: ({ place }) =>
      `文档中有尚未接受或拒绝的修订${place && `（第一处在${place}）`}，以下按接受全部修订后的内容核对。`,
    en: ({ place }) =>
      `The document has changes that were neither accepted nor rejected${place && ` (the first at ${place})`}; the text after accepting them all was checked.`,
  },
})
