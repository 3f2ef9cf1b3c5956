import type { Folded } from './folded.ts'

/** A number of a folded text: whole units of `step`, below the point where `scale` says so. */
export interface Written {
  /** × 10^-`scale` */
  readonly units: number
  readonly scale: number
  /** What one unit of the last written digit is worth: 1000 in 1.2万, 1 in 12. */
  readonly step: number
  readonly isPercent: boolean
  readonly start: number
  readonly end: number
}

const digits = '〇零一二三四五六七八九'
const numeral = `[${digits}十百千万两]+`
const figures = '\\d{1,3}(?:,\\d{3})+|\\d+'
const pattern = new RegExp(
  `(${figures})(?:\\.(\\d+))?(万)?(%)?|百分之(?:(\\d+)(?:\\.(\\d+))?|(${numeral})(?:点([${digits}]+))?)|(${numeral})`,
  'g',
)

/** Numbers in figures and in Chinese numerals. One that could be two (`3 12`) or has been cut is left out. */
export function numbersIn({ text, gaps }: Folded): readonly Written[] {
  return [...text.matchAll(pattern)].flatMap((match): Written[] => {
    const [all, whole, fraction, tenThousands, percent, share, shareFraction, words, wordFraction, count] =
      match
    const start = match.index
    const end = start + all.length
    const place = { start, end }
    if (/[\d.,，]/.test(text[start - 1] ?? '') && /\d/.test(text[start - 2] ?? '') && isTail(match)) return []
    if (/^[.,]?\d/.test(text.slice(end, end + 2))) return []
    if (whole !== undefined) {
      const breaks = [...gaps].filter(gap => gap > start && gap < start + whole.length)
      // A blank between figures is read over where it divides thousands.
      if (breaks.some(gap => (start + whole.length - gap) % 3 !== 0 || gap - start > 3 * breaks.length))
        return []
      const plain = whole.replaceAll(',', '') + (fraction ?? '')
      if (plain.length > 12) return []
      const scale = fraction?.length ?? 0
      if (tenThousands === undefined)
        return [{ units: Number(plain), scale, step: 1, isPercent: percent !== undefined, ...place }]
      if (percent !== undefined || scale > 4) return []
      const step = 10 ** (4 - scale)
      return [{ units: Number(plain) * step, scale: 0, step, isPercent: false, ...place }]
    }
    if (share !== undefined) {
      const written = share + (shareFraction ?? '')
      return [
        { units: Number(written), scale: shareFraction?.length ?? 0, step: 1, isPercent: true, ...place },
      ]
    }
    const value = fromNumeral((words ?? count)!)
    if (value === null) return []
    if (count !== undefined) return [{ units: value, scale: 0, step: 1, isPercent: false, ...place }]
    const after = [...(wordFraction ?? '')].map(digitOf).join('')
    return [{ units: Number(`${value}${after}`), scale: after.length, step: 1, isPercent: true, ...place }]
  })
}

/** What stands behind a figure and a comma; behind `，` only three digits can belong to that figure. */
function isTail({ 0: all, index, input }: RegExpMatchArray): boolean {
  return input![index! - 1] !== '，' || /^\d{3}$/.test(all)
}

function digitOf(character: string): number {
  if (character === '两') return 2
  if (character === '〇') return 0
  return digits.indexOf(character) - 1
}

const unitsOfTen: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一百零三, 两千, 一二三; null for what no one would say for certain: 一百二 (102 or 120). */
export function fromNumeral(numeral: string): number | null {
  if (!/[十百千万]/.test(numeral)) return Number([...numeral].map(digitOf).join(''))
  const [high, low, ...more] = numeral.split('万')
  if (more.length > 0) return null
  if (low === undefined) return belowTenThousand(high!)
  const [above, below] = [belowTenThousand(high!), low === '' ? 0 : belowTenThousand(low)]
  // 一万二 may be 12,000; after a gap a 零 has to stand.
  if (above === null || below === null || (low !== '' && below < 1000 && !/^[零〇]/.test(low))) return null
  return above * 10_000 + below
}

function belowTenThousand(numeral: string): number | null {
  let [sum, digit, last] = [0, null as number | null, 10_000]
  let isSpaced = false
  for (const character of numeral) {
    const unit = unitsOfTen[character]
    if (unit !== undefined) {
      if (unit >= last || (digit === null && (unit > 10 || sum > 0))) return null
      sum += (digit ?? 1) * unit
      ;[digit, last, isSpaced] = [null, unit, false]
    } else if (digitOf(character) === 0) {
      if (digit !== null || isSpaced) return null
      isSpaced = true
    } else {
      if (digit !== null) return null
      digit = digitOf(character)
    }
  }
  if (digit === null) return numeral === '' || isSpaced ? null : sum
  if (last > 10 && !isSpaced) return last === 10_000 ? digit : null
  return sum + digit
}
