import { type SectionId, sections as sectionForms } from '../editions/index.ts'
import { orderOfNumber, type Paragraph, type Section } from '../model/narrative.ts'
import { foldCharacters } from '../text/label-text.ts'
import { meaningsOf } from './labels.ts'

/** A heading of the first level, with what stands behind it on its line. */
export interface Heading extends Pick<Section, 'id' | 'number' | 'title' | 'hasKnownTitle' | 'heading'> {
  readonly rest: Paragraph | null
  /** True for one whose last words stand on the next line. */
  readonly isCut: boolean
}

/** A line that may be a heading, before it is known what the others are. */
interface Candidate extends Heading {
  readonly style: 'chinese' | 'other' | 'none'
}

/**
 * The headings of the first level among the lines of a report. A title that the format does not have is one where its
 * number lies between those of the sections around it; else it is one of those that people number anew below a section.
 */
export function headingsAmong(lines: readonly Paragraph[]): ReadonlyMap<Paragraph, readonly Heading[]> {
  const headings = new Map<Paragraph, Heading[]>()
  for (const { line, candidate } of chosen(candidatesAmong(lines))) {
    const own = headings.get(line)
    if (own) own.push(candidate)
    else headings.set(line, [candidate])
  }
  return headings
}

/** True for a line that is nothing but the title of a section. */
export function isSectionTitle(line: Paragraph): boolean {
  const [first] = candidatesIn(line, undefined)
  return first?.hasKnownTitle === true && first.rest === null
}

interface Placed {
  readonly line: Paragraph
  readonly candidate: Candidate
}

/** Each is compared with the others; what has more is no report. */
const mostCandidates = 400

function candidatesAmong(lines: readonly Paragraph[]): readonly Placed[] {
  const found: Placed[] = []
  for (let index = 0; index < lines.length && found.length < mostCandidates; index++) {
    const line = lines[index]!
    for (const candidate of candidatesIn(line, lines[index + 1])) found.push({ line, candidate })
  }
  return found
}

function chosen(all: readonly Placed[]): readonly Placed[] {
  const has = (of: (candidate: Candidate) => boolean) => all.some(({ candidate }) => of(candidate))
  const isChinese = has(({ style, hasKnownTitle }) => style === 'chinese' && hasKnownTitle)
  const loose = new Map<SectionId, string>()
  const settled = all.flatMap((placed): readonly Placed[] => {
    const { candidate } = placed
    const { id, style, hasKnownTitle, title } = candidate
    if (style === 'other' && (isChinese || !hasKnownTitle)) return []
    if (style === 'none' && has(other => other.id === id && other.style !== 'none')) return []
    if (id === null || hasKnownTitle) return [placed]
    if (!loose.has(id)) loose.set(id, title)
    const isOther = has(other => other.id === id && other.hasKnownTitle) || loose.get(id) !== title
    return [isOther ? { ...placed, candidate: { ...candidate, id: null } } : placed]
  })
  return withShifted(firstLevel(settled))
}

/** Without those that are numbered anew below a section. */
function firstLevel(all: readonly Placed[]): readonly Placed[] {
  /** The number of the last heading, and of the last one below it. */
  let [above, below] = [0, 0]
  return all.filter(({ candidate: { id, number } }, index) => {
    const order = orderOfNumber(number)
    if (id === null) {
      const next = all.slice(index + 1).find(({ candidate }) => candidate.id !== null)
      const most = next
        ? orderOfNumber(next.candidate.number) || placeOf(next.candidate.id)
        : Number.POSITIVE_INFINITY
      if (order <= above || order >= most || order === below + 1) {
        below = order
        return false
      }
    }
    above = order || placeOf(id)
    below = 0
    return true
  })
}

/** A section whose number was shifted by another one is told by its words, where no other heading is that section. */
function withShifted(all: readonly Placed[]): readonly Placed[] {
  return all.map((placed, index) => {
    const { candidate } = placed
    if (candidate.id !== null) return placed
    const before = all
      .slice(0, index)
      .reverse()
      .find(other => other.candidate.id !== null)
    const after = all.slice(index + 1).find(other => other.candidate.id !== null)
    const [from, to] = [placeOf(before?.candidate.id ?? null), after ? placeOf(after.candidate.id) : 7]
    const form = sectionForms.find(
      ({ id, meant }) => placeOf(id) > from && placeOf(id) < to && meant.test(candidate.title),
    )
    return form ? { ...placed, candidate: { ...candidate, id: form.id } } : placed
  })
}

const numbers = '一二三四五六七八九十'
const number = `[${numbers}]`
const marks = '[#*"“]*'
/** 一、 and 第一部分; where the title follows exactly, also 一 alone, 1. and （一）. */
const numbered = new RegExp(`^${marks}(?:第(${number})(?:部分|章|节)[、.,:]?|(${number})[、.,:])`, 'u')
const otherwiseNumbered = new RegExp(
  `^${marks}(?:\\((${number})\\)[、.]?|([1-9])[、.](?!\\d)|(${number}))`,
  'u',
)

