import { editions } from '../editions/index.ts'
import { type Slip, sentenceAround, slipsOf } from './slip.ts'

export const regulation = '《中华人民共和国政府信息公开条例》'

/** Titles of the national regulation that it does not have; `declared` are the short names that the report explains. */
export function misnamedRegulations(text: string, declared: ReadonlySet<string>): readonly Slip[] {
  const titled = slipsOf(text, /《[^《》]{4,40}》/g).filter(
    ({ found }) => isMisnomer(titleOf(found)) && !declared.has(titleOf(found)),
  )
  // Without brackets only what bears the name of the state is a title for certain.
  const bare = slipsOf(text, /(?<![《中])中华人民共和国(?:信息公开|政务(?:信息)?公开|政府信息公开工作)条例/g)
  return [...titled, ...bare].sort((a, b) => a.start - b.start)
}

/** 以下简称《条例》: the names that a report gives to longer ones. */
export function declaredNames(text: string): readonly string[] {
  const pattern = /(?:以下|下文)?(?:统一)?简称(?:为|：|:)?[“"]?《([^《》]{2,20})》/g
  return [...text.matchAll(pattern)].map(match => titleOf(match[1]!))
}

/** Without blanks, brackets and a note such as （2019年修订）. */
function titleOf(written: string): string {
  return written.replace(/[\s《》]/g, '').replace(/[（(][^（）()]*[）)]$/, '')
}

const regulationTitle = /^(?:中华人民共和国)?政府信息公开条例$/
/** Names that begin with neither the state nor these words may be those of local regulations. */
const ofTheState =
  /^(?:中华人民共和国|中国人民共和国|中华人名共和国|国务院).*(?:信息|政务|政府).*(?:条[例列]|公开法)$/
const shortened =
  /^(?:信息公开|政务公开|政务信息公开|政府信息公开工作|政府公开)条例$|^政府信息公开(?:条列|法)$/

function isMisnomer(title: string): boolean {
  if (regulationTitle.test(title) || !title.includes('公开')) return title === '中华人民共和国政府信息条例'
  return ofTheState.test(title) || shortened.test(title)
}

const regulationWords = '《(?:中华人民共和国)?政府信息公开条例(?:[（(][^（）()]{0,12}[）)])?》'
/** The number is a group, in two places of the sentence. */
const orderNumber = new RegExp(
  `${regulationWords}\\s*[（(,，]?\\s*(?:中华人民共和国)?国务院(?:第|令第?)\\s*(\\d{2,4})\\s*号令?|国务院(?:第|令第?)\\s*(\\d{2,4})\\s*号令?[）)]?[，,]?(?:公布|发布|颁布)?(?:的|实施)*${regulationWords}`,
  'gd',
)

/** The order by which the regulation as revised in 2019 was issued. */
export const orderInForce = '711'

/** Numbers of the order that do not belong to the regulation in force; its history may be told. */
export function outdatedOrderNumbers(text: string): readonly Slip[] {
  return [...text.matchAll(orderNumber)].flatMap(match => {
    const [start, end] = (match.indices![1] ?? match.indices![2])!
    const found = text.slice(start, end)
    const isHistory = /原(?!则)|旧|修订前|废止|2007年|2008年|首次/.test(sentenceAround(text, start))
    return found === orderInForce || isHistory ? [] : [{ start, end, found: `第${found}号` }]
  })
}

const oldArticle = new RegExp(
  `(?:根据|依据|按照|依照|遵照|按)[^。；]{0,60}?(?:${regulationWords}|《条例》)[^。；，《》]{0,30}?(第(?:三十[一二]|3[12])条(?:[、和及](?:第(?:三十[一二]|3[12])条))?)`,
  'gd',
)

/** Articles of the regulation before 2019 that a sentence names as the ground of the yearly report. */
export function obsoleteArticles(text: string): readonly Slip[] {
  return slipsOf(text, oldArticle, 1).filter(({ start }) =>
    /(?:编制|编写|撰写|公布|发布|形成|制作).{0,30}(?:年度报告|年报|本报告|报告如下)|本报告|年度报告如下/.test(
      sentenceAround(text, start),
    ),
  )
}

export interface FormatDocument extends Slip {
  /** The document for the year of the report. */
  readonly expected: string
}

/** Citations of a document that prescribes the form, but not for that year. */
export function otherFormatDocuments(text: string, year: number): readonly FormatDocument[] {
  const own = editions.find(({ form: { years } }) => years.from <= year && (years.to ?? year) >= year)
  if (!own) return []
  const others = editions.filter(edition => edition !== own).map(({ form }) => numberOf(form.document))
  return slipsOf(text, /国办公开办函\s*[〔﹝［[【（(]\s*20\d{2}\s*[〕﹞］\]】）)]\s*\d{1,3}\s*号/g)
    .filter(({ found }) => others.includes(numberOf(found)))
    .filter(({ start }) => !/替代|取代|代替|废止|修订|停止|原(?!则)/.test(sentenceAround(text, start)))
    .map(slip => ({ ...slip, expected: own.form.document }))
}

function numberOf(document: string): string {
  return document.replace(/[^\d]+/g, ' ').trim()
}

export interface WrongBrackets extends Slip {
  readonly expected: string
}

/** Years of document numbers in other brackets than 〔〕. */
export function wrongBrackets(text: string): readonly WrongBrackets[] {
  const pattern =
    /[\u4e00-\u9fff]{1,8}[发函办字规通政电批复综告]\s*[［[【（(〈<{]\s*(20\d{2})\s*[］\]】）)〉>}]\s*(\d{1,4})\s*号/g
  return [...text.matchAll(pattern)].map(({ 0: found, 1: year, 2: number, index }) => ({
    start: index + found.search(/[［[【（(〈<{]/),
    end: index + found.length,
    found: found.slice(found.search(/[［[【（(〈<{]/)),
    expected: `〔${year}〕${number}号`,
  }))
}
