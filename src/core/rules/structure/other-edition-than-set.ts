import { differsBetweenEditions, editionOfYear } from '../../editions/index.ts'
import { reportRule } from '../rule.ts'
import { tableInEnglish } from '../words.ts'

export const otherEditionThanSet = reportRule({
  code: 'GJ127',
  name: 'other-edition-than-set',
  severity: 'error',
  title: { zh: '格式版本与配置不符', en: 'The edition of the form is not that of the settings' },
  basis: {
    zh: '配置文件 gouji.json 的 edition 写明本项目采用的格式版本',
    en: 'edition in the file gouji.json, which says which edition this project uses',
  },
  why: {
    zh: '配置写明只用这一版格式；别的版本项目和口径不同，不能一起汇总。',
    en: 'The settings say that one edition is used; another asks for other figures, and they cannot be added up together.',
  },
  advice: {
    zh: '请核对报告年度和所用表格；确需别的版本的，在配置的 overrides 中为这些文件另写 edition。',
    en: 'Check the year of the report and its form; if another edition is meant, give these files an edition of their own in overrides of the settings.',
  },
  *check({ year, tables, expected }) {
    const prescribed = year === null ? undefined : editionOfYear(year)
    // Where the year prescribes the same edition, edition-mismatch says it.
    if (expected.edition === null || prescribed?.id === expected.edition) return
    for (const table of tables)
      if (table.edition.id !== expected.edition && differsBetweenEditions(table.id))
        yield {
          at: table,
          data: { table: table.form.name, found: table.edition.id, set: expected.edition },
        }
  },
  messages: {
    zh: ({ table, found, set }) => `${table}采用${found}年版格式，而配置写明的是${set}年版。`,
    en: ({ table, found, set }) =>
      `${tableInEnglish(table)} uses the ${found} edition of the form, but the settings say ${set}.`,
  },
})
