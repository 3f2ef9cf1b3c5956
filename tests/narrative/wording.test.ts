import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { narrativeRules } from '../../src/core/rules/narrative/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  encode,
  harmlessTexts,
  keptReport,
  layOut,
  plainStyle,
  sheetOf,
  writeText,
} from '../../src/testing/index.ts'

/** Sentences in the manner of reports, each in its section, with the rules that have something to say of it. */
const [, ...labelled] = readFileSync('fixtures/narrative/wording.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => {
    const [year, section, text, expected] = line.split('\t') as [string, string, string, string]
    return { year: Number(year), section, text, expected: expected === '-' ? [] : expected.split(' ') }
  })

/** What sentences claim of the figures has a set of its own. */
const own = new Set(narrativeRules.map(({ code }) => code).filter(code => code < 'GJ711' || code > 'GJ719'))

async function saidOf({ year, section, text }: (typeof labelled)[number]): Promise<readonly string[]> {
  const edition = year < 2021 ? '2019' : '2021'
  const report = keptReport(edition, balancedFigures(edition, 1), '示例镇', year)
  const texts = harmlessTexts(report, [{ kind: 'say', section, text }])
  const bytes = encode(
    new TextDecoder().decode(
      writeText(sheetOf(layOut(report, texts)).rows, { ...plainStyle, separator: '\t' }),
    ),
    'utf-8',
  )
  const options = { language: 'zh-CN', profile: 'standard' } as const
  const checked = await checkSource({ path: '示例镇.txt', bytes, isNamed: true }, options, nodeHost)
  if (checked.kind === 'skipped') throw new Error(text)
  return checked.file.diagnostics.filter(({ code }) => own.has(code)).map(({ name }) => name)
}

test('the labelled sentences', async () => {
  const wrong: string[] = []
  let [right, said, expected] = [0, 0, 0]
  for (const sentence of labelled) {
    const found = [...(await saidOf(sentence))].sort()
    const left = [...sentence.expected]
    for (const name of found) {
      const at = left.indexOf(name)
      if (at >= 0) left.splice(at, 1)
      else wrong.push(`${name}: ${sentence.text}`)
    }
    for (const name of left) wrong.push(`missed ${name}: ${sentence.text}`)
    said += found.length
    expected += sentence.expected.length
    right += sentence.expected.length - left.length
  }
  const harmless = labelled.filter(sentence => sentence.expected.length === 0).length
  console.log(
    `${labelled.length} sentences, ${harmless} harmless: precision ${right}/${said}, recall ${right}/${expected}`,
  )
  expect(wrong).toEqual([])
  expect(labelled.length).toBeGreaterThanOrEqual(150)
  expect(harmless * 2).toBeGreaterThanOrEqual(labelled.length)
})
