import { noneRule, noneTexts } from './none-rule.ts'

export const zeroCasesClaimed = noneRule({
  code: 'GJ718',
  name: 'zero-cases-claimed',
  kind: 'no-cases',
  title: { zh: '正文称没有复议、诉讼，表四却有', en: 'The text says no reviews or suits, Table 4 has some' },
  ...noneTexts,
})
