import { numberRule, numberTexts } from './number-rule.ts'

export const requestsMisstated = numberRule({
  code: 'GJ711',
  name: 'requests-misstated',
  kind: 'requests',
  title: { zh: '正文的申请数与表三不一致', en: 'Requests in the text differ from Table 3' },
  ...numberTexts,
})
