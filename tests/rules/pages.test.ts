import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/core/rules/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { rulePagePath } from '../../src/testing/documentation.ts'
import { runExample } from '../../src/testing/examples.ts'
import { readRulePage, ruleHead } from '../../src/testing/rule-pages.ts'

/** Every example of docs/rules gives exactly what its page shows. `npm run docs` writes the outputs anew. */
const nothing = { 'zh-CN': '', en: '' }

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync('docs/rules').filter(file => file.startsWith('GJ'))
  expect(pages.sort()).toEqual(rules.map(({ code }) => `${code}.md`).sort())
})

for (const rule of rules) {
  describe(`${rule.code} ${rule.name}`, () => {
    const text = readFileSync(rulePagePath(rule.code), 'utf8').replaceAll('\r\n', '\n')
    const page = readRulePage(text)

    test('begins with what the rule says of itself', () => {
      expect(page.head).toBe(ruleHead(rule))
    })

    test('has an example that is reported and one that is not', () => {
      expect(page.examples.some(({ output }) => output !== null)).toBe(true)
      expect(page.examples.some(({ output }) => output === null)).toBe(true)
    })

    test('explains every example in both languages', () => {
      const explanations = text.matchAll(/^### .+ \/ (?:Reported|Not reported)\n\n(.+)\n\n(.+)\n\n```/gm)
      const languages = [...explanations].map(([, zh, en]) => [
        /\p{Script=Han}/u.test(zh!),
        /[a-z]{2}/.test(en!),
      ])
      expect(languages).toEqual(page.examples.map(() => [true, true]))
    })

    test.each(page.examples.map((example, index) => [index + 1, example] as const))(
      'example %i gives what is shown',
      async (_, { input, output }) => {
        expect(await runExample(input, rule.code, nodeHost)).toEqual(output ?? nothing)
      },
    )
  })
}
