import { collectedTable } from '../../model/collection.ts'
import { seriesRule } from '../rule.ts'
import { clauses } from '../words.ts'

export const editionsNotComparable = seriesRule({
  code: 'GJ510',
  name: 'editions-not-comparable',
  severity: 'info',
  title: {
    zh: '表二与上年版本不同，未作对照',
    en: 'Table 2 is of another edition than last year’s and was not compared',
  },
  basis: clauses.format,
  why: {
    zh: '2019年版和2021年版的表二统计口径不同，各格不能对照；表三、表四照常对照。',
    en: 'Table 2 counts other things in the edition of 2019 than in that of 2021; Tables 3 and 4 are compared all the same.',
  },
  advice: { zh: '不必修改；请人工核对表二。', en: 'Nothing has to change; compare Table 2 by eye.' },
  *check({ current, previous }) {
    const now = collectedTable(current, 'activeDisclosure')
    const last = previous && collectedTable(previous, 'activeDisclosure')
    if (!now || !last || now.edition === last.edition) return
    const [edition, other] = [now.edition.id, last.edition.id]
    yield {
      of: current,
      at: now,
      data: { edition, other, year: String(previous.year) },
      sides: `${edition} ${other}`,
    }
  },
  messages: {
    zh: ({ edition, other, year }) =>
      `表二是${edition}年版，${year}年报告的是${other}年版，口径不同，未作跨年对照。`,
    en: ({ edition, other, year }) =>
      `Table 2 is of the edition of ${edition}, that of the report of ${year} of ${other}; they count other things and were not compared.`,
  },
})
