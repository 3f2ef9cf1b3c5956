import { expect, test } from 'vitest'
import { sections } from '../../src/core/editions/index.ts'
import {
  locationOfPassage,
  type Narrative,
  type Paragraph,
  paragraphsOf,
  sentencesOf,
  textOf,
} from '../../src/core/model/narrative.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { recognize } from '../../src/core/recognize/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { harmlessTexts } from '../../src/testing/harmless-texts.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'
import { encode } from '../../src/testing/write-text.ts'
import { isSameText, textIn } from '../formats/text-at.ts'

const report = keptReport('2021', balancedFigures('2021', 3))
const texts = harmlessTexts(report, [
  { kind: 'say', section: '一', text: '新收申请12件,结转3件;新收申请12件。（说明：含“线上”申请。）' },
  { kind: 'say', section: '四', text: '没有发生行政诉讼。' },
])
/** Workbooks hold tables; what else stands in them is not read as text. */
const writers = reportWriters.filter(
  ({ name, extension }) => !['xlsx', 'xls', 'et', 'ods'].includes(extension) && !/excel/i.test(name),
)

test.each(writers.map(writer => [`${writer.extension}, ${writer.name}`, writer] as const))(
  'the text of a report is the same in every format: %s',
  async (_, writer) => {
    const bytes = writer.write(layOut(report, texts))
    const { narrative } = await read(`report.${writer.extension}`, bytes)
    expect(unspaced(narrative.title)).toBe('示例镇2024年政府信息公开工作年度报告')
    const [menu, ...preface] = narrative.preface.map(unspaced)
    expect(writer.name === 'layout' ? preface : [menu, ...preface]).toEqual(texts.preface)
    expect(
      narrative.sections.map(({ id, number, title, paragraphs }) => [
        id,
        number,
        title,
        ...paragraphs.map(unspaced),
      ]),
    ).toEqual(sections.map(({ id, number, title }) => [id, number, title, ...texts[id]]))
  },
)

test.each(
  writers
    .filter(({ extension }) => ['csv', 'tsv', 'txt', 'md', 'html'].includes(extension))
    .map(writer => [`${writer.extension}, ${writer.name}`, writer] as const),
)('each sentence stands where its place says: %s', async (_, writer) => {
  const bytes = writer.write(layOut(report, texts))
  const { narrative, format, encoding } = await read(`report.${writer.extension}`, bytes)
  const textAt = await textIn(bytes, format, encoding)
  const sentences = paragraphsOf(narrative).flatMap(sentencesOf)
  for (const sentence of sentences) {
    const said = textOf(sentence)
    const written = textAt(locationOfPassage(sentence), said)
    expect(isSameText(said, written, format), `${said} is ${written}`).toBe(true)
  }
})

const heading = (narrative: Narrative) => narrative.sections.map(({ id, number }) => `${number} ${id}`)

test.each([
  [
    'numbers anew below a section',
    '一、总体情况\n一、加强领导\n二、健全机制\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n一、存在的问题\n二、改进的措施\n六、其他需要报告的事项\n无。',
    ['一 overall', '二 activeDisclosure', '五 problems', '六 other'],
  ],
  [
    'a section that the format does not have',
    '一、总体情况\n有。\n五、存在问题和下一步打算\n有。\n六、其他需要报告的事项\n无。\n七、附件',
    ['一 overall', '五 problems', '六 other', '七 null'],
  ],
  [
    'a table of contents',
    '目录\n一、总体情况……1\n五、存在的主要问题及改进情况…2\n六、其他需要报告的事项 3\n一、总体情况\n有。\n五、存在的主要问题及改进情况\n有。\n六、其他需要报告的事项\n无。',
    ['一 overall', '五 problems', '六 other'],
  ],
  [
    'other ways of numbering',
    '第一部分　总体情况\n有。\n五. 存在问题及改进情况\n有。\n六： 其它需要报告的事项\n无。',
    ['一 overall', '五 problems', '六 other'],
  ],
  [
    'titles without numbers',
    '总体情况\n有。\n存在的主要问题及改进情况\n有。\n其他需要报告的事项\n无。',
    [' overall', ' problems', ' other'],
  ],
  ['radicals of a PDF', '⼀、总体情况\n有。\n六、其他需要报告的事项\n无。', ['一 overall', '六 other']],
  [
    'sentences that begin with a number',
    '一、总体情况\n二、为进一步做好主动公开工作，我镇今年组织开展了形式多样的活动，得到了群众的欢迎和好评，取得了良好成效。\n无。',
    ['一 overall'],
  ],
])('headings: %s', async (_, text, expected) => {
  const { narrative } = await read(
    'report.txt',
    encode(`示例镇2024年政府信息公开工作年度报告\n${text}\n`, 'utf-8'),
  )
  expect(heading(narrative)).toEqual(expected)
})

async function read(path: string, bytes: Uint8Array) {
  const read = await readSource({ path, bytes }, nodeHost)
  if (read.kind === 'unread') throw new Error(path)
  const { format, encoding } = read.document
  return { narrative: recognize(read.document).report.narrative, format, encoding }
}

/** Without blanks: some writers spread the text with them. */
function unspaced(paragraph: Paragraph | null): string | undefined {
  return paragraph?.text.replace(/\s/g, '')
}
