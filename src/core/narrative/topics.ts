import type { Meaning } from './phrases.ts'
import type { About } from './words.ts'

/** What a paragraph speaks of, sentence by sentence. */
export interface Topics {
  /** True where words that `needed` says are no more than words for something else are about requests or their cases. */
  allows(needed: Meaning['needs'], at: number): boolean
  /** The topics when the next sentence begins. */
  after(sentence: string): Topics
}

const requests =
  /依申请公开|(?:政府|政务)?信息公开申请|公开政府信息的?申请|部分公开|不予公开|无法提供|不予处理/g
const outcomes = /部分公开|不予公开|无法提供|不予处理/
const cases = /行政复议|行政诉讼/g
const information = /信息公开|依申请公开/g
const others =
  /信箱|热线|12345|留言|来信|来电|咨询|建议|提案|投诉|举报|信访|许可|处罚|执法|稿件|法治|应诉|出庭|审理|调解|仲裁|解读/g
const labels = /信访、?举报、?投诉类|属于行政执法案卷/g

/** Cases of a review organ or a court, not those against the body itself. */
const ofReviewOrgan =
  /(?:备案|受理|审理|审查|办理|收到|接收|办结|审结|立案|代理)[^，,；;。]{0,16}行政(?:复议|诉讼)|复议(?:机关|机构|委员会)|法院/

const kinds = { request: requests, others, cases, information }
type Kind = keyof typeof kinds

/** Where each was last spoken of before the sentence, counted back from its start. */
type Before = Readonly<Record<Kind, number>>
const nothing: Before = { request: -1e9, others: -1e9, cases: -1e9, information: -1e9 }

export function createTopics(text: string, about: About, before: Before = nothing): Topics {
  const own = text.replace(labels, found => '＿'.repeat(found.length))
  const places = Object.fromEntries(
    Object.entries(kinds).map(([kind, pattern]) => [
      kind,
      [...own.matchAll(pattern)].map(({ index }) => index),
    ]),
  ) as Record<Kind, number[]>
  const last = (kind: Kind, at: number) => places[kind].filter(place => place < at).at(-1) ?? before[kind]
  const { section } = about
  return {
    allows(needed, at) {
      const [other, request] = [last('others', at), last('request', at)]
      const isSpokenOf = section === 'requests' || request > nothing.request
      switch (needed) {
        case null:
          return other <= request || other < 0
        case 'requests':
          return (isSpokenOf || outcomes.test(own)) && other <= request && last('cases', at) <= request
        case 'outcomes':
          return (isSpokenOf || outcomes.test(own)) && other <= request
        case 'cases': {
          const said = last('information', at)
          const isOfBody = section === 'reviewLitigation' || said > nothing.information
          return isOfBody && other <= said && !ofReviewOrgan.test(own.slice(0, at))
        }
      }
    },
    after(sentence) {
      const left = (kind: Kind) => last(kind, own.length) - own.length - 1
      return createTopics(sentence, about, {
        ...{ request: left('request'), others: left('others') },
        ...{ cases: left('cases'), information: left('information') },
      })
    },
  }
}