/** What a heading can begin with, for a quick look: numbers, also in the radicals of a PDF, and the official titles. */
const mayBegin = new RegExp(
  `^[\\s#*"“]*(?:[第(（]?\\s*[${numbers}\\u2e80-\\u2fdf]|[1-9１-９]\\s*[、.．]\\s*[^\\s\\d]|[${sectionForms.map(({ title }) => title[0]).join('')}])`,
  'u',
)
/** Longer lines are text, unless they begin with the very title of a section. */
const longestHeading = 50
/** Characters of a line that are looked at. */
const longestStart = 120

function candidatesIn(line: Paragraph, next: Paragraph | undefined): readonly Candidate[] {
  const first = candidateIn(line, next)
  if (!first) return []
  const found = [first]
  while (found.length < sectionForms.length) {
    const { rest } = found.at(-1)!
    const further = rest && furtherIn(rest)
    if (!further) break
    found[found.length - 1] = { ...found.at(-1)!, rest: further.before }
    found.push(further.candidate)
  }
  return found
}

/** What stands behind one heading is a heading only as a very title. */
function furtherIn(rest: Paragraph): { before: Paragraph | null; candidate: Candidate } | null {
  for (const { index } of rest.text.slice(0, longestLine).matchAll(numberWithin)) {
    const candidate = candidateIn(partOf(rest, index, rest.text.length), undefined)
    if (candidate?.hasKnownTitle) return { before: index > 0 ? partOf(rest, 0, index) : null, candidate }
  }
  return null
}

/** Characters of a line among which further headings are looked for. */
const longestLine = 2000
/** The number of a heading behind a sentence, a blank or another heading. */
const numberWithin = /(?<=^|[\s。；])[二三四五六]\s*[、.．]/g

/** What a line begins with, if that may be a heading. */
function candidateIn(line: Paragraph, next: Paragraph | undefined): Candidate | null {
  const start = line.text.slice(0, longestStart)
  if (!mayBegin.test(start)) return null
  const folded = fold(start)
  const plain = numbered.exec(folded.text)
  const match = plain ?? otherwiseNumbered.exec(folded.text)
  const own = match?.slice(1).find(Boolean) ?? ''
  const title = folded.text.slice(match?.[0].length ?? 0)
  const from = match?.[0].length ?? 0
  const style = plain ? 'chinese' : match ? 'other' : 'none'
  const shared = { number: own, style, isCut: false } as const
  const exact = sectionTitleIn(match ? title : title.replace(new RegExp(`^${marks}`), ''), match !== null)
  if (exact) {
    const end = match ? from + exact.length : folded.text.length
    const rest = restOf(line, folded.at[end - 1]! + 1)
    const isSetOff = isEnd(folded, end) || rest === null
    if (match ? isSetOff : withoutMarks(folded.text) === withoutMarks(exact.text))
      return {
        ...shared,
        ...{ id: exact.id, title: withoutMarks(title.slice(0, match ? exact.length : undefined)) },
        ...{
          heading: partOf(line, 0, folded.at[end - 1]! + 1),
          rest: match ? rest : null,
          hasKnownTitle: true,
        },
      }
  }
  if (!plain) return null
  const cut = next && cutTitle(line, title, next)
  if (cut) return { ...shared, ...cut, heading: line, hasKnownTitle: true }
  return looseHeading(line, folded, from, own)
}

/** 三、收到和处理政府信息公开 on one line, 申请情况 on the next. */
function cutTitle(
  line: Paragraph,
  title: string,
  next: Paragraph,
): Pick<Candidate, 'id' | 'title' | 'rest' | 'isCut'> | null {
  if (line.text.length > longestHeading || next.text.length > longestHeading) return null
  const more = foldCharacters(next.text)
  if (numbered.test(more) || more === '') return null
  const whole = title + more
  const exact = sectionTitleIn(whole, true)
  if (!exact || exact.length <= title.length || withoutMarks(whole) !== withoutMarks(exact.text)) return null
  return { id: exact.id, title: withoutMarks(whole), rest: null, isCut: true }
}

