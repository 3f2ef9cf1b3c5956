import type { Quantity, ResultClaim } from './claim.ts'
import { sumOf } from './claim.ts'
import type { Context, Reading } from './claims.ts'
import { createScope } from './scope.ts'

const upheld =
  /(?:均|全部|都)(?:获|获得|得到|被|予以|结果为|为|依法)*维持(?!原判|一审)|均(?:结果)?维持(?!原判|一审)/
const won = /(?:全部|均|都)胜诉/
const unbeaten = /零败诉|无一?(?:件|例|起)?败诉|没有(?:一件|一起)?败诉/

/** 均获维持, 零败诉: how the cases that the sentence speaks of ended, all of them. */
export function resultsIn({ main }: Reading, { about, words, topics }: Context): ResultClaim[] {
  const match = upheld.exec(main) ?? won.exec(main) ?? unbeaten.exec(main)
  if (!match || !topics.allows('cases', match.index)) return []
  const before = main.slice(0, match.index)
  const hasReview = before.includes('复议') && upheld.test(match[0])
  const hasLitigation = before.includes('诉讼')
  const groups = [
    ...(hasReview ? ['review'] : []),
    ...(hasLitigation ? ['litigationDirect', 'litigationAfterReview'] : []),
  ]
  if (groups.length === 0 || isElsewhere(before) || /其中|除|部分|大多|多数|部分案件/.test(before)) return []
  const isOfSettled =
    /审结|结案|办结|判决|裁定|作出决定|已有结果/.test(before) ||
    /审结|未结|审理中|正在|待审|尚在|尚未/.test(main)
  const results = ['corrected', ...(isOfSettled || unbeaten.test(match[0]) ? [] : ['pending'])]
  const none = results.map(
    (result): Quantity => sumOf(...groups.map(group => `reviewLitigation.${group}.${result}` as const)),
  )
  const clause = Math.max(...['，', ',', '；', ';', ':'].map(mark => before.lastIndexOf(mark))) + 1
  return [{ kind: 'result', none, start: clause, end: match.index + match[0].length }]

  function isElsewhere(text: string): boolean {
    const scope = createScope(about, words)
    return text.split(/[，,；;:]/).some(clause => scope.enter(clause, /\d/.test(clause)) < clause.length)
  }
}
