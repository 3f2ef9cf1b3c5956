import type { Explanation, Language } from '../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../diagnostics/explanations.ts'
import type { Mistyping } from '../inference/mistyping.ts'
import { cellName, cellNameInEnglish, plural, tableInEnglish } from '../rules/words.ts'

/** What a cause's sentence is made of. */
export interface CauseData {
  /** 表三, 表四 */
  readonly table: string
  readonly suspects: readonly Explanation[]
  /** How many relations fail, contradict each other or have impossible figures. */
  readonly symptoms: number
  readonly mistyping: Mistyping | null
  /** True when relations with blanks are among them, so that several numbers may fit. */
  readonly hasBlanks: boolean
}

export interface CauseWords {
  message(data: CauseData): string
  notes(suspects: readonly Explanation[]): readonly string[]
}

const zh: CauseWords = {
  message: ({ table, suspects, symptoms, mistyping }) => {
    const [first, ...others] = suspects
    if (!first) return `${table}有${symptoms}处对不上，错误太多，仅凭表内的数不能断定是哪些格填错。`
    if (others.length === 0 && first.length === 1) {
      const { name, actual, expected } = first[0]!
      if (expected === null) return `${name}填${actual}，一定有误；旁边有空格，仅凭表内的数不能断定应为多少。`
      return `${name}填${actual}，应为${expected}${mistyping ? `（${mistypingZh(mistyping)}）` : ''}；改后勾稽关系成立。`
    }
    const choices = suspects.map(explanation => explanation.map(changeZh).join('并且'))
    const ways = areSaidInFull(suspects) ? choices.join('；或者') : `共${suspects.length}种改法`
    if (others.length === 0) return `${table}至少有${first.length}格填错：${choices[0]}。`
    const only = first.length === 1 ? '改其中任何一格' : `同时改${first.length}格`
    return `${table}有${symptoms}处对不上，${only}都能成立，仅凭表内的数不能断定错在哪里：${ways}。`
  },
  notes: suspects =>
    suspects.length === 0
      ? ['怎么办：请从每一行的总计开始，对照登记台账逐项核对；改正几处后再核对一次。']
      : ['怎么办：请对照登记台账核实；推算出的数只供参考，须由公开单位确认后更正。'],
}

function changeZh({ name, actual, expected }: Explanation[number]): string {
  return expected === null ? `${name}${actual}须改` : `${name}${actual}→${expected}`
}

function mistypingZh(mistyping: Mistyping): string {
  if (mistyping.kind === 'neighbour') return `与相邻的${cellName(mistyping.of.cell)}相同，可能填串了`
  if (mistyping.kind === 'counted-twice') return `恰好多计了一次“${mistyping.line}”`
  if (mistyping.kind === 'left-out') return `恰好漏计了“${mistyping.line}”`
  const words = {
    sign: '多了负号',
    point: '多了小数点',
    exchanged: '两位数字颠倒',
    digit: '一位数字不同',
    dropped: '漏了一位数字',
    doubled: '一位数字重复',
    added: '多了一位数字',
    yuan: '按元填写，应为万元',
    'last-year': '与上年的数相同，可能没有更新',
  } as const
  return words[mistyping.kind]
}

const en: CauseWords = {
  message: ({ table, suspects, symptoms, mistyping }) => {
    const where = tableInEnglish(table)
    const [first, ...others] = suspects
    if (!first)
      return `${where}: ${plural(symptoms, 'thing does', 'things do')} not agree, too many errors to tell from the table alone which cells are wrong.`
    if (others.length === 0 && first.length === 1) {
      const { name, actual, expected } = first[0]!
      if (expected === null)
        return `${name} says ${actual} and must be wrong; with blanks beside it, the table alone cannot tell what it should be.`
      return `${name} says ${actual} and should be ${expected}${mistyping ? ` (${mistypingEn(mistyping)})` : ''}; then the relations hold.`
    }
    const choices = suspects.map(explanation => explanation.map(changeEn).join(' and '))
    const ways = areSaidInFull(suspects) ? choices.join('; or ') : `${suspects.length} ways in all`
    if (others.length === 0) return `${where}: at least ${first.length} cells are wrong: ${choices[0]}.`
    const only =
      first.length === 1 ? 'changing any one of these cells' : `changing ${first.length} cells together`
    return `${where}: ${plural(symptoms, 'thing does', 'things do')} not agree; ${only} mends it, and the table alone cannot tell which: ${ways}.`
  },
  notes: suspects =>
    suspects.length === 0
      ? [
          'What to do: Start from the total of each row and compare every figure with your records; correct some, then check again.',
        ]
      : [
          'What to do: Compare with your records; the number worked out is a hint, and only the body that publishes the report can correct it.',
        ],
}

function changeEn({ name, actual, expected }: Explanation[number]): string {
  return expected === null ? `${name} ${actual} is wrong` : `${name} ${actual} → ${expected}`
}

function mistypingEn(mistyping: Mistyping): string {
  if (mistyping.kind === 'neighbour') return `the same as ${cellNameInEnglish(mistyping.of.cell)} beside it`
  if (mistyping.kind === 'counted-twice') return `“${mistyping.line}” counted once too often`
  if (mistyping.kind === 'left-out') return `“${mistyping.line}” left out`
  const words = {
    sign: 'a minus sign too many',
    point: 'a decimal point too many',
    exchanged: 'two digits exchanged',
    digit: 'one digit differs',
    dropped: 'a digit dropped',
    doubled: 'a digit doubled',
    added: 'a digit too many',
    yuan: 'given in yuan instead of 万元',
    'last-year': 'the same as last year, perhaps not updated',
  } as const
  return words[mistyping.kind]
}

export const causeWords: Readonly<Record<Language, CauseWords>> = { 'zh-CN': zh, en }
