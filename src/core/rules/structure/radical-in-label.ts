import { problemRule } from '../rule.ts'
import { clauses, plural, quoted, tableInEnglish } from '../words.ts'

export const radicalInLabel = problemRule({
  code: 'GJ122',
  name: 'radical-in-label',
  problem: 'radical-in-label',
  severity: 'warning',
  title: { zh: '项目名称里有部首字符', en: 'A label holds radicals in place of characters' },
  basis: clauses.format,
  why: {
    zh: '从PDF转换来的文字常把“一”“自”“民”变成外形相同的部首字符，其他程序按字查找时找不到这些项目。',
    en: 'Text taken from a PDF often holds radicals that look like 一, 自 or 民; other programs that look for the label do not find it.',
  },
  advice: {
    zh: '请从统一格式中复制项目名称替换，数不用动。',
    en: 'Replace the labels by those of the form; the figures stay as they are.',
  },
  messages: {
    zh: ({ table, label, count }) =>
      `${table}有${count}个项目名称含部首字符，第一个是“${quoted(label)}”，已按对应的汉字读取。`,
    en: ({ table, label, count }) =>
      `${tableInEnglish(table)} has ${plural(count, 'label')} with radicals in place of characters, first “${quoted(label)}”; they were read as the characters.`,
  },
})
