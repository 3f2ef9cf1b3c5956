import { problemRule } from '../rule.ts'
import { clauses, quoted } from '../words.ts'

export const labelDrift = problemRule({
  code: 'GJ112',
  name: 'label-drift',
  problem: 'label-drift',
  severity: 'info',
  title: { zh: '项目名称与统一格式不一致', en: 'A label differs from the form' },
  basis: clauses.format,
  why: {
    zh: '名称不一致，汇总和逐年比对时容易对不上。',
    en: 'Labels that differ get in the way when reports are added up or compared over the years.',
  },
  advice: {
    zh: '请改为统一格式的名称，数不用动。',
    en: 'Use the label of the form; the figures stay as they are.',
  },
  messages: {
    zh: ({ found, expected }) => `“${quoted(found)}”与统一格式的名称“${expected}”不一致，已按后者读取。`,
    en: ({ found, expected }) =>
      `“${quoted(found)}” was read as “${expected}”, which is how the form words it.`,
  },
})
