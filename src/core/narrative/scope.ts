import type { About, Words } from './words.ts'

/** Of what besides the whole report and its year a sentence speaks, clause by clause. */
export interface Scope {
  /** What is said behind this is not of the whole report; UTF-16 offset into the clause, its length when all of it is. */
  enter(clause: string, hasNumber: boolean): number
  /** After a number of something unknown: what follows may be parts of it. */
  leaveReport(): void
  hasLeft(): boolean
  /** After a number of another year, or of the change against it: what follows 其中 would be part of that. */
  leavePart(): void
  isPartOfOther(): boolean
}

/** Change against another time. */
const comparison =
  /同比|环比|相比|同期|持平|[比较与](?:上|去|前|往|(?:19|20)\d\d)|(?<!其中|含)增[加长多幅]|减少|下降|上升|降幅|翻(?:一|两)?番/
/** Plans, conditions, averages, exceptions, samples. */
const unreal =
  /计划|拟(?!制|稿|定)|力争|预计|目标|争取|下一步|今后|明年(?!.{0,2}办)|将(?!.{0,6}结转)|应当|如果|如有|假如|一旦|若(?!干)|凡|平均|每[月季天日件]|人均|日均|月均|除|历年|多年|以来|往年|历史|近[\d一二三四五]年|抽查|评查|检查|复查|复核|案例|汇编|收录|培训|(?<!执法)案卷/
const countedUnit = /[件宗份起例部项个]/
/** Parts of a year. */
const partial =
  /[上下]半年|前[一二三四1-4]季度|第?[一二三四1-4]季度|\d{1,2}月份?|[一二三四五六七八九十]月份?|当月|本月|当季|[年月]初|年中/
const wholeYear = /(?:(?:19|20)\d\d年)?1月1日(?:起)?(?:至|到|-|—|–|~)(?:(?:19|20)\d\d年)?12月31日|12月31日/g

/** A clause about another body or a way in which requests came. */
const elsewhereFirst =
  /^(?:其中)?(?:通过|经由|经|以|对)?[^，]{0,12}?(?:局|委|办(?![理结复件公])|办公室|办公厅|厅|科室|中心|所(?![有列涉])|站|街道|镇|乡|部门|单位|机关|政府|本级|系统|信箱|热线|12345|平台|渠道|窗口|网站|邮件|信函|信访|咨询|建议|提案|许可)/

export function createScope({ year }: About, words: Words): Scope {
  let isOther = false
  let isOtherYear = false
  let isChange = false
  let isOpenComparison = false
  const thisYear = new RegExp(words.thisYear)
  const carry = new RegExp(
    `${words.lastYear}的?结转|结转(?:至|到|入)?${words.nextYear}|转(?:至|到|入)?${words.nextYear}`,
    'g',
  )
  return {
    enter(clause, hasNumber) {
      const text = blank(blank(clause, wholeYear), carry)
      if (isOtherYear && thisYear.test(text)) isOtherYear = false
      if (isOther || isOtherYear || isOpenComparison) return 0
      const isPart = /^(?:其中|包括|含)/.test(text)
      if (isPart && isChange) isOther = true
      const others = [otherYear(text, year), text.search(partial), text.search(unreal), lastYearIn(text)]
      const other = first(others)
      const changed = first([text.search(comparison)])
      if (other < clause.length) isOtherYear = true
      if (changed < clause.length && changed <= other) {
        isOtherYear = false
        // A share has no parts: what 其中 names behind it is a part of what was said before.
        isChange = !/%|百分之/.test(text.slice(changed)) || countedUnit.test(text.slice(changed))
        isOpenComparison = !/\d|[十百]/.test(text.slice(changed).replace(/(?:19|20)\d\d年?/g, ''))
      }
      if (!hasNumber && elsewhereFirst.test(text.replace(words.own, '')) && !/未|没有|无/.test(text))
        isOther = true
      return isOther ? 0 : Math.min(other, changed)

      function first(found: readonly number[]): number {
        return Math.min(...found.map(at => (at < 0 ? clause.length : at)))
      }
    },
    leaveReport: () => {
      isOther = true
    },
    hasLeft: () => isOther,
    leavePart: () => {
      isChange = true
    },
    isPartOfOther: () => isChange,
  }
}

function otherYear(text: string, year: number | null): number {
  for (const match of text.matchAll(/(?:19|20)\d\d(?=年|[-—–~至])/g))
    if (Number(match[0]) !== year || /^[-—–~至]/.test(text.slice(match.index + 4))) return match.index
  return -1
}

function lastYearIn(text: string): number {
  return text.search(/去年|上一?年/)
}

/** Keeps the length. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, found => '＿'.repeat(found.length))
}
