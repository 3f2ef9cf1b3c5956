import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, plural, quoted, tableInEnglish } from '../words.ts'

export const ambiguousLabel = problemRule({
  code: 'GJ117',
  name: 'ambiguous-label',
  problem: 'ambiguous-label',
  severity: 'error',
  title: { zh: '行名对应不止一行', en: 'A label fits several rows' },
  basis: clauses.format,
  why: {
    zh: '不知道是哪一行，其中的数就无法核对。',
    en: 'As long as it is unclear which row is meant, its figures cannot be checked.',
  },
  advice: {
    zh: '请按统一格式写全行名，包括前面的序号。',
    en: 'Write the label in full as the form has it, with its number.',
  },
  messages: {
    zh: ({ table, label, candidates }) =>
      `${table}的“${quoted(label)}”可以对应统一格式的${candidates.length}行（${listZh(candidates, 3)}），无法确定是哪一行，其中的数未采用。`,
    en: ({ table, label, candidates }) =>
      `“${quoted(label)}” in ${tableInEnglish(table)} fits ${plural(candidates.length, 'row')} of the form (${listEn(candidates, 3)}), so its figures were not used.`,
  },
})
