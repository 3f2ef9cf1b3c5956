import { problemRule } from '../rule.ts'
import { clauses, listEn, listZh, plural, tableInEnglish } from '../words.ts'

export const missingRow = problemRule({
  code: 'GJ102',
  name: 'missing-row',
  problem: 'missing-row',
  severity: 'error',
  title: { zh: '缺少行', en: 'Rows are missing' },
  basis: clauses.format,
  why: {
    zh: '统一格式的行应当齐全，没有发生的也要保留并填0；缺了行，合计和勾稽关系就无法核对。',
    en: 'Every row of the form belongs in the table, with 0 where nothing happened; without it, totals and balances cannot be checked.',
  },
  advice: {
    zh: '请按统一格式补齐各行，没有发生的填0；行还在但名称改了的，请改回原名。',
    en: 'Add the missing rows, with 0 where there is nothing; where a row is there under another label, restore the label.',
  },
  messages: {
    zh: ({ table, labels }) =>
      isUnlabelled(labels)
        ? `${table}只有表头，缺少数据行。`
        : `${table}缺少${labels.length}行：${listZh(labels)}。`,
    en: ({ table, labels }) =>
      isUnlabelled(labels)
        ? `${tableInEnglish(table)} has a head but no row of figures.`
        : `${tableInEnglish(table)} lacks ${plural(labels.length, 'row')}: ${listEn(labels)}.`,
  },
})

/** True for a table whose only row has no label. */
function isUnlabelled(labels: readonly string[]): boolean {
  return labels.every(label => label === '')
}
