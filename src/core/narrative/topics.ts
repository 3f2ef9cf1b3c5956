import type { Meaning } from './phrases.ts'
import type { About } from './words.ts'

/** What a text speaks of up to some place of it. */
export interface Topics {
  allows(needed: Meaning['needs'], at: number): boolean
}

const requests =
  /依申请公开|(?:政府|政务)?信息公开申请|公开政府信息的?申请|部分公开|不予公开|无法提供|不予处理/g
const outcomes = /部分公开|不予公开|无法提供|不予处理/
const cases = /行政复议|行政诉讼/g
const information = /信息公开|依申请公开/g
const others =
  /信箱|热线|12345|留言|来信|来电|咨询|建议|提案|投诉|举报|信访|许可|处罚|执法|稿件|法治|应诉|出庭|审理|调解|仲裁|解读/g
const labels = /信访、?举报、?投诉类|属于行政执法案卷/g

export function createTopics(text: string, { section }: About): Topics {
  const own = text.replace(labels, found => '＿'.repeat(found.length))
  const lastBefore = (pattern: RegExp, at: number) => {
    let last = -1
    for (const match of own.matchAll(pattern)) if (match.index < at) last = match.index
    return last
  }
  return {
    allows(needed, at) {
      const other = lastBefore(others, at)
      const request = lastBefore(requests, at)
      switch (needed) {
        case null:
          return other <= request || other < own.lastIndexOf('。', at)
        case 'requests':
          return (
            (section === 'requests' || request >= 0) && other <= request && lastBefore(cases, at) <= request
          )
        case 'outcomes':
          return (section === 'requests' || request >= 0 || outcomes.test(own)) && other <= request
        case 'cases': {
          const said = lastBefore(information, at)
          return (section === 'reviewLitigation' || said >= 0) && other <= said
        }
      }
    },
  }
}
