import type { Explanation, Language } from '../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../diagnostics/explanations.ts'
import type { Mistyping } from '../inference/mistyping.ts'
import type { Text } from '../rules/index.ts'
import { cellName, cellNameInEnglish, plural } from '../rules/words.ts'

/** What a cause's sentence is made of. */
export interface CauseData {
  /** 表三; 表四“行政复议” where the suspects all stand under one head of it. */
  readonly where: Text
  readonly suspects: readonly Explanation[]
  /** How many relations fail, contradict each other or have impossible figures. */
  readonly symptoms: number
  /** How many other causes have to be corrected for all relations to hold. */
  readonly others: number
  /** The totals that would be wrong if every item were right; empty where that explains nothing. */
  readonly recount: Explanation
  readonly mistyping: Mistyping | null
}

export interface CauseWords {
  message(data: CauseData): string
  /** What to do. */
  advice(suspects: readonly Explanation[]): string
}

/** Totals that a sentence names. */
const mostTotals = 4

const zh: CauseWords = {
  message: ({ where, suspects, symptoms, others, recount, mistyping }) => {
    const [first, ...rest] = suspects
    if (first && recount.length > 0)
      return `${where.zh}有${symptoms}处对不上，仅凭表内的数不能断定错在哪里：可能是${first.length}格填错，也可能各项都填对了，是${recount.length}格合计没有随之更新（${recount.slice(0, mostTotals).map(changeZh).join('，')}${recount.length > mostTotals ? '等' : ''}）。`
    if (!first) return `${where.zh}有${symptoms}处对不上，错误太多，仅凭表内的数不能断定是哪些格填错。`
    if (rest.length === 0 && first.length === 1) {
      const { name, actual, expected } = first[0]!
      if (expected === null) return `${name}填${actual}，一定有误；仅凭表内的数不能断定应为多少。`
      const how = mistyping ? `（${mistypingZh(mistyping)}）` : ''
      const then =
        others === 0
          ? '只改这一格，有关勾稽关系就都成立'
          : `与另外${others}处一并改正后，有关勾稽关系都成立，改动最少`
      return `${name}填${actual}，应为${expected}${how}：${then}。`
    }
    const choices = suspects.map(explanation => explanation.map(changeZh).join('，并且'))
    if (rest.length === 0) return `${where.zh}至少有${first.length}格填错：${choices[0]}。`
    const ways = areSaidInFull(suspects)
      ? `可能是${choices.join('；或者')}`
      : `改动最少的改法有${suspects.length}种`
    const only = first.length === 1 ? '改其中一格就能成立' : `要同时改${first.length}格才能成立`
    return `${where.zh}有${symptoms}处对不上，${only}，仅凭表内的数不能断定错在哪里：${ways}。`
  },
  advice: suspects =>
    suspects.length === 0
      ? '怎么办：请对照登记台账核对下列各处涉及的数；改正几处后再核对一次。'
      : '怎么办：请对照登记台账核实；推算出的数只供参考，须由公开单位确认后更正。',
}

function changeZh({ name, actual, expected }: Explanation[number]): string {
  return expected === null ? `${name}填${actual}须改` : `${name}${actual}→${expected}`
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
  message: ({ where, suspects, symptoms, others, recount, mistyping }) => {
    const [first, ...rest] = suspects
    if (first && recount.length > 0)
      return `${where.en} does not agree in ${plural(symptoms, 'place')}, and the table alone cannot tell which cells are wrong: perhaps ${first.length} of the items; or the items are right and ${plural(recount.length, 'total was', 'totals were')} not updated (${recount.slice(0, mostTotals).map(changeEn).join(', ')}${recount.length > mostTotals ? ', …' : ''}).`
    if (!first)
      return `${where.en} does not agree in ${plural(symptoms, 'place')}: too many errors to tell from the table alone which cells are wrong.`
    if (rest.length === 0 && first.length === 1) {
      const { name, actual, expected } = first[0]!
      if (expected === null)
        return `${name} says ${actual} and must be wrong; the table alone cannot tell what it should be.`
      const how = mistyping ? ` (${mistypingEn(mistyping)})` : ''
      const then =
        others === 0
          ? 'with this one change the relations hold'
          : `with this and ${plural(others, 'other correction')}, the smallest change, the relations hold`
      return `${name} says ${actual} and should be ${expected}${how}: ${then}.`
    }
    const choices = suspects.map(explanation => explanation.map(changeEn).join(' and '))
    if (rest.length === 0) return `${where.en}: at least ${first.length} cells are wrong: ${choices[0]}.`
    const ways = areSaidInFull(suspects)
      ? choices.join('; or ')
      : `there are ${suspects.length} smallest ways`
    const only =
      first.length === 1
        ? 'changing one cell mends it'
        : `it takes ${first.length} changes together to mend it`
    return `${where.en} does not agree in ${plural(symptoms, 'place')}; ${only}, and the table alone cannot tell which: ${ways}.`
  },
  advice: suspects =>
    suspects.length === 0
      ? 'What to do: Compare the figures of the places listed with your records; correct some, then check again.'
      : 'What to do: Compare with your records; the number worked out is a hint, and only the body that publishes the report can correct it.',
}

function changeEn({ name, actual, expected }: Explanation[number]): string {
  return expected === null ? `${name} says ${actual}, must change` : `${name} ${actual} → ${expected}`
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
