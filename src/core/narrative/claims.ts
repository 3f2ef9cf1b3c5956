import type { Claim, NumberClaim, Quantity, ShareClaim } from './claim.ts'
import { quantities, sumOf } from './claim.ts'
import { type Folded, fold } from './folded.ts'
import { noneIn } from './none.ts'
import { numbersIn, type Written } from './numbers.ts'
import { partMeaning } from './parts.ts'
import { type Meaning, meaningOf, requestNoun } from './phrases.ts'
import { resultsIn } from './results.ts'
import { createScope, type Scope } from './scope.ts'
import { createTopics, type Topics } from './topics.ts'
import { type About, type Words, wordsFor } from './words.ts'

/** Longer ones are no sentences, but figures run together. In UTF-16 units. */
const longest = 2000

/**
 * What a paragraph or sentence of a report states of its tables. A statement counts only when its words are known from
 * end to end and nothing around it makes it one of another year, another body or a part; all else is passed over.
 */
export function claimsIn(text: string, about: About): readonly Claim[] {
  if (about.section === 'problems' || !mayClaim.test(text)) return []
  const words = wordsFor(about)
  let topics = createTopics('', about)
  let hasLeft = false
  const claims: Claim[] = []
  for (const { 0: sentence, index } of text.matchAll(/[^。！!？?\n]+/g)) {
    if (sentence.length > longest) continue
    const folded = fold(sentence)
    topics = topics.after(folded.text)
    if (!mayClaim.test(sentence)) continue
    // What goes on behind a sentence of something else may be of that too.
    if (hasLeft && !folded.text.includes('信息公开') && !words.ofReport.test(folded.text)) continue
    const read = inSentence(readingOf(folded), { about, words, topics })
    hasLeft = read.hasLeft
    for (const claim of read.claims) {
      const [start, end] = [folded.offsets[claim.start]!, folded.offsets[claim.end - 1]! + 1]
      claims.push({ ...claim, start: index + start, end: index + end })
    }
  }
  return claims.sort((a, b) => a.start - b.start)
}

/** What no sentence without a claim is without. */
const mayClaim =
  /\d|[０-９]|[〇零一二三四五六七八九十百千万两]\s*[件宗份起例部项个]|百分之|未|无|没有|均|全部|都/

export interface Context {
  readonly about: About
  readonly words: Words
  readonly topics: Topics
}

/** A folded sentence with its brackets set apart. */
export interface Reading {
  readonly folded: Folded
  /** As long as the sentence; what stands in brackets is \ue000. */
  readonly main: string
  readonly start: number
  readonly brackets: readonly { readonly start: number; readonly end: number }[]
  readonly numbers: readonly Written[]
}

function readingOf(folded: Folded): Reading {
  const brackets: { start: number; end: number }[] = []
  const main = folded.text.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (found, start: number) => {
    brackets.push({ start: start + 1, end: start + found.length - 1 })
    return '\ue000'.repeat(found.length)
  })
  return { folded, main, start: 0, brackets, numbers: numbersIn(folded) }
}

interface Flow {
  readonly claims: readonly Claim[]
  /** Whether it ended with something else than the report as a whole. */
  readonly hasLeft: boolean
}

function inSentence(reading: Reading, context: Context): Flow {
  const { claims, hasLeft } = inFlow(reading, context, null)
  const inside = reading.brackets.flatMap(({ start, end }) => {
    const host = claims.find(
      (claim): claim is NumberClaim => claim.end === start - 1 && 'number' in claim && claim.kind !== 'share',
    )
    if (!host) return []
    const text = '\ue000'.repeat(start) + reading.folded.text.slice(start, end)
    return inFlow({ ...reading, main: text, start, brackets: [] }, context, host).claims
  })
  return { claims: [...claims, ...inside, ...resultsIn(reading, context)], hasLeft }
}

