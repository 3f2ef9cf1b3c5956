import { editionOfYear } from '../../editions/index.ts'
import { tableOf } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const editionsDiffer = reportRule({
  code: 'GJ115',
  name: 'editions-differ',
  severity: 'error',
  title: { zh: '各表采用的格式版本不同', en: 'The tables use different editions of the form' },
  basis: clauses.format,
  why: {
    zh: '一份报告只对应一个年度，各表应采用该年度的同一版格式；版本不同，说明有表用错了格式，或取自别的年度。',
    en: 'A report covers one year, for which one edition is prescribed; where the editions differ, a table was filled in on the wrong form or comes from another year.',
  },
  advice: {
    zh: '请在标题或文件名中写明报告年度，并按该年度的统一格式更换用错的表。',
    en: 'State the year of the report in its title or file name, and replace the table that is not of the form for that year.',
  },
  *check(report) {
    const isPrescribed = report.year !== null && editionOfYear(report.year) !== undefined
    const first = tableOf(report, 'activeDisclosure')
    const second = tableOf(report, 'requests')
    if (isPrescribed || !first || !second || first.edition.id === second.edition.id) return
    yield {
      at: second,
      data: {
        first: first.form.name,
        firstEdition: first.edition.id,
        second: second.form.name,
        secondEdition: second.edition.id,
      },
    }
  },
  messages: {
    zh: ({ first, firstEdition, second, secondEdition }) =>
      `${first}采用${firstEdition}年版格式，${second}采用${secondEdition}年版格式，同一份报告应采用同一版。`,
    en: ({ first, firstEdition, second, secondEdition }) =>
      `${tableInEnglish(first)} uses the ${firstEdition} edition of the form and ${tableInEnglish(second)} the ${secondEdition} edition, while one report takes one edition.`,
  },
})
