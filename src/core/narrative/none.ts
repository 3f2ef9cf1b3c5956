import type { NoneClaim, Quantity } from './claim.ts'
import { quantities } from './claim.ts'
import type { Context } from './claims.ts'
import { caseLead, caseQuantities, requestNoun } from './phrases.ts'

const negation =
  '(?:均|从|尚|暂|也|亦)?(?:未|没有|未有|无|并未)(?:曾)?(?:收到|接到|接收到?|受理|发生|出现|存在|产生|有)?(?:过)?(?:任何|一起|一件|一例)?'
const ending = /(?:的)?(?:等)?(?:的)?(?:情况|情形|现象|事件|案件|事项)*(?:的)?(?:发生|出现)?$/
/** Beside requests and cases in one list, and of no table. */
const besides =
  /^(?:相关|有关|其他)?(?:群众|公众)?(?:的)?(?:投诉|举报|信访|上访|申诉|投诉举报|泄密|失密|收费|减免|责任追究)(?:事件|情况)?$/
const request = new RegExp(
  `^(?:来自|由)?(?:申请人|公民、法人(?:和|或|或者|及|以及|、)其他组织)?(?:提出|提交)?的?(?:${requestNoun})$`,
)
const review = new RegExp(`^${caseLead}(?:行政)?复议(?:案件|申请|案)?$`)
const litigation = new RegExp(`^${caseLead}(?:行政)?诉讼(?:案件|案)?$`)
const both = new RegExp(`^${caseLead}行政复议(?:行政)?诉讼(?:案件|案)?$`)

/** 未收到政府信息公开申请, 未发生行政复议、行政诉讼: a whole clause that says there was none. */
export function noneIn(
  main: string,
  start: number,
  limit: number,
  end: number,
  { words, topics }: Context,
): NoneClaim[] {
  const clause = main.slice(start, limit).replaceAll('\ue000', '')
  if (limit < end) return []
  const lead = words.lead.exec(clause)![0]
  const match = new RegExp(`^${negation}`).exec(clause.slice(lead.length))
  if (!match) return []
  const list = clause
    .slice(lead.length + match[0].length)
    .replace(/公民、法人(?:和|或|或者|及|以及|、)其他组织/, '申请人')
    .replace(ending, '')
  const items = list.split(/、|以及|或者|和|及|与|或/)
  const kinds = items.map(kindOf)
  if (kinds.length === 0 || kinds.includes(undefined)) return []
  const claims: NoneClaim[] = []
  const say = (kind: NoneClaim['kind'], meanings: readonly Quantity[]) =>
    claims.push({ kind, meanings, start: start + lead.length, end: start + clause.trimEnd().length })
  if (kinds.includes('requests')) say('no-requests', [quantities.received])
  const cases = [
    ...(kinds.includes('review') || kinds.includes('both') ? [caseQuantities.review] : []),
    ...(kinds.includes('litigation') || kinds.includes('both') ? [caseQuantities.litigation] : []),
  ]
  const isOfInformation = list.includes('公开') || topics.allows('cases', start)
  if (cases.length > 0 && isOfInformation) say('no-cases', cases)
  return claims
}

type Kind = 'requests' | 'review' | 'litigation' | 'both' | 'other'

function kindOf(item: string): Kind | undefined {
  if (request.test(item)) return 'requests'
  if (both.test(item)) return 'both'
  if (review.test(item)) return 'review'
  if (litigation.test(item)) return 'litigation'
  return besides.test(item) ? 'other' : undefined
}
