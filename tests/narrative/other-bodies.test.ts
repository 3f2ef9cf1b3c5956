import { expect, test } from 'vitest'
import { otherBodiesAsSubject } from '../../src/core/narrative/other-bodies.ts'

const roster = [
  '示例县',
  '示例县人民政府',
  '东河镇',
  '西河镇',
  '西河镇人民政府',
  '丙街道',
  '示例县财政局',
  '示例县教育局',
]

function found(text: string, own: string): readonly string[] {
  const others = roster.filter(name => name !== own)
  return otherBodiesAsSubject(text, own, others).map(slip => slip.found)
}

test.each([
  ['西河镇政府信息公开工作取得进展。', '东河镇', '西河镇'],
  ['2024年，西河镇认真落实各项制度。', '东河镇人民政府', '西河镇'],
  ['落实责任。丙街道新收申请2件。', '东河镇', '丙街道'],
  ['示例县教育局高度重视政府信息公开工作。', '示例县财政局', '示例县教育局'],
])('%s', (text, own, name) => {
  expect(found(text, own)).toContain(name)
})

test.each([
  ['我镇与西河镇联合开展培训。', '东河镇'],
  ['东河镇认真落实各项制度。', '东河镇'],
  ['示例县高度重视政府信息公开工作。', '东河镇'],
  ['示例县教育局积极配合我镇开展工作。', '东河镇'],
  ['西河镇认真落实各项制度。', '示例县'],
  ['其中西河镇新收申请2件。', '东河镇'],
  ['', '东河镇'],
])('silent: %s', (text, own) => {
  expect(found(text, own)).toEqual([])
})
