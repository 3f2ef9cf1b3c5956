import { numberRule, numberTexts } from './number-rule.ts'

export const carryMisstated = numberRule({
  code: 'GJ712',
  name: 'carry-misstated',
  kind: 'carry',
  title: { zh: '正文的结转数与表三不一致', en: 'Carried requests in the text differ from Table 3' },
  ...numberTexts,
})
