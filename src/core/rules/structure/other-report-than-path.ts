import { reportRule } from '../rule.ts'

export const otherReportThanPath = reportRule({
  code: 'GJ126',
  name: 'other-report-than-path',
  severity: 'warning',
  title: { zh: '报告的单位或年度与路径不符', en: 'Body or year of the report is not that of its path' },
  basis: {
    zh: '配置文件 gouji.json 的 paths 写明路径如何表示单位和年度',
    en: 'paths in the file gouji.json, which says how paths tell body and year',
  },
  why: {
    zh: '文件放错了文件夹，或者表格抄自别的单位、别的年度，都会这样；照路径汇总，数就会算到别的单位或年度。',
    en: 'A file in the wrong folder, or a table copied from another body or year, looks like this; added up by path, its figures would count for another body or year.',
  },
  advice: {
    zh: '请核对标题中的单位和年度与文件所在位置，改正写错的一处。',
    en: 'Compare body and year in the title with where the file stands, and correct what is wrong.',
  },
  *check(report) {
    const { named } = report.expected
    if (!named) return
    if (named.year !== null && report.year !== null && named.year !== report.year)
      yield { at: report, data: { what: 'year', said: String(report.year), path: String(named.year) } }
    if (named.body !== null && report.body !== null && !areOneBody(named.body, report.body))
      yield { at: report, data: { what: 'body', said: report.body, path: named.body } }
  },
  messages: {
    zh: ({ what, said, path }) =>
      `报告写明的${what === 'year' ? '年度' : '单位'}是“${said}”，而按文件路径应当是“${path}”。`,
    en: ({ what, said, path }) =>
      `The report gives the ${what} as “${said}”, but by the path of the file it should be “${path}”.`,
  },
})

/** Paths shorten names: the characters of one, in their order, among those of the other. */
function areOneBody(one: string, other: string): boolean {
  const [short, long] = [one, other].map(plainName).sort((a, b) => a.length - b.length)
  let at = 0
  for (const character of long!) if (character === short![at]) at++
  return at === short!.length
}

function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s()（）]/g, '')
    .replace(/(?<=.)人民政府(?:办公室)?$/, '')
}
