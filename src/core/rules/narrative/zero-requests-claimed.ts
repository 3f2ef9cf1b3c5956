import { noneRule, noneTexts } from './none-rule.ts'

export const zeroRequestsClaimed = noneRule({
  code: 'GJ717',
  name: 'zero-requests-claimed',
  kind: 'no-requests',
  title: { zh: '正文称未收到申请，表三却有', en: 'The text says no requests, Table 3 has some' },
  ...noneTexts,
})
