import { hasText, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { quoted } from '../words.ts'

export const titleNotStandard = reportRule({
  code: 'GJ134',
  name: 'title-not-standard',
  severity: 'warning',
  title: { zh: '报告的标题不规范', en: 'The title of the report is not the usual one' },
  basis: {
    zh: '《政府信息公开条例》第四十九条（“政府信息公开工作年度报告”）',
    en: 'Article 49 of the Regulations on Open Government Information, which names the report 政府信息公开工作年度报告',
  },
  why: {
    zh: '标题要写明单位、年度和报告的名称，离开网页也看得出是谁的、哪一年的报告。',
    en: 'The title says whose report it is, of which year, and what it is called, so that it can be told apart from its page.',
  },
  advice: {
    zh: '请把标题写成“单位名称+年份+年政府信息公开工作年度报告”。',
    en: 'Write the title as body, year and 年政府信息公开工作年度报告.',
  },
  *check(report) {
    const { narrative, body, year } = report
    if (!hasText(narrative)) return
    const { title, titleText } = narrative
    if (isStandard(titleText)) return
    const expected = `${body ?? '（单位名称）'}${year ?? '（年份）'}年政府信息公开工作年度报告`
    yield { at: title ? wholeOf(title) : report, data: { title: quoted(titleText), expected } }
  },
  messages: {
    zh: ({ title, expected }) =>
      title ? `标题“${title}”不规范，应为“${expected}”。` : `正文前没有报告的标题，应为“${expected}”。`,
    en: ({ title, expected }) =>
      title
        ? `The title “${title}” should read “${expected}”.`
        : `The report has no title above its text; it should read “${expected}”.`,
  },
})

/** 示例镇2024年政府信息公开工作年度报告, also with 年度. */
function isStandard(title: string): boolean {
  const plain = title.normalize('NFKC').replace(/\s/g, '')
  return /^[^\d]{2,}(?:20\d\d|二[〇○零]..)年(?:度)?政府信息公开工作年度报告$/u.test(plain)
}
