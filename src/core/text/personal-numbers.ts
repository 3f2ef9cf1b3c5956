import { fingerprint } from './fingerprint.ts'

/** A number that belongs to one person, by offsets in UTF-16 units, end exclusive. */
export interface PersonalNumber {
  readonly kind: PersonalNumberKind
  readonly start: number
  readonly end: number
}

export type PersonalNumberKind = 'resident-id' | 'mobile-number'

/** Valid resident identity numbers and mobile telephone numbers, in the order of the text. */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  if (!mayHold.test(text)) return []
  const plain = withPlainDigits(text)
  const ids = matchesOf(residentId, plain)
    .filter(([number]) => isResidentId(number.replace(/[ -]/g, '')))
    .map(match => numberAt('resident-id', match))
  const isGlued = matchesOf(gluedFigures, plain).length >= 3
  const mobiles = [...matchesOf(isGlued ? namedMobile : mobile, plain), ...matchesOf(partedMobile, plain)]
    .filter(([number]) => !filler.test(number))
    .map(match => numberAt('mobile-number', match))
    .filter(({ start, end }) => !ids.some(id => start < id.end && id.start < end))
  return [...ids, ...mobiles].sort((a, b) => a.start - b.start)
}

/**
 * The text with other characters in place of personal numbers, of the same length, so that places stay what they are.
 * The last four tell two numbers apart and fit too many numbers to find one by trying.
 */
export function masked(text: string): string {
  const numbers = personalNumbersIn(text)
  let [shown, at] = ['', 0]
  for (const { start, end } of numbers) {
    const own = withPlainDigits(text.slice(start, end)).replace(/[ +-]/g, '')
    shown += text.slice(at, start) + '*'.repeat(end - start - 4) + fingerprint(own).slice(0, 4)
    at = end
  }
  return at === 0 ? text : shown + text.slice(at)
}

/** The same for all texts in data, whatever its shape; what holds no personal number is handed back as it is. */
export function maskedData<Data>(data: Data): Data {
  if (typeof data === 'string') return masked(data) as Data
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(maskedData) as Data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, maskedData(value)])) as Data
}

/** True for a text that is nothing but a number: a figure of a table, of whatever length. */
export function isBareNumber(text: string): boolean {
  return !/[^\d\s.,+-]/.test(withPlainDigits(text))
}

/** Ten digits with little between them; a quick look, for most cells are short. */
const mayHold = /(?:[\d０-９][ \u3000－-]?){10}/

/** Region, birth, order and check digit; blanks only between these. */
const residentId = /(?<!\d)[1-9]\d{5}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[\dX](?![\dA-Za-z])/gi
/** Not what is counted or measured, and no part of a longer number or of a decimal. */
const notCounted =
  '(?!\\d|[.,]\\d|[ (（]*(?:万|亿|千|百)?(?:元|件|条|份|个|项|次|人|篇|宗|户|吨|米|平方|公里|%|％|万))'
const mobileDigits = `(?<![\\d.,])(?:(?:\\+|00)?86-?)?1[3-9]\\d(?:\\d{8}|-\\d{4}-\\d{4})${notCounted}`
const mobile = new RegExp(mobileDigits, 'g')
const named = '(?<=(?:电话|手机|号码|联系方式)[:为是 ]{0,3})'
const namedMobile = new RegExp(named + mobileDigits, 'g')
/** With blanks between its parts three figures of a row look like it. */
const partedMobile = new RegExp(`${named}(?:(?:\\+|00)?86 ?)?1[3-9]\\d \\d{4} \\d{4}${notCounted}`, 'g')
/** Rows of a table that ran together: labels with long numbers between them, none of which anybody has. */
const gluedFigures = /[\u4e00-\u9fff]\d{7,}(?=[\u4e00-\u9fff(]|\.[\u4e00-\u9fff])/g
/** Figures that ran together, too. */
const filler = /0{6}/

function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  return [...text.matchAll(pattern)]
}

function numberAt(kind: PersonalNumberKind, { 0: number, index }: RegExpExecArray): PersonalNumber {
  return { kind, start: index, end: index + number.length }
}

/** Full-width digits, letters, hyphens and blanks as ASCII ones, one for one. */
function withPlainDigits(text: string): string {
  return text
    .replace(/[！-～]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‐‑–—−]/g, '-')
}

/** GB 11643: weights of the first seventeen digits, and the check digits by the remainder of 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

function isResidentId(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number)
  if (year! < 1900 || year! > 2099 || month! < 1 || month! > 12 || day! < 1 || day! > 31) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return checkDigits[sum % 11] === number[17]!.toUpperCase()
}
