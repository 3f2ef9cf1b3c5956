import { numberRule, numberTexts } from './number-rule.ts'

export const outcomeMisstated = numberRule({
  code: 'GJ713',
  name: 'outcome-misstated',
  kind: 'outcome',
  title: { zh: '正文的办理结果数与表三不一致', en: 'Outcomes in the text differ from Table 3' },
  ...numberTexts,
})
