import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const lookalikeCharacter = factRule({
  code: 'GJ212',
  name: 'lookalike-character',
  severity: 'error',

  title: { zh: '数字里混有形近字符', en: 'A letter that looks like a digit stands in a number' },
  basis: clauses.format,
  why: {
    zh: '字母O、l、I和汉字〇看上去像数字，实际不是；猜测它是几会改动公开的数据。',
    en: 'The letters O, l and I and the character 〇 look like digits; guessing which would change a published figure.',
  },
  advice: { zh: '请对照原表重新输入数字。', en: 'Type the number again from the original.' },
  check: fact => (fact.notations.includes('lookalike') ? {} : null),
  messages: {
    zh: ({ cell, raw }) => `${cellName(cell)}的“${raw}”含与数字形近的字符，读不出数。`,
    en: ({ cell, raw }) =>
      `${cellNameInEnglish(cell)}: “${raw}” contains characters that only look like digits; no number can be read.`,
  },
})
