import { seriesRule } from '../rule.ts'
import { listEn, listZh, nameBeside } from '../words.ts'
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
  *check({ current, lacking, doubtful }) {
    if (!lacking) return
    const { body } = current
    const year = String(current.year - 1)
    const paths = doubtful.map(({ path }) => nameBeside(path, current.path))
    yield { of: current, data: { lacking, body, year, paths }, sides: `${lacking} ${body} ${year}` }
  },
  messages: {
    zh: ({ lacking, body, year, paths }) => {
      if (lacking === 'report') return `没有找到“${body}”${year}年的报告，未作跨年对照。`
      if (lacking === 'single-report')
        return `“${body}”${year}年的报告有几份，互不相同（${listZh(paths, 3)}），未作跨年对照。`
      return `“${body}”${year}年的报告在别的文件夹（${listZh(paths, 3)}），可能是同名的另一个单位，未作跨年对照；是同一个单位的，请在 gouji.json 的 bodies 或 paths 中写明。`
    },
    en: ({ lacking, body, year, paths }) => {
      if (lacking === 'report')
        return `No report of “${body}” for ${year} was found; the years were not compared.`
      if (lacking === 'single-report')
        return `There are several reports of “${body}” for ${year} that differ (${listEn(paths, 3)}); the years were not compared.`
      return `The report of “${body}” for ${year} is in another folder (${listEn(paths, 3)}) and may be of another body of that name; the years were not compared. If it is of the same body, say so under bodies or paths in gouji.json.`
    },
  },
})
