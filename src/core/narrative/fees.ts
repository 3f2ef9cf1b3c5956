import { type Exact, parseExact } from '../constraints/exact.ts'
import type { Slip } from './slip.ts'

/** True where section 六 says anything of fees, or any part of the text of those for handling information. */
export function tellsOfFees(other: string, whole: string): boolean {
  return /收费|费用|收取|缴费|处理费/.test(other) || /处理费|收费通知/.test(whole)
}

/** An amount that the text says was taken in for handling information. */
export interface StatedFee extends Slip {
  /** In yuan. */
  readonly yuan: Exact
}

const amount =
  /(?:收取|收缴|征收|实收|收到)(?:的)?(?:政府)?(?:依申请公开)?(?:信息(?:公开)?)?处理费(?:用)?(?:[^。；，,（(：:\d]{0,8}\d+\s*件[，,、]?)?[，,]?(?:共计?|合计|总计|总额|金额|累计|计|为)*\s*(?:人民币)?\s*([\d,，]+(?:\.\d+)?)\s*(万?元)/dg

/** 信息处理费 of the body as a whole; what single units took in stands behind 其中 and is passed over. */
export function statedFees(text: string): readonly StatedFee[] {
  return [...text.matchAll(amount)].flatMap(match => {
    const before = text
      .slice(0, match.index)
      .split(/[。；\n]/)
      .at(-1)!
    const written = parseExact(match[1]!.replace(/[,，]/g, ''))
    if (!written || /其中|去年|上年|同比|累计/.test(before)) return []
    const yuan = match[2] === '元' ? written : timesTenThousand(written)
    const [start, end] = [match.indices![1]![0], match.indices![2]![1]]
    return [{ start, end, found: text.slice(start, end), yuan }]
  })
}

function timesTenThousand({ units, scale }: Exact): Exact {
  const digits = `${units}${'0'.repeat(4)}`
  return parseExact(
    scale === 0 ? digits : `${digits.slice(0, -scale) || '0'}.${digits.slice(-scale).padStart(scale, '0')}`,
  )!
}
