import { bodyNamed } from '../../model/body.ts'
import { groupRule } from '../rule.ts'

export const unknownBody = groupRule({
  code: 'GJ604',
  name: 'unknown-body',
  severity: 'warning',
  title: { zh: '报告的单位不在名单上', en: 'The body of the report is not in the roster' },
  basis: { zh: '配置文件 gouji.json 的单位名单', en: 'the roster in the file gouji.json' },
  why: {
    zh: '不在名单上的报告不计入任何汇总；多半是标题中的单位名称写得与名单不同。',
    en: 'A report of a body that the roster does not know is counted in no sum; most often its title writes the name in another way.',
  },
  advice: {
    zh: '请核对标题中的单位名称；确是该单位的，把这个名称作为别名写进名单，新设的单位请加进名单。',
    en: 'Check the name in the title; if it is right, add it to the roster as another name of the body, or as a new body.',
  },
  *check({ reports, roster }) {
    if (!roster) return
    for (const report of reports)
      if (!bodyNamed(roster.bodies, report.body))
        yield { of: report, data: { body: report.body, roster: roster.path }, sides: report.body }
  },
  messages: {
    zh: ({ body, roster }) => `“${body}”不在${roster}的单位名单上，这份报告没有计入任何汇总。`,
    en: ({ body, roster }) => `${body} is not in the roster of ${roster}; the report is counted in no sum.`,
  },
})
