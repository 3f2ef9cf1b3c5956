import { numberRule, numberTexts } from './number-rule.ts'

export const casesMisstated = numberRule({
  code: 'GJ715',
  name: 'cases-misstated',
  kind: 'cases',
  title: { zh: '正文的复议、诉讼数与表四不一致', en: 'Reviews and suits in the text differ from Table 4' },
  ...numberTexts,
})
