import { numberRule, numberTexts } from './number-rule.ts'

export const documentsMisstated = numberRule({
  code: 'GJ716',
  name: 'documents-misstated',
  kind: 'documents',
  title: { zh: '正文的规章、规范性文件数与表二不一致', en: 'Documents in the text differ from Table 2' },
  ...numberTexts,
})
