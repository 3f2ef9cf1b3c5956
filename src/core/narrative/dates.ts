import type { Slip } from './slip.ts'

/** A day, in the order of comparison. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface DatedSlip extends Slip {
  readonly date: Day
}

const digit = '[\\d〇○零一二三四五六七八九]'
const small = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const yearText = `(?:(20${'\\d'}{2}|二${digit}{3}))`
const dayText = (year: string) =>
  `${year}\\s*[-年./．]\\s*(${small})\\s*[-月./．]\\s*(${small})(?:\\s*日|(?!\\d))`
const joint = '\\s*(?:日)?(?:起|开始)?\\s*[，,]?\\s*(?:至|到|[-—–－~～―─])+\\s*'
const days = new RegExp(
  `${dayText(yearText)}${joint}${dayText(`(?:${yearText}|(?:当年|同年|本年)?)`).replace('\\s*[-年./．]', '(?:\\s*[-年./．])?')}`,
  'g',
)
const months = new RegExp(
  `${yearText}\\s*[年./．]\\s*(${small})\\s*月?${joint}(?:${yearText}\\s*[年./．])?\\s*(${small})\\s*月(?!\\s*\\d)`,
  'g',
)

/** Words by which a sentence says what time the figures of the report are of, before that time. */
const periodWords =
  /(?:统计(?:期限|期间|时间|时限|周期|区间|范围)|统计数据.{0,4}(?:期限|时间)|数据.{0,6}(?:期限|起止)|报告(?:期限|时限)|所列数据|数据统计)[的为是从自由均即：:\s]{0,6}$/

/** The period that a text states of its figures where it is not the whole of that year; of any year when it is null. */
export function otherPeriods(text: string, year: number | null): readonly Slip[] {
  const plain = withPlainDigits(text)
  return sentencesIn(plain).flatMap(({ start, sentence }) => {
    if (newBody.test(sentence)) return []
    const ranges = [
      ...[...sentence.matchAll(days)].map(match => ({
        match,
        from: dayOf(match[1]!, match[2]!, match[3]!),
        to: dayOf(match[4] ?? match[1]!, match[5]!, match[6]!),
      })),
      ...[...sentence.matchAll(months)].map(match => ({
        match,
        from: dayOf(match[1]!, match[2]!, '1'),
        to: { ...dayOf(match[3] ?? match[1]!, match[4]!, '1'), day: lastOfMonth(match[4]!) },
      })),
    ]
    return ranges
      .filter(({ match }) => periodWords.test(sentence.slice(0, match.index)))
      .filter(({ from, to }) => !isWholeYear(from, to, year))
      .map(({ match: { 0: found, index } }) => {
        const at = start + index
        return { start: at, end: at + found.length, found: text.slice(at, at + found.length) }
      })
  })
}

/** A body that began or ended within the year reports for a part of it. */
const newBody = /成立|组建|挂牌|新设|设立|撤销|合并|机构改革|划转|独立运行|正式运行/

/** True where the text says that the body is no older than some day of the year. */
export function saysOfNewBody(text: string, year: number | null): boolean {
  const own = year === null ? '20\\d{2}' : String(year)
  const pattern = new RegExp(
    `(?:${own}年|今年|本年|当年|年内)[^。；]{0,12}(?:月)?[^。；]{0,20}(?:成立|组建|挂牌|新设|设立|机构改革|划转)`,
  )
  return sentencesIn(text).some(
    ({ sentence }) =>
      pattern.test(sentence) && !/领导小组|工作组|专班|工作小组|协调小组|机制|制度/.test(sentence),
  )
}

function isWholeYear(from: Day, to: Day, year: number | null): boolean {
  return (
    from.year === to.year &&
    (year === null || from.year === year) &&
    from.month === 1 &&
    from.day === 1 &&
    to.month === 12 &&
    to.day === 31
  )
}

/** Only December matters, for no other month ends a whole year. */
function lastOfMonth(month: string): number {
  return numberOf(month) === 12 ? 31 : 28
}

/** 截止 before a date, where what is meant is 截至. */
export function cutoffs(text: string): readonly Slip[] {
  const pattern =
    /截止(?:到|至)?(?=\s*(?:20\d{2}|二[〇○零]|[12]?\d\s*月|目前|年底|年末|本年底|上年底|当前|今年|去年))/g
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    found,
  }))
}