/** Statements one after the other; `host` is the number behind which they stand in brackets. */
function inFlow(reading: Reading, context: Context, host: NumberClaim | null): Flow {
  const { main, start } = reading
  const scope = createScope(context.about, context.words)
  const claims: Claim[] = []
  let last = host
  let whole = host
  for (const match of main.slice(start).matchAll(/[^，,；;:]+(?:(?<=\d),(?=\d{3})[^，,；;:]+)*/g)) {
    const clause = { start: start + match.index, end: start + match.index + match[0].length }
    const own = reading.numbers.filter(number => number.start >= clause.start && number.end <= clause.end)
    const counted = own.filter(number => number.isPercent || unitBehind(main, number, clause.end) !== null)
    const known = scope.enter(match[0], counted.length > 0)
    const isBehind = (at: number) => at - clause.start >= known
    let from = clause.start
    for (const number of counted) {
      if (number.isPercent) {
        const share =
          scope.hasLeft() || isBehind(number.start) ? null : shareOf(reading, context, number, from, last)
        if (share) claims.push(share)
        from = number.end
        last = null
        continue
      }
      const unit = unitBehind(main, number, clause.end)!
      const isKnown = !scope.hasLeft() && !isBehind(number.start)
      const place = { number, from, unit, limit: clause.end, last, whole }
      const claim = isKnown ? numberOf(reading, context, scope, place) : null
      if (claim) {
        claims.push(claim)
        whole = claim.whole ?? claim
        // 上年结转的3件中: what follows are parts of these, of which the tables know nothing.
        if (main.startsWith('中', unit) && claim.meanings[0] !== quantities.concluded) scope.leaveReport()
      } else if (isKnown) scope.leaveReport()
      else scope.leavePart()
      last = claim
      from = unit
    }
    if (counted.length === 0 && !isBehind(clause.start))
      claims.push(...noneIn(main, clause.start, clause.start + known, clause.end, context))
  }
  return { claims, hasLeft: scope.hasLeft() }
}

/** Where the unit of a number ends, with the 余 of 40余件; null for a number of something else. */
function unitBehind(main: string, { end }: Written, limit: number): number | null {
  const match = /^[余多来]?[件宗份起例部项个]/.exec(main.slice(end, limit))
  return match && end + match[0].length
}

/** Before a number that is only about right. */
const about = /(?:约|近|几|第|超过?|逾|不足|不到|[多少低高]于|(?<![总件])数)$/

/** A number of the main text, between the last one and the end of its clause. */
interface NumberPlace {
  readonly number: Written
  readonly from: number
  /** Where its unit ends. */
  readonly unit: number
  readonly limit: number
  /** What was said just before, and what that is or is a part of. */
  readonly last: NumberClaim | null
  readonly whole: NumberClaim | null
}

function numberOf(
  { main, folded }: Reading,
  { words, topics }: Context,
  scope: Scope,
  { number, from, unit, limit, last, whole }: NumberPlace,
): NumberClaim | null {
  const before = main.slice(from, number.start)
  if (number.scale > 0 || unit > number.end + 1 || about.test(before)) return null
  const rest = /^[^、\ue000]*/.exec(main.slice(unit, limit))![0]
  const isPart = /^[\ue000、]*(?:其中|包括|含)/.test(before)
  if (isPart && scope.isPartOfOther()) return null
  const part = whole && !scope.isPartOfOther() && goesOn.test(rest) ? partMeaning(before, whole) : null
  const found = part ? { meaning: part, isBehind: false } : readPhrase(before, rest, words)
  if (!found || !topics.allows(found.meaning.needs, number.start)) return null
  const { meaning } = found
  if (isPart && last && meaning.kind === 'outcome' && !canContain(last, meaning)) return null
  const unitFits =
    meaning.kind === 'documents'
      ? /[件份部个项]/
      : meaning.kind === 'cases'
        ? /[件宗起例]/
        : /[件宗份起例个项]/
  if (!unitFits.test(main.slice(number.end, unit))) return null
  const lead = found.isBehind ? 0 : before.length - before.replace(/^[\ue000、]*(?:其中|包括|含)?/, '').length
  return {
    kind: meaning.kind,
    meanings: withCarry(meaning, folded.text.slice(unit)),
    number,
    whole: part ? whole : null,
    start: found.isBehind ? number.start : from + lead,
    end: found.isBehind ? unit + rest.length : unit,
  }
}

