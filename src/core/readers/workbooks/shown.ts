/** A number as the text of its cell, and whether its format shows another one. */
export interface NumberText {
  readonly text: string
  readonly isOther: boolean
}

/**
 * The text of a cell is the number that it holds. A format may separate thousands, pad decimals, show the sign
 * of the yuan, which changes nothing, and put words beside the same number, which are then part of the text: `251000元`. It may also show another number (`13` for 12.6), none
 * at all, or one that only its words set right (`12%` for 0.12, `25.1万`): with words it is the text, for the number
 * alone would say something else; without, the number held stays the text.
 */
export function textOfNumber(held: string, shown: string): NumberText {
  const compact = shown
    .replace(/[\s\u00a0\u3000,，¥￥]|人民币|CNY|RMB/g, '')
    .replace(/^[(（](\d[\d.]*)[)）]$/, '-$1')
  if (plainNumber.test(compact)) return { text: held, isOther: plain(compact) !== held }
  const figures = compact.match(/[+-]?\d+(?:\.\d+)?/g) ?? []
  if (figures.length === 0) return { text: held, isOther: true }
  return { text: shown.trim(), isOther: figures.length > 1 || plain(figures[0]!) !== held }
}

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i

/** All digits of a shown number, without those that only pad it. */
function plain(shown: string): string {
  if (/e/i.test(shown)) return writeNumber(Number(shown))
  const [, sign, whole, fraction] = /^([+-]?)0*(\d*)\.?(\d*?)0*$/.exec(shown)!
  const digits = `${whole || '0'}${fraction && `.${fraction}`}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}

/**
 * What a format with a literal point between its digits shows: the way to have 251000 as 25.1万, `0!.0,"万"`. Chinese
 * Excel writes `!` for `\\`. Null for any other format; the library misplaces the point.
 */
export function showInsertedPoint(format: string, value: number): string | null {
  const [, decimals, commas, words] = insertedPoint.exec(format) ?? []
  if (decimals === undefined || !Number.isFinite(value)) return null
  const scaled = Math.round(Math.abs(value) / 1000 ** commas!.length)
  const digits = String(scaled).padStart(decimals.length + 1, '0')
  const sign = value < 0 && scaled > 0 ? '-' : ''
  return `${sign}${digits.slice(0, -decimals.length)}.${digits.slice(-decimals.length)}${words!.replace(/["\\!]/g, '')}`
}

const insertedPoint = /^[#,]*0+(?:[!\\]\.|"\.")(0+)(,{0,3})((?:"[^"]*"|[!\\]?[\u4e00-\u9fff_ ])*)(?:;[^;]*)*$/

/** All digits, never an exponent; fractions to 15 digits like Excel, which hides the noise of binary fractions. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '#NUM!'
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value))
  const [digits, exponent] = Math.abs(value).toExponential(14).split('e') as [string, string]
  const point = Number(exponent) + 1
  const figures = digits.replace('.', '').padStart(15 - Math.min(point, 0), '0')
  const whole = figures.slice(0, Math.max(point, 0)).padEnd(point, '0') || '0'
  const fraction = figures.slice(Math.max(point, 0)).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}