/** 发布日期：2025-01-20: days on which the text says it was published. */
export function publicationDates(text: string): readonly DatedSlip[] {
  const pattern = new RegExp(`(?:发布|公布|公开)(?:日期|时间)\\s*[:：]\\s*${dayText(yearText)}`, 'g')
  return datesOf(text, pattern)
}

/** The day of a line that holds nothing else, as it stands below the name of the body. */
export function dateLine(text: string): DatedSlip | null {
  return datesOf(text, new RegExp(`^\\s*${dayText(yearText)}\\s*$`, 'g'))[0] ?? null
}

function datesOf(text: string, pattern: RegExp): DatedSlip[] {
  const dates = [...withPlainDigits(text).matchAll(pattern)].map(match => {
    const { 0: whole, 1: year, 2: month, 3: day, index } = match
    const start = index + whole.search(/20\d|二/)
    const end = index + whole.trimEnd().length
    return { start, end, found: text.slice(start, end), date: dayOf(year!, month!, day!) }
  })
  return dates.filter(({ date: { month, day } }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
}

/** `2025-01-31`. */
export function isoDay({ year, month, day }: Day): string {
  return [year, ...[month, day].map(number => String(number).padStart(2, '0'))].join('-')
}

export interface YearSlip extends Slip {
  readonly year: number
}

/** Words by which a sentence speaks of other years as well, or of what is to come. */
const otherTimes =
  /同比|相比|比上|较|去年|上年|上一年|往年|以来|累计|至今|历年|连续|将|计划|拟|力争|规划|目标|下一步|成立|评为|获评|荣获|今年|本年|印发的|下发的|[至到—–~～-]\s*20\d{2}/

/** A sentence that tells what the body did in a year, from its first word on: 2023年，我镇认真…. */
const ownWork =
  /^[\s\u3000]*(20\d{2})\s*年(?:度)?\s*[，,、]?\s*(?:我|本|全)(?:镇|乡|街道|县|区|市|州|旗|局|委|办|厅|院|中心|单位|机关|部门|站|队|大队|支队|馆|行政机关)[^，。]{0,6}?[，,]?(?:认真|扎实|深入|严格|积极|坚持|全面|按照|根据|贯彻|落实|高度重视|紧紧围绕|以习近平|在[^，。]{2,20}领导下|主动公开|新收|共)/

/** The year of such a first sentence, where it is another one than that of the report. */
export function otherYearOfWork(sentence: string, year: number): YearSlip | null {
  const match = ownWork.exec(withPlainDigits(sentence))
  if (!match || Number(match[1]) === year || otherTimes.test(sentence)) return null
  const start = match[0].indexOf(match[1]!)
  return { start, end: start + 5, found: sentence.slice(start, start + 5), year: Number(match[1]) }
}

const ownReport =
  /(?:现将[^。；]{0,20}?|(?:现|特)(?:编制|制定|撰写|发布|公布)[^。；]{0,16}?)(20\d{2})\s*年(?:度)?(?:度)?(?:我|本)?[\u4e00-\u9fff]{0,12}?政府信息公开(?:工作)?(?:年度报告|年报|情况|工作情况)/g

/** 现将2023年度政府信息公开工作情况报告如下: other years in which the text says the report was made for. */
export function otherYearsOfReport(text: string, year: number): readonly YearSlip[] {
  return [...withPlainDigits(text).matchAll(ownReport)].flatMap(({ 0: whole, 1: own, index }) => {
    const start = index + whole.indexOf(own!)
    const isOther = Number(own) !== year
    return isOther ? [{ start, end: start + 5, found: text.slice(start, start + 5), year: Number(own) }] : []
  })
}

function dayOf(year: string, month: string, day: string): Day {
  return { year: yearOf(year), month: numberOf(month), day: numberOf(day) }
}

function yearOf(written: string): number {
  return Number(
    written.replace(/[〇○零一二三四五六七八九]/g, each =>
      String('零一二三四五六七八九'.indexOf(each) % 10).replace('-1', '0'),
    ),
  )
}

/** One or two digits, or 十二, 二十, 三十一. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written]
  const value = (text: string | undefined, empty: number) =>
    text ? '零一二三四五六七八九'.indexOf(text) : empty
  return value(tens, 1) * 10 + value(ones, 0)
}

/** One for one, so that places stay what they are. */
function withPlainDigits(text: string): string {
  return text.replace(/[０-９．／－]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

function sentencesIn(text: string): { readonly start: number; readonly sentence: string }[] {
  return [...text.matchAll(/[^。！？；;\n]+/g)].map(({ 0: sentence, index }) => ({ start: index, sentence }))
}
