import type { Section } from '../model/narrative.ts'

/** Of which report a sentence is. */
export interface About {
  readonly year: number | null
  /** Its name, so that it is told from others. */
  readonly body: string | null
  readonly section: Section['id']
}

/** What a sentence speaks of, apart from its numbers: expressions to be put together, without groups that capture. */
export interface Words {
  /** What may stand before a statement and leaves it a statement of the whole report. */
  readonly lead: RegExp
  /** At the start of a sentence: of the whole report. */
  readonly ofReport: RegExp
  /** The reporting body itself. */
  readonly own: RegExp
  /** The year before and the year after, by name or number. */
  readonly lastYear: string
  readonly thisYear: string
  readonly nextYear: string
}

const units = [
  '局|委|办|厅|院|署|省|市|县|区|旗|州|盟|镇|乡|街道|街道办|街道办事处|单位|机关|行政机关|部门|中心|所|处|科|站|队|支队|大队',
  '室|办公室|办公厅|委员会|管委会|管理局|政府',
].join('|')

const known = new Map<string, Words>()

export function wordsFor({ year, body }: About): Words {
  const key = `${year} ${body}`
  let words = known.get(key)
  if (!words) {
    words = wordsOf(year, body)
    known.clear()
    known.set(key, words)
  }
  return words
}

function wordsOf(year: number | null, body: string | null): Words {
  const numbered = (other: number) => (year === null ? '' : `|${year + other}年度?`)
  const lastYear = `(?:上一?年度?|去年${numbered(-1)})`
  const thisYear = `(?:本年度?|今年|当年${numbered(0)})`
  const nextYear = `(?:下一?年度?|次年度?|明年${numbered(1)})`
  const names = body === null ? [] : [body, body.replace(/人民政府$/, '')].map(escaped)
  const whole = body !== null && isOfArea(body) ? '|全(?:省|市|县|区|旗|州|盟|镇|乡|街道)' : ''
  const own = `(?:(?:我|本)(?:${units})${whole}${names.map(name => `|${name}`).join('')})`
  const period = `(?:${thisYear}|全年|年度|年内|期间|报告期内|统计期内|截至目前|截至年底|截至${year ?? ''}年?(?:底|12月31日)|(?:${year ?? ''}年)?1月1日(?:起?至|到|-|—|–|~)(?:${year ?? ''}年)?12月31日)`
  const plain =
    '其中|包括|含|以及|和|及|与|并|且|、|另有|另|加上|连同|在|共计|总共|一共|总计|合计|累计|共|已经|已|实际|依法|依规|全部|均|有|的|一是|二是|三是|四是|五是|※'
  return {
    lead: new RegExp(`^(?:\\d{1,2}[.、]|${own}|${period}|${plain}|\ue000)*`),
    ofReport: new RegExp(`^(?:${own}|${period})`),
    own: new RegExp(own, 'g'),
    lastYear,
    thisYear,
    nextYear,
  }
}

/** The report of a government adds up its area; in that of an office the whole city is more than the report. */
function isOfArea(body: string): boolean {
  return /(?:省|市|县|区|旗|州|盟|镇|乡|街道|街道办事处|人民政府|管委会|管理委员会)$/.test(body)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
