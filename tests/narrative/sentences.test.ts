import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { digest } from '../../src/core/text/fingerprint.ts'
import { nodeHost } from '../../src/node/host.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { harmlessTexts } from '../../src/testing/harmless-texts.ts'
import { layOut, sheetOf } from '../../src/testing/laid-out.ts'
import { smallFigures } from '../../src/testing/small-reports.ts'
import { encode, plainStyle, writeText } from '../../src/testing/write-text.ts'

/**
 * Sentences in the manner of reports, each with what should be said of it: `rule 12` for a rule and the number of the
 * text, or of the table where the text has none. Which half a sentence is in, its own words decide; one was looked at
 * while the reading was built.
 */
interface Labelled {
  readonly line: number
  readonly context: string
  readonly section: string
  readonly text: string
  readonly expected: readonly string[]
}

const lines = readFileSync('fixtures/narrative/sentences.tsv', 'utf8').split('\n')
const contexts = new Map<string, { body: string; year: number; edition: string; figures: string }>()
const sentences: Labelled[] = []
for (const [index, line] of lines.entries()) {
  if (line.trim() === '' || line.startsWith('#')) continue
  const [first, ...rest] = line.split('\t') as [string, ...string[]]
  if (first === 'report') {
    const [name, body, year, edition, figures] = rest as [string, string, string, string, string]
    contexts.set(name, { body, year: Number(year), edition, figures })
  } else {
    const [section, expected, text] = rest as [string, string, string]
    sentences.push({
      line: index + 1,
      context: first,
      section,
      text: text.replaceAll('\\n', '\n'),
      expected: expected === '-' ? [] : expected.split(', ').sort(),
    })
  }
}

const isFirstHalf = ({ text }: Labelled) => /^[0-7]/.test(digest(encode(text, 'utf-8')))

test('the set is large enough, and half of it harmless', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(300)
  expect(new Set(sentences.map(({ context, text }) => `${context} ${text}`)).size).toBe(sentences.length)
  const harmless = sentences.filter(({ expected }) => expected.length === 0)
  expect(harmless.length * 2).toBeGreaterThanOrEqual(sentences.length)
})

test.each([
  ['first', true],
  ['second', false],
])('the %s half', async (half, wanted) => {
  let [right, wrong, missed] = [0, 0, 0]
  const faults: string[] = []
  for (const sentence of sentences.filter(each => isFirstHalf(each) === wanted)) {
    const left = [...sentence.expected]
    for (const found of await findingsOf(sentence)) {
      const at = left.indexOf(found)
      if (at >= 0) {
        left.splice(at, 1)
        right++
      } else {
        wrong++
        faults.push(`${sentence.line}: said ${found}: ${sentence.text}`)
      }
    }
    missed += left.length
    faults.push(...left.map(one => `${sentence.line}: missed ${one}: ${sentence.text}`))
  }
  const [precision, recall] = [right / (right + wrong), right / (right + missed)]
  console.info(
    `${half} half: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)\n${faults.join('\n')}`,
  )
  expect(precision, faults.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(recall, faults.join('\n')).toBeGreaterThanOrEqual(0.9)
})

async function findingsOf({ context, section, text }: Labelled): Promise<string[]> {
  const { body, year, edition, figures } = contexts.get(context)!
  const report = keptReport(edition, smallFigures(edition, figures), body, year)
  const texts = harmlessTexts(report, [{ kind: 'say', section, text }])
  const { rows } = sheetOf(layOut(report, texts))
  const bytes = writeText(rows, { ...plainStyle, separator: '\t' })
  const source = { path: '年报.txt', bytes, isNamed: true }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error('passed over')
  return checked.file.diagnostics.flatMap(({ code, name, data }) =>
    /^GJ71\d$/.test(code) ? [`${name} ${numberOf(data)}`] : [],
  )
}

/** What the text says, else what the table says. */
function numberOf(data: Readonly<Record<string, unknown>>): string {
  const { said, expected, count, against } = data
  return String(said ?? count ?? (Array.isArray(against) ? against.length : expected))
}