/** The words before a number with what it counts behind it (收到12件申请), or the words behind it alone (12件予以公开). */
function readPhrase(
  before: string,
  rest: string,
  words: Words,
): { readonly meaning: Meaning; readonly isBehind: boolean } | null {
  if (goesOn.test(rest)) {
    const meaning = meaningOf(before, words)
    return meaning ? { meaning, isBehind: false } : null
  }
  const noun = /^的?/.exec(rest)![0]
  const named = new RegExp(`^${noun}(?:${requestNoun})$`).test(rest)
  if (named) {
    const meaning = meaningOf(`${before}${rest}`, words)
    return meaning ? { meaning, isBehind: true } : null
  }
  const isBare = /^(?:对|有|为|剩余|其余|尚有|余)?$/.test(before.replace(words.lead, ''))
  const own = rest.replace(/^(?:申请)?(?:被|已|均|作出|决定|依法|答复)*/, '')
  const meaning = isBare ? meaningOf(own, words) : undefined
  return meaning?.kind === 'outcome' || meaning?.kind === 'carry' ? { meaning, isBehind: true } : null
}

/** What may follow a number without changing what it counts. */
const goesOn = /^(?:$|中$|均|已|并|全部|都|其中|同比|较上|比上|比去|较去|占|以及|和|及)/

/** 予以公开 can be a part of what was concluded, not of what was carried. */
function canContain({ kind, meanings }: NumberClaim, part: Meaning): boolean {
  if (kind === 'requests') return true
  const [whole] = meanings
  return (
    kind === 'outcome' &&
    part.meanings[0]!.every(term => whole!.some(own => term.line.startsWith(`${own.line}.`)))
  )
}

/** 新收12件（含上年结转2件）: what is carried over is in the number all the same. */
function withCarry({ meanings, kind }: Meaning, behind: string): readonly Quantity[] {
  const isWithCarry = kind === 'requests' && /^\((?:其中)?[包]?含[^()]*结转/.test(behind)
  return isWithCarry ? [...meanings, quantities.open] : meanings
}

const shareWords =
  /^[，,\ue000]*占(?:比|(?:(?:本年度?|全年|已)?(?:办结|答复|办理|处理|受理|收到|新收)?(?:的)?(?:政府信息公开)?(?:申请|答复|办结|办理|处理|件)*(?:总数|总量|总件数|数量|总|数|量)?的?))(?:比例|比重)?(?:为|达)?$/

function shareOf(
  { main }: Reading,
  { words, topics }: Context,
  number: Written,
  from: number,
  last: NumberClaim | null,
): ShareClaim | null {
  const start = last ? last.end : from
  const between = main.slice(start, number.start).replace(/^\ue000+/, '')
  const at = between.indexOf('占')
  if (at < 0 || !shareWords.test(between.slice(at))) return null
  const own = last ? null : meaningOf(between.slice(0, at), words)
  if (last ? !/^[，,\ue000]*$/.test(between.slice(0, at)) : !own) return null
  const meaning = last ?? own!
  const isOfWhole = last?.whole?.kind === 'requests'
  if (!isOfWhole && (meaning.kind !== 'outcome' || meaning.meanings.length > 1)) return null
  if (own && !topics.allows(own.needs, number.start)) return null
  const part = meaning.meanings[0]!
  const { received, open, concluded } = quantities
  const named = between.slice(at)
  const wholes = /答复|办结/.test(named) ? [concluded] : [concluded, received, open]
  const group = part.length === 1 ? part[0]!.line.split('.').slice(0, 3).join('.') : ''
  const isItem = part[0]!.line.split('.').length > 3
  return {
    kind: 'share',
    part,
    wholes: isOfWhole
      ? last!.whole!.meanings
      : isItem
        ? [...wholes, sumOf(group as `requests.${string}`)]
        : wholes,
    number,
    counted: last?.number ?? null,
    start: last
      ? start +
        between.length -
        between.slice(at).length +
        (main.slice(start).length - main.slice(start).replace(/^\ue000+/, '').length)
      : from,
    end: number.end,
  }
}
