/** What section 五 has to speak of. */
export type ProblemsPart = 'problems' | 'improvements'

/** Characters below which a section says nothing. */
const fewest = 10

/** True for a section that is empty, says 无, or little more. */
export function saysNothing(text: string): boolean {
  const bare = text.replace(/[\s\p{P}\p{S}]/gu, '')
  return bare.length < fewest || (bare.length < 20 && /^(?:本年度?|暂)?(?:无|没有)/.test(bare))
}

const words: Readonly<Record<ProblemsPart, RegExp>> = {
  problems:
    /问题|不足|差距|薄弱|欠缺|有待|不够|不高|不强|短板|弱项|困难|不到位|不及时|不完善|不规范|不全|不深|不多|不平衡|不充分|不均衡|不健全|滞后|缺乏|缺少|较少|偏少|单一|仍需|还需|尚需|需要进一步|需进一步|难以|局限/,
  improvements:
    /改进|加强|下一步|提高|提升|完善|强化|措施|加大|整改|优化|进一步|规范|推进|健全|拓宽|丰富|增强|增加|深化|落实|今后|下阶段|将/,
}

/** The parts that nothing in the text speaks of. */
export function missingParts(text: string): readonly ProblemsPart[] {
  return (['problems', 'improvements'] as const).filter(part => !words[part].test(text))
}

/** What the report of a government has to speak of besides, in the words of 条例第五十条. */
const assessments: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|绩效/],
  ['社会评议', /评议|满意度|测评/],
  ['责任追究', /责任追究|追究.{0,6}责任|追责|问责|责任追/],
]

export function missingAssessments(text: string): readonly string[] {
  return assessments.filter(([, said]) => !said.test(text)).map(([name]) => name)
}
