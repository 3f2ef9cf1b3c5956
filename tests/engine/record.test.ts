import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  checkSource,
  type Extra,
  type FileRecord,
  type FileResult,
  type Language,
} from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { fixtureFiles } from '../fixture-files.ts'

const demo = 'fixtures/demo/示例县/柳河镇2024年政府信息公开工作年度报告.csv'

async function check(
  path: string,
  extras: readonly Extra[],
  language: Language = 'zh-CN',
): Promise<FileResult | null> {
  const source = { path, bytes: readFileSync(path), isNamed: true }
  const checked = await checkSource(source, { language, profile: 'standard', extras }, nodeHost)
  return checked.kind === 'checked' ? checked.file : null
}

async function recordOf(path: string, language: Language): Promise<FileRecord> {
  return (await check(path, ['record'], language))!.record!
}

/** The number that a side comes to, which it ends with. */
function sumOf(side: string): number {
  const plain = side.replace(/（另有\d+格为0）$|（\d+格都是0）$/, '')
  return Number(/−?[\d.]+$/.exec(plain)![0].replace('−', '-'))
}

describe.each(fixtureFiles)('%s', path => {
  test('is recorded as it was counted', async () => {
    const file = await check(path, ['record'])
    if (!file) return
    const { sha256, relations } = file.record!
    expect(sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    const count = (outcome: string) => relations.filter(each => each.outcome === outcome).length
    expect({ held: count('held'), failed: count('failed'), unknown: count('unknown') }).toEqual(
      file.relations,
    )
    expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length)
    for (const { left, right, difference, outcome } of relations) {
      expect(difference === null).toBe(outcome === 'unknown')
      if (outcome === 'held') expect(difference).toBe('0')
      if (difference === null || /空/.test(left + right)) continue
      expect(sumOf(left) - sumOf(right)).toBeCloseTo(Number(difference.replace('−', '-')))
    }
  })
})

test('relations of the settings come last, with their tables', async () => {
  const own = {
    name: '公开与受理',
    relation: '=',
    left: ['requests.newRequests.total', 'requests.carriedOver.total'],
    right: ['activeDisclosure.rules.issued'],
    message: null,
    basis: '县政府办通知',
    severity: 'error',
    editions: null,
  } as const
  const source = { path: demo, bytes: readFileSync(demo), isNamed: true }
  const options = { language: 'zh-CN', profile: 'standard', extras: ['record'], relations: [own] } as const
  const checked = await checkSource(source, options, nodeHost)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  const { record, relations } = checked.file
  const count = (outcome: string) => record!.relations.filter(each => each.outcome === outcome).length
  expect([count('held'), count('failed'), count('unknown')]).toEqual([
    relations.held,
    relations.failed,
    relations.unknown,
  ])
  expect(record!.relations.at(-1)).toMatchInlineSnapshot(`
    {
      "difference": "+1937",
      "id": "own/公开与受理",
      "left": "表三“一、本年新收政府信息公开申请数量”行“总计”列1721＋表三“二、上年结转政府信息公开申请数量”行“总计”列252＝1973",
      "name": "公开与受理",
      "outcome": "failed",
      "right": "表二“规章”行“本年制发件数”列36",
      "table": "own",
    }
  `)
})

test('a record is made only when it is asked for', async () => {
  expect((await check(demo, []))!.record).toBeNull()
})

test('sides in Chinese', async () => {
  const { relations } = await recordOf(demo, 'zh-CN')
  const shown = ['requests/row-total/outcomes.total', 'requests/outcome-total/naturalPerson']
  expect(relations.filter(({ id }) => shown.includes(id))).toMatchInlineSnapshot(`
    [
      {
        "difference": "−270",
        "id": "requests/row-total/outcomes.total",
        "left": "总计1835",
        "name": "“（七）总计”行的总计",
        "outcome": "failed",
        "right": "自然人520＋商业企业334＋科研机构294＋社会公益组织343＋法律服务机构296＋其他318＝2105",
        "table": "requests",
      },
      {
        "difference": "+270",
        "id": "requests/outcome-total/naturalPerson",
        "left": "总计520",
        "name": "“自然人”列的（七）总计",
        "outcome": "failed",
        "right": "予以公开9＋不予公开 1.属于国家秘密39＋不予公开 2.其他法律行政法规禁止公开26＋不予公开 3.危及“三安全一稳定”19＋不予公开 4.保护第三方合法权益8＋不予公开 7.属于行政执法案卷24＋不予公开 8.属于行政查询事项31＋无法提供 3.补正后申请内容仍不明确26＋不予处理 2.重复申请6＋不予处理 3.要求提供公开出版物12＋不予处理 4.无正当理由大量反复申请32＋不予处理 5.要求行政机关确认或重新出具已获取信息3＋其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请15＝250（另有8格为0）",
        "table": "requests",
      },
    ]
  `)
})

test('sides in English', async () => {
  const { relations } = await recordOf(demo, 'en')
  const shown = ['requests/balance/naturalPerson', 'reviewLitigation/case-total/review.total']
  expect(relations.filter(({ id }) => shown.includes(id))).toMatchInlineSnapshot(`
    [
      {
        "difference": "−270",
        "id": "requests/balance/naturalPerson",
        "left": "本年新收 295 + 上年结转 1 = 296",
        "name": "the balance of column “自然人”",
        "outcome": "failed",
        "right": "总计 520 + 结转下年度 46 = 566",
        "table": "requests",
      },
      {
        "difference": "0",
        "id": "reviewLitigation/case-total/review.total",
        "left": "行政复议 总计 105",
        "name": "“行政复议 总计”",
        "outcome": "held",
        "right": "行政复议 结果维持 1 + 行政复议 结果纠正 39 + 行政复议 其他结果 36 + 行政复议 尚未审结 29 = 105",
        "table": "reviewLitigation",
      },
    ]
  `)
})
