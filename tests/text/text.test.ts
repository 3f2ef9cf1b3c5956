import { expect, test } from 'vitest'
import { decode } from '../../src/core/text/decode.ts'
import { labelText } from '../../src/core/text/label-text.ts'
import { createLineIndex } from '../../src/core/text/line-index.ts'
import { cutToWidth, displayWidth, padToWidth } from '../../src/core/text/width.ts'
import { encode, type TextStyle } from '../../src/testing/write-text.ts'

const encodings: readonly TextStyle['encoding'][] = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be-bom',
  'gb18030',
]

test.each(encodings)('decodes %s', encoding => {
  const text = '自然人,12\n总计,0\n'
  expect(decode(encode(text, encoding))?.text).toBe(text)
})

test('decodes characters that only GB18030 has in four bytes', () => {
  expect(decode(Uint8Array.of(0xd6, 0xd0, 0x82, 0x30, 0xfc, 0x31))?.text).toBe('中㥷')
})

test.each([
  ['a byte that no encoding has', [0x31, 0xff, 0x31]],
  ['a UTF-8 mark before bytes that are not UTF-8', [0xef, 0xbb, 0xbf, 0xff, 0x31]],
  ['zero bytes that are no UTF-16', [0x31, 0x00, 0x00, 0x32, 0x00, 0x00]],
  ['half a character at the end', [0xd6, 0xd0, 0xd6]],
])('refuses %s', (_, bytes) => {
  expect(decode(Uint8Array.from(bytes))).toBeNull()
})

test('line index counts LF, CRLF and CR, from 1', () => {
  const index = createLineIndex('a\nbc\r\nd\re')
  expect([0, 1, 2, 3, 6, 8].map(offset => Object.values(index.position(offset)))).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 1],
    [4, 1],
  ])
})

test.each([
  ['（三）不予公开', '三', '不予公开'],
  ['(三) 不予公开', '三', '不予公开'],
  ['三、本年度办理结果', '三', '本年度办理结果'],
  ['1.属于国家秘密', '1', '属于国家秘密'],
  ['１．属于国家秘密', '1', '属于国家秘密'],
  ['1、属于 国家\n秘密', '1', '属于国家秘密'],
  ['3.危及"三安全一稳定"', '3', '危及三安全一稳定'],
  ['3.危及“三安全一稳定”', '3', '危及三安全一稳定'],
  ['"二、本年新收政府信息公开申请数量"', '二', '本年新收政府信息公开申请数量'],
  ['⼀、本年新收政府信息公开申请数量', '一', '本年新收政府信息公开申请数量'],
  ['⾃然⼈', null, '自然人'],
  ['人⺠政府', null, '人民政府'],
  ['本年收费金额（单位：万元）', null, '本年收费金额'],
  ['本年增／减', null, '本年增减'],
  ['三安全', null, '三安全'],
])('takes the label %j apart', (raw, number, text) => {
  expect(labelText(raw)).toEqual({ number, text })
})

test('display width: two columns for Chinese, one for Latin, none for invisible characters', () => {
  expect(['总计', 'a1', '总计a', 'e\u0301', '\u200b', '１２', '𠮷'].map(displayWidth)).toEqual([
    4, 2, 5, 1, 0, 4, 2,
  ])
  expect(padToWidth('总计', 6)).toBe('总计  ')
  expect(cutToWidth('本年新收政府信息', 9)).toBe('本年新..')
})
