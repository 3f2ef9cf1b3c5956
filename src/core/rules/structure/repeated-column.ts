import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, plural, tableInEnglish } from '../words.ts'

export const repeatedColumn = problemRule({
  code: 'GJ124',
  name: 'repeated-column',
  problem: 'repeated-column',
  severity: 'error',
  title: { zh: '表头中同一列出现多次', en: 'The head names a column more than once' },
  basis: clauses.format,
  why: {
    zh: '同名的列可能是上一年的数，也可能是另一个单位的数；看不出哪一列属于本报告，选错一列就全表皆错。',
    en: 'Columns of one name may be those of the year before or of another body; which one belongs to this report cannot be told, and the wrong choice makes every figure wrong.',
  },
  advice: {
    zh: '请只保留本年度本单位的列；不同年度、不同单位的表请分别存成文件。',
    en: 'Keep only the columns of this body and year; save tables of other years and bodies as files of their own.',
  },
  messages: {
    zh: ({ table, labels }) =>
      `${table}的表头中有${labels.length}列出现不止一次：${listZh(labels)}；不能确定用哪一列，其中的数均未采用。`,
    en: ({ table, labels }) =>
      `The head of ${tableInEnglish(table)} names ${plural(labels.length, 'column')} more than once: ${listEn(labels)}; which of them are meant cannot be told, so their figures were not used.`,
  },
})
