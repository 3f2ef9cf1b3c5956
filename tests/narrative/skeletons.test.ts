import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { recognize } from '../../src/core/recognize/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { harmlessTexts } from '../../src/testing/harmless-texts.ts'
import { type LaidOutReport, layOut, type Part, sheetOf } from '../../src/testing/laid-out.ts'
import { writeReport } from '../../src/testing/write-docx.ts'
import { htmlStyles } from '../../src/testing/write-html.ts'
import { writeMarkdown } from '../../src/testing/write-markdown.ts'
import { encode, plainStyle, writeText } from '../../src/testing/write-text.ts'

/**
 * Each line of a skeleton is a paragraph of a report; [表二] stands for a table, [文一] for a harmless text of that
 * section, [文前] for what stands above them all, [图片] for a picture.
 */
const skeletons = ['harmless', 'flawed'].flatMap(kind =>
  readdirSync(`fixtures/skeletons/${kind}`)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => ({ kind, path: `fixtures/skeletons/${kind}/${file}` })),
)

const report = keptReport('2021', balancedFigures('2021', 3))
const laidOut = layOut(report, harmlessTexts(report))

const picture = '[图片]'
/** How each format is written, and how a picture stands in it. */
const writers: Readonly<Record<string, (laid: LaidOutReport) => Uint8Array>> = {
  txt: laid =>
    encode(
      new TextDecoder()
        .decode(writeText(sheetOf(laid).rows, { ...plainStyle, separator: '\t' }))
        .replaceAll(picture, '![](1.png)'),
      'utf-8',
    ),
  md: laid => encode(writeMarkdown(laid).replaceAll(picture, '![](1.png)'), 'utf-8'),
  html: laid => encode(htmlStyles.spans(laid).replaceAll(picture, '<img src="1.png" alt="">'), 'utf-8'),
  docx: laid => writeReport(laid, 'word'),
}

test('at least half of the skeletons are harmless', () => {
  expect(skeletons.length).toBeGreaterThanOrEqual(60)
  expect(skeletons.filter(({ kind }) => kind === 'harmless').length * 2).toBeGreaterThanOrEqual(
    skeletons.length,
  )
})

test.each(skeletons)('$path', async ({ kind, path }) => {
  const text = readFileSync(path, 'utf8')
  const laid = { ...laidOut, title: '', parts: partsOfSkeleton(text) }
  const said = await outcome(laid, 'txt')
  if (kind === 'harmless') expect(said.findings).toEqual([])
  await expect([...said.outline, ...said.findings, ''].join('\n')).toMatchFileSnapshot(
    `../../${path.replace(/txt$/, 'out')}`,
  )
  for (const extension of ['md', 'html', 'docx'])
    if (extension !== 'docx' || !text.includes(picture))
      expect(await outcome(laid, extension), extension).toEqual(said)
})

function partsOfSkeleton(text: string): readonly Part[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line): readonly Part[] => {
      const table = laidOut.tables.find(({ name }) => line === `[${name}]`)
      if (table) return [{ kind: 'table', table }]
      const texts = harmless.get(line) ?? [line]
      return texts.map(each => ({ kind: 'text', text: each }))
    })
}

const harmless = new Map<string, readonly string[]>(
  (['preface', 'overall', 'problems', 'other'] as const).map((id, index) => [
    `[文${'前一五六'[index]}]`,
    laidOut.texts![id],
  ]),
)

/** The title, the sections with what is in them, and what the rules on sections say. */
async function outcome(laid: LaidOutReport, extension: string) {
  const source = { path: `报告.${extension}`, bytes: writers[extension]!(laid), isNamed: true }
  const read = await readSource(source, nodeHost)
  if (read.kind === 'unread') throw new Error(extension)
  const { titleText, sections } = recognize(read.document).report.narrative
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  return {
    outline: [
      titleText || '?',
      ...sections.map(({ id, number, title, paragraphs, tables, pictures }) =>
        [
          number || '-',
          id ?? '-',
          title,
          `${paragraphs.length} paragraphs`,
          ...tables,
          ...Array(pictures).fill('picture'),
        ].join(' | '),
      ),
    ],
    findings: checked.file.diagnostics
      .filter(({ code }) => isOfSections(code))
      .map(({ severity, code, message }) => `${severity} ${code} ${message}`),
  }
}

/** The rules of this kind, and those that say that a table is missing. */
function isOfSections(code: string): boolean {
  return code === 'GJ107' || (code >= 'GJ128' && code <= 'GJ139')
}
