import { expect, test } from 'vitest'
import type { Problem, ProblemData } from '../../src/core/document/problem.ts'
import type { Fact } from '../../src/core/model/fact.ts'
import { readDelimited } from '../../src/core/readers/plain/delimited.ts'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { recognize } from '../../src/core/recognize/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { encode } from '../../src/testing/write-text.ts'

const surroundings = { host: nodeHost, limits: defaultLimits }

/**
 * 表三 as text copied from a page gives it: the head has lost the cells it spans, and the rows under 三 were cut at
 * the width of the first row, so that each has lost a figure and does not say which.
 */
const head = [
  '示例镇2020年政府信息公开工作年度报告',
  '三、收到和处理政府信息公开申请情况',
  '(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)\t申请人情况\t\t\t\t\t\t',
  '\t自然人\t法人或其他组织\t\t\t\t\t总计',
  '\t\t商业企业\t科研机构\t社会公益\t法律服务\t其他\t',
  '',
  '\t\t\t\t\t组织\t机构\t\t',
]
const labels = [
  '三、本年度办理结果\t(一) 予以公开\t',
  '\t(二) 部分公开(区分处理的,只计这一情形,不计其他情形)\t',
  '\t(三) 不予公开\t1.属于国家秘密',
  '\t\t2.其他法律行政法规禁止公开',
  '\t\t3.危及“三安全一稳定”',
  '\t\t4.保护第三方合法权益',
  '\t\t5.属于三类内部事务信息',
  '\t\t6.属于四类过程性信息',
  '\t\t7.属于行政执法案卷',
  '\t\t8.属于行政查询事项',
  '\t(四) 无法提供\t1.本机关不掌握相关政府信息',
  '\t\t2.没有现成信息需要另行制作',
  '\t\t3.补正后申请内容仍不明确',
  '\t(五) 不予处理\t1.信访举报投诉类申请',
  '\t\t2.重复申请',
  '\t\t3.要求提供公开出版物',
  '\t\t4.无正当理由大量反复申请',
  '\t\t5.要求行政机关确认或重新出具已获取信息',
  '\t(六) 其他处理\t',
  '\t(七) 总计\t',
]

/** Each row takes its own figures; rows 一, 二 and 四 are whole. */
async function read(
  figures: (row: number) => string,
  whole = ['7 2 0 0 0 1 10', '0 0 0 0 0 0 0', '1 0 0 0 0 0 1'],
) {
  const full = (label: string, text: string) => `${label}\t\t${text.replaceAll(' ', '\t')}`
  const lines = [
    ...head,
    full('一、本年新收政府信息公开申请数量', whole[0]!),
    full('二、上年结转政府信息公开申请数量', whole[1]!),
    ...labels.map((label, row) => `${label}\t${figures(row).replaceAll(' ', '\t')}`),
    full('四、结转下年度继续办理', whole[2]!),
  ]
  const document = await readDelimited(
    { path: 'page.txt', bytes: encode(lines.join('\n'), 'utf-8') },
    'txt',
    surroundings,
  )
  const { report, problems } = recognize(document)
  const facts = new Map(
    report.tables[0]!.facts.flatMap(fact => (fact ? [[fact.cell.ref, fact] as const] : [])),
  )
  const row = (id: string) => [...facts.values()].filter(fact => fact.cell.row.id === id).map(shown)
  return { row, problems }
}

function shown(fact: Fact): string {
  return fact.state === 'missing' ? '?' : fact.raw
}

function shortRows(problems: readonly Problem[]) {
  const found = problems.filter(problem => problem.name === 'short-row')
  expect(found).toHaveLength(1)
  return (found[0]!.data as ProblemData['short-row']).rows
}

test('rows that are whole keep their figures in their columns', async () => {
  const { row } = await read(() => '0 0 0 0 0 0')
  expect(row('newRequests')).toEqual(['7', '2', '0', '0', '0', '1', '10'])
  expect(row('carriedForward')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
})

test('equal figures are the same whichever column was lost', async () => {
  const { row, problems } = await read(() => '0 0 0 0 0 0')
  expect(row('outcomes.granted')).toEqual(['0', '0', '0', '0', '0', '0', '?'])
  expect(shortRows(problems)).toHaveLength(20)
})

test('figures that fit several columns are refused, not shifted', async () => {
  const { row, problems } = await read(index => (index === 0 ? '0 0 0 0 0 5' : '0 0 0 0 0 0'))
  expect(row('outcomes.granted')).toEqual(['?', '?', '?', '?', '?', '?', '?'])
  expect(
    shortRows(problems)
      .filter(each => !each.placed)
      .map(each => each.label),
  ).toEqual(['（一）予以公开'])
})

test('figures that only one choice of columns lets balance are placed', async () => {
  // New 7 2 0 0 0 1 10 less what is carried forward: 6 2 0 0 0 1 9, of which the total was cut off.
  const { row, problems } = await read(index => (index === 19 ? '6 2 0 0 0 1' : '0 0 0 0 0 0'))
  expect(row('outcomes.total')).toEqual(['6', '2', '0', '0', '0', '1', '?'])
  expect(shortRows(problems).every(each => each.placed)).toBe(true)
})

test('broken words of the head are no drift', async () => {
  const { problems } = await read(() => '0 0 0 0 0 0')
  expect(problems.map(problem => problem.name)).toEqual(['short-row'])
})
