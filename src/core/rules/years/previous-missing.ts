import { seriesRule } from '../rule.ts'
import { yearClauses } from './clauses.ts'

export const previousMissing = seriesRule({
  code: 'GJ511',
  name: 'previous-missing',
  severity: 'info',
  title: { zh: '没有上年报告可以对照', en: 'There is no report of the year before to compare with' },
  basis: yearClauses.comparison,
  why: {
    zh: '没有上年报告，或者有几份互不相同的，上年结转等就没有对照过。',
    en: 'Without one report of the year before, what is carried over and the like was not compared.',
  },
  advice: {
    zh: '请一并核对上年报告；单位改过名的，写入 gouji.json 中名单的别名；本年新设的，写明起始年。',
    en: 'Check the last report along with this one; where a body has changed its name, make the old one an alias in the roster of gouji.json; where it is new, say from which year it reports.',
  },
  *check({ current, lacking }) {
    if (!lacking) return
    const { body } = current
    const year = String(current.year - 1)
    yield { of: current, data: { lacking, body, year }, sides: `${lacking} ${body} ${year}` }
  },
  messages: {
    zh: ({ lacking, body, year }) =>
      lacking === 'report'
        ? `没有找到“${body}”${year}年的报告，未作跨年对照。`
        : `“${body}”${year}年的报告有几份，互不相同，未作跨年对照。`,
    en: ({ lacking, body, year }) =>
      lacking === 'report'
        ? `No report of “${body}” for ${year} was found; the years were not compared.`
        : `There are several reports of “${body}” for ${year} that differ; the years were not compared.`,
  },
})
