import { columnsOfSheet } from './parsed-workbook.ts'

/** A part as the library reads it rightly, and whether it hides rows or columns, which the library must be told. */
export interface RepairedPart {
  readonly bytes: Uint8Array
  readonly hides: boolean
}

/** `text` is the part, decoded. */
export function repairPart(part: Uint8Array, text: string): RepairedPart {
  let repaired = text
  for (const { signs, wrong, right } of repairs)
    if (signs.some(sign => text.includes(sign))) repaired = repaired.replace(wrong, right)
  if (text.includes('vertAlign') || text.includes('strike')) repaired = setOffRuns(repaired)
  if (text.includes('styleSheet')) repaired = addFormats(repaired)
  const isSheet = text.includes('sheetData')
  if (isSheet) repaired = refuseHalfNumbers(repaired)
  if (isSheet && /<(?:\w+:)?col\s/.test(text)) repaired = keepHiddenColumns(repaired)
  const hides = isSheet && /\s(?:hidden=["'](?:1|t)|(?:ht|width)=["']0)/.test(repaired)
  const isAsItWas = repaired === text && part[0] !== 0xff && part[0] !== 0xfe
  return { bytes: isAsItWas ? part : new TextEncoder().encode(repaired), hides }
}

/** What the library reads wrongly, what gives it away, and what the library reads rightly in its place. */
const repairs = [
  // An empty string: glued to the next one, so that all later ones move up by one.
  { signs: ['si/>', 'si />'], wrong: /<(\w+:)?si ?\/>/g, right: '<$1si><$1t/></$1si>' },
  // A blank row without a number: not counted.
  { signs: ['row/>', 'row />'], wrong: /<(\w+:)?row ?\/>/g, right: '<$1row></$1row>' },
  // A hyperlink: an object for every cell of its area, 17 billion when it is a whole sheet.
  { signs: ['hyperlink'], wrong: /<(?:\w+:)?hyperlink\s[^<>]*>/g, right: '' },
  // A date in writing: turned into the number of its day.
  { signs: [' t="d"', " t='d'"], wrong: /(<(?:\w+:)?c\s(?:[^<>]*?\s)?t=)["']d["']/g, right: '$1"str"' },
]

/** Sets raised, lowered and struck runs off by blanks: `1` with a raised `2` is not 12. */
function setOffRuns(text: string): string {
  let isAside = false
  return text.replace(
    /<(\/?)(?:\w+:)?(r|vertAlign|strike|t)([\s/][^<>]*)?>([^<]*)/g,
    (all, slash: string, name: string, attributes = '', content: string) => {
      if (name === 'r') isAside = false
      else if (name === 'vertAlign') isAside ||= /val=["']su(?:per|b)script/.test(attributes)
      else if (name === 'strike') isAside ||= slash === '' && !/val=["'](?:0|f)/.test(attributes)
      else if (isAside && content !== '' && slash === '')
        return `${all.slice(0, -content.length)} ${content} `
      return all
    },
  )
}

/** `12abc` in a number cell is read as 12, where it is no number. */
function refuseHalfNumbers(text: string): string {
  return text.replace(
    /<(\w+:)?v>(?=[\d.]*[^\d.<])([^<]*)<\//g,
    (all, prefix = '', value: string, at: number) => {
      if (number.test(value)) return all
      const before = text.slice(Math.max(0, at - longestFormula), at)
      const cell = before.slice(before.lastIndexOf(`<${prefix}c `))
      return /^[^>]*\st=["'](?!n["'])/.test(cell) ? all : `<${prefix}v>NaN</`
    },
  )
}

/** In characters, with what is written around it. */
const longestFormula = 10_000
const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/** The library makes an object for each column, however often a column is named. */
function keepHiddenColumns(text: string): string {
  let free = columnsOfSheet
  return text.replace(/<(?:\w+:)?col\s[^<>]*>/g, column => {
    if (!/\s(?:hidden=["'](?:1|t)|width=["']0(?:\.0*)?["'])/.test(column)) return ''
    const bound = (name: string) => Number(new RegExp(`\\s${name}=["'](\\d{1,9})["']`).exec(column)?.[1])
    const width = bound('max') - bound('min') + 1
    if (!(width >= 1 && width <= free)) return ''
    free -= width
    return column
  })
}

/**
 * Built-in formats that files name by number only, as Chinese Excel and WPS show them (ECMA-376-1, 18.8.30). The
 * library knows them not at all or as American ones. A typed `1-2` gets 58.
 */
export const builtInFormats: readonly { readonly ids: readonly number[]; readonly format: string }[] = [
  { ids: [14], format: 'yyyy/m/d' },
  { ids: [22], format: 'yyyy/m/d h:mm' },
  { ids: [30], format: 'm-d-yy' },
  { ids: [27, 36, 50, 52, 57], format: 'yyyy"年"m"月"' },
  { ids: [28, 29, 51, 53, 54, 58], format: 'm"月"d"日"' },
  { ids: [31], format: 'yyyy"年"m"月"d"日"' },
  { ids: [32], format: 'h"时"mm"分"' },
  { ids: [33], format: 'h"时"mm"分"ss"秒"' },
  { ids: [34, 55], format: '上午/下午h"时"mm"分"' },
  { ids: [35, 56], format: '上午/下午h"时"mm"分"ss"秒"' },
]

const formatElements = builtInFormats
  .flatMap(({ ids, format }) => ids.map(id => `<numFmt numFmtId="${id}" formatCode='${format}'/>`))
  .join('')

/** Puts the formats before the file's own in a style part: the later of two counts. */
function addFormats(text: string): string {
  const list = /<(?:\w+:)?numFmts(?:\s[^<>]*)?(?<!\/)>/
  if (list.test(text)) return text.replace(list, `$&${formatElements}`)
  return text.replace(/<(?:\w+:)?styleSheet(?:\s[^<>]*)?>/, `$&<numFmts>${formatElements}</numFmts>`)
}

/** The text of a part, which is in UTF-8 unless a mark at its start says UTF-16. */
export function decodePart(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return new TextDecoder('utf-8').decode(part)
}
