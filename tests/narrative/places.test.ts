import { expect, test } from 'vitest'
import { locationOfPassage, sentencesOf, textOf, wholeOf } from '../../src/core/model/narrative.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { recognize } from '../../src/core/recognize/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { documentBuilders } from '../../src/testing/example-documents.ts'
import { encode } from '../../src/testing/write-text.ts'

test('what stands behind a heading on its line is placed on it', async () => {
  const line =
    '　一、总体情况。2024年，工作有序。五、存在的主要问题及改进情况 无问题。 六、其他需要报告的事项：无。'
  const { sections } = await read('report.txt', encode(`${line}\n二、主动公开政府信息情况\n`, 'utf-8'))
  const pieces = sections.flatMap(({ heading, paragraphs }) => [
    wholeOf(heading),
    ...paragraphs.flatMap(sentencesOf),
  ])
  expect(pieces.map(textOf)).toEqual([
    '　一、总体情况',
    '2024年，工作有序。',
    '五、存在的主要问题及改进情况',
    '无问题。',
    '六、其他需要报告的事项',
    '无。',
    '二、主动公开政府信息情况',
  ])
  for (const piece of pieces.slice(0, -1)) {
    const { line: at, column, endColumn } = locationOfPassage(piece)
    expect(at).toBe(1)
    expect(line.slice(column - 1, endColumn - 1)).toBe(textOf(piece))
  }
})

test('a picture in a document stands in the section whose heading is above it', async () => {
  const rows = [
    ...['一、总体情况', '有。', '[图片]', '三、收到和处理政府信息公开申请情况', '[图片]'],
    ...['四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '有。'],
  ].map(text => [text])
  const { sections } = await read('report.docx', documentBuilders.document!(rows))
  expect(sections.map(({ number, pictures }) => `${number} ${pictures}`)).toEqual([
    '一 1',
    '三 1',
    '四 0',
    '五 0',
  ])
})

test('a line of nothing but headings has no more of them than a report', async () => {
  const line = `一、总体情况 ${'二、主动公开政府信息情况 无。'.repeat(50_000)}`
  const { sections } = await read('report.txt', encode(line, 'utf-8'))
  expect(sections.map(({ number }) => number).join('')).toBe('一二二二二二')
})

async function read(path: string, bytes: Uint8Array) {
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(path)
  return recognize(read.document).report.narrative
}
