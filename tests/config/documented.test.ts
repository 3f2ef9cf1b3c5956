import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseJsonc } from '../../src/node/jsonc.ts'
import { rulePagePath } from '../../src/testing/documentation.ts'
import { readRulePage } from '../../src/testing/rule-pages.ts'
import { folderWith, good, run } from '../cli/run.ts'

const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
const isConfig = new Ajv2020.default({ strict: false }).compile(schema)

/** Every settings file that is shown, by where it stands. */
const shown: readonly (readonly [place: string, text: string])[] = [
  ...['README.md', 'README.zh-CN.md', 'docs/configuration.md', 'docs/configuration.zh-CN.md'].flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
      (match, index) => [`${page} ${index + 1}`, match[1]!] as const,
    ),
  ),
  ...['GJ126', 'GJ127', 'GJ420'].flatMap(code =>
    readRulePage(readFileSync(rulePagePath(code), 'utf8')).examples.map(
      ({ input }, index) => [`${code} ${index + 1}`, input.besides![0]!.content] as const,
    ),
  ),
  ['fixtures/config/county.json', readFileSync('fixtures/config/county.json', 'utf8')],
]

test.each(shown)('%s is what the schema and gouji take', async (_, text) => {
  const { value, fault } = parseJsonc(text)
  expect(fault).toBeNull()
  expect(isConfig(value), JSON.stringify(isConfig.errors)).toBe(true)
  const cwd = folderWith({ 'gouji.json': text, '镇.csv': good })
  expect((await run(['check', '--print-config', '镇.csv'], { cwd })).stderr).toBe('')
})

describe.each(['docs/configuration.md', 'docs/configuration.zh-CN.md'])('%s', page => {
  const text = readFileSync(page, 'utf8')

  test('explains each setting in the order of the schema', () => {
    const explained = [...text.matchAll(/^\| `([$\w]+)` \|/gm)].map(match => match[1])
    expect(explained).toEqual(Object.keys(schema.properties))
  })
})
