import { totalMismatchEn, totalMismatchZh } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const subtotalMismatch = relationRule({
  code: 'GJ305',
  name: 'subtotal-mismatch',
  kind: 'subtotal',
  severity: 'error',
  title: {
    zh: '自行增加的小计不等于所含各项之和',
    en: 'A subtotal added to the form is not the sum of its items',
  },
  basis: clauses.arithmetic,
  why: {
    zh: '统一格式没有这个小计；既然公开，就应与所含各项一致。',
    en: 'The form has no such subtotal; once published it must agree with its items.',
  },
  advice: {
    zh: '请核对所含各项，或删除小计恢复统一格式。',
    en: 'Check the items, or remove the subtotal to restore the form.',
  },
  messages: {
    zh: relation => totalMismatchZh(relation, '所含各项'),
    en: relation => totalMismatchEn(relation, 'its items'),
  },
})
