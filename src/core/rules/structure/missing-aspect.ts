import { hasText, sectionOf, wholeOf } from '../../model/narrative.ts'
import { reportRule } from '../rule.ts'
import { listEn, listZh } from '../words.ts'

/** What the first section is to cover, with words that show it. */
const aspects: readonly { readonly name: string; readonly words: RegExp }[] = [
  {
    name: '主动公开',
    words:
      /主动.{0,4}公开|公开(?:了|发布)|(?:公开|发布|公布|刊载|更新).{0,20}信息|信息.{0,12}(?:发布|公布|更新)|政策.{0,4}解读/,
  },
  { name: '依申请公开', words: /申请/ },
  {
    name: '政府信息管理',
    words:
      /信息.{0,12}(?:管理|审核|审查|清理|归档|备案)|(?:保密|公开).{0,6}(?:审查|审核)|(?:审查|审核|管理).{0,16}(?:信息|制度|机制)|(?:发布|公开|上网).{0,8}审[核查]|审核把关|三审|规范性文件|(?:动态|规范|台账|目录).{0,4}(?:管理|调整)|公开目录|公开属性/,
  },
  {
    name: '政府信息公开平台建设',
    words: /平台|网站|网页|网上|公众号|微信|微博|新媒体|专栏|专区|公开栏|公示栏|客户端|查阅点|查阅场所/,
  },
  {
    name: '监督保障',
    words: /监督|保障|考核|评议|培训|问责|追责|责任|领导小组|组织领导|督[查促导办]|检查|专人|人员/,
  },
]

export const missingAspect = reportRule({
  code: 'GJ132',
  name: 'missing-aspect',
  severity: 'warning',
  title: { zh: '“总体情况”没有写全', en: 'The overall situation leaves something out' },
  basis: {
    zh: '国办公开办函〔2021〕30号：“总体情况”应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面',
    en: '国办公开办函〔2021〕30号: the first section covers disclosure, requests, the management of information, platforms, and supervision',
  },
  why: {
    zh: '五个方面是规定的内容，没有工作可写的也要交代一句。',
    en: 'The five aspects are prescribed; where little was done, a sentence says so.',
  },
  advice: {
    zh: '请在“总体情况”中补写这些方面；已经写了而用词不同的，可以不改。',
    en: 'Add them to the first section; leave it as it is if they are there in other words.',
  },
  *check({ narrative, year }) {
    const section = sectionOf(narrative, 'overall')
    const text = section?.paragraphs.map(paragraph => paragraph.text.replace(/\s/g, '')).join('\n') ?? ''
    if (!hasText(narrative) || !section || text === '') return
    const missing = aspects.filter(({ words }) => !words.test(text)).map(({ name }) => name)
    if (missing.length === 0) return
    const isEarly = year !== null && year < 2021
    yield {
      at: wholeOf(section.heading),
      data: { missing },
      severity: isEarly ? ('info' as const) : ('warning' as const),
    }
  },
  messages: {
    zh: ({ missing }) => `“总体情况”没有写到${listZh(missing)}。`,
    en: ({ missing }) => `The first section, 总体情况, does not mention ${listEn(missing)}.`,
  },
})