/** Words that hint at a section under its number, or any title with a number. */
function looseHeading(line: Paragraph, folded: Folded, from: number, own: string): Candidate | null {
  const stop = folded.text.slice(from).search(/[。:]/)
  const isWhole =
    line.text.trim().length <= longestHeading && !/[。:].*[^\s。:…·.\d]/su.test(folded.text.slice(from))
  const end = stop < 0 ? folded.text.length : from + stop
  const title = withoutMarks(folded.text.slice(from, isWhole ? undefined : end))
  if (
    title === '' ||
    /[,;。!?]/.test(title) ||
    meaningsOf(line.text).some(({ role }) => role.startsWith('row'))
  )
    return null
  const form = sectionForms.find(({ number, meant }) => number === own && meant.test(title))
  const shared = { number: own, title, style: 'chinese', hasKnownTitle: false, isCut: false } as const
  if (isWhole) return { ...shared, id: form?.id ?? null, heading: line, rest: null }
  if (stop < 0 || !form || title.length > 30 || !/(?:情况|概述|概况|事项|问题|措施|打算|安排)$/.test(title))
    return null
  const at = folded.at[end]!
  return { ...shared, id: form.id, heading: partOf(line, 0, at), rest: restOf(line, at) }
}

interface TitleFound {
  readonly id: SectionId
  /** Of what was looked at, and how much of it that is. */
  readonly text: string
  readonly length: number
}

const titles = sectionForms.flatMap(({ id, title, aliases }) =>
  [title, ...aliases].map(own => ({ id, text: foldCharacters(own), isOfficial: own === title })),
)

/** The longest title of a section that a text begins with, maybe behind the name of the body, the year and the like. */
function sectionTitleIn(text: string, isNumbered: boolean): TitleFound | null {
  const found = titles.flatMap(title => {
    // Without a number 概述 and the like may stand above anything.
    if (!isNumbered && !title.isOfficial && title.text.length < 8) return []
    const starts = isNumbered ? [0, text.indexOf(title.text.slice(0, 4))] : [0]
    return starts.flatMap(start => {
      if (start < 0 || !aheadOfTitle.test(text.slice(0, start))) return []
      const length = lengthOf(title.text, text, start)
      return length > 0 ? [{ id: title.id, text: text.slice(0, start + length), length: start + length }] : []
    })
  })
  return found.reduce<TitleFound | null>(
    (best, each) => (best && best.length >= each.length ? best : each),
    null,
  )
}

/** 示例镇2024年政府信息公开 may stand before 总体情况. */
const aheadOfTitle =
  /^(?:(?:[\u3400-\u9fff]{1,20}(?:政府|镇|乡|街道|办事处|县|区|市|局|委|厅|办|院|所|中心)|我[镇乡局市县区委办])的?)?(?:20\d\d年度?)?(?:政府)?(?:信息公开|政务公开)?(?:工作)?的?$/

/** How much of a text from `start` is the title, whatever punctuation stands in either; 0 when it is another one. */
function lengthOf(title: string, text: string, start: number): number {
  let at = start
  for (const character of title) {
    if (punctuation.test(character)) continue
    while (at < text.length && punctuation.test(text[at]!)) at++
    if (text[at] !== character) return 0
    at++
  }
  return at - start
}

const punctuation = /[.,、;:!?'"“”‘’()[\]《》·・*-]/

/** True where a title ends: at the end, before a blank or a mark, before a year or a number in brackets. */
function isEnd({ text, at }: Folded, end: number): boolean {
  if (end >= text.length || at[end]! > at[end - 1]! + 1) return true
  return /^(?:[。.:;,…·*"”!]|20\d\d|\([一1]\)|\([^()]*\)[*。.\d]*$)/.test(text.slice(end))
}

/** Null when nothing is left but marks, dots and the number of a page. */
function restOf(line: Paragraph, from: number): Paragraph | null {
  const behind = line.text.slice(from)
  if (/^[\s。.:：;；,，…·•*"”\d]*(?:[(（](?!无)[^()（）]*[)）][\s*。]*)?$/.test(behind)) return null
  return partOf(line, from + /^[\s。.:：;；,，*"”…·]*/.exec(behind)![0].length, line.text.length)
}

function partOf(line: Paragraph, from: number, to: number): Paragraph {
  return { ...line, text: line.text.slice(from, to), start: (line.start ?? 0) + from }
}

/** A text to compare, with the offset of each of its characters in the text as written, and that of the end. */
interface Folded {
  readonly text: string
  readonly at: readonly number[]
}

function fold(raw: string): Folded {
  let text = ''
  const at: number[] = []
  for (let offset = 0; offset < raw.length; offset++) {
    const folded = foldedCharacter(raw[offset]!)
    for (let count = 0; count < folded.length; count++) at.push(offset)
    text += folded
  }
  return { text, at }
}

/** Headings are written with few characters; each is folded once. */
function foldedCharacter(character: string): string {
  let folded = foldedCharacters.get(character)
  if (folded === undefined) {
    folded = foldCharacters(character)
    foldedCharacters.set(character, folded)
  }
  return folded
}

const foldedCharacters = new Map<string, string>()

function withoutMarks(title: string): string {
  return title.replace(/^[#*"“]+/, '').replace(/[。:;…·.\s\d*"”#]+$/u, '')
}

function placeOf(id: SectionId | null): number {
  return sectionForms.findIndex(form => form.id === id) + 1
}
