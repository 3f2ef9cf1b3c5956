import { formatExact } from '../../constraints/exact.ts'
import { factRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const annotatedNumber = factRule({
  code: 'GJ216',
  name: 'annotated-number',
  severity: 'warning',

  title: { zh: '数字后带括注', en: 'A number carries a note in brackets' },
  basis: clauses.format,
  why: {
    zh: '括号里的数是否已计入，读者无法判断；本工具只取括号前的数。',
    en: 'A reader cannot tell whether the figure in brackets is included; only the number before the bracket is taken.',
  },
  advice: {
    zh: '数据格只填数字，说明移到第六部分。',
    en: 'Write the number alone and move the note to section 6.',
  },
  check: fact =>
    fact.value && fact.notations.includes('annotated') ? { value: formatExact(fact.value) } : null,
  messages: {
    zh: ({ cell, raw, value }) => `${cellName(cell)}的“${raw}”带有括注，按${value}核对。`,
    en: ({ cell, raw, value }) =>
      `${cellNameInEnglish(cell)}: “${raw}” carries a note; it is checked as ${value}.`,
  },
})
