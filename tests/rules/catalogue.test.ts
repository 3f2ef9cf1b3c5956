import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Rule, rules, type Text } from '../../src/core/rules/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { rulePagePath } from '../../src/testing/documentation.ts'
import { runExample } from '../../src/testing/examples.ts'
import { readRulePage } from '../../src/testing/rule-pages.ts'

/** The folder that holds the rules whose codes begin with a digit. */
const folders: Readonly<Record<string, string>> = {
  '0': 'reading',
  '1': 'structure',
  '2': 'values',
  '3': 'totals',
  '4': 'balance',
  '5': 'years',
  '6': 'levels',
  '9': 'waivers',
}

const codes = rules.map(rule => rule.code)
const names = rules.map(rule => rule.name)

test('codes are well-formed, unique and in order', () => {
  expect(codes.filter(code => !/^GJ[0-69]\d\d$/.test(code))).toEqual([])
  expect(codes).toEqual([...new Set(codes)].sort())
})

test('names are unique and in kebab-case', () => {
  expect(names.filter(name => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('each rule stands in the folder of its first digit, in a file of its name', () => {
  const files = Object.entries(folders).flatMap(([digit, folder]) =>
    readdirSync(`src/core/rules/${folder}`).flatMap(file => {
      const code = /\bcode: '(GJ\d+)'/.exec(readFileSync(`src/core/rules/${folder}/${file}`, 'utf8'))?.[1]
      return code === undefined ? [] : [{ code, digit, file }]
    }),
  )
  expect(files.filter(({ code, digit }) => code[2] !== digit)).toEqual([])
  const byCode = files.sort((a, b) => (a.code < b.code ? -1 : 1))
  expect(byCode.map(({ file }) => file)).toEqual(rules.map(rule => `${rule.name}.ts`))
})

test('a problem has the name of the rule that words it', () => {
  const problems = rules.flatMap(rule => (rule.on === 'problem' ? [rule.problem] : []))
  expect(problems).toEqual(rules.filter(rule => rule.on === 'problem').map(rule => rule.name))
})

describe.each(rules.map(rule => [`${rule.code} ${rule.name}`, rule] as const))('%s', (_, rule) => {
  test('says what it finds, why, what to do and on what it rests', () => {
    for (const text of textsOf(rule)) {
      expectChinese(text.zh)
      expectEnglish(text.en)
    }
  })

  test('has titles without and sentences with an end mark', () => {
    expect(rule.title.zh).not.toMatch(/[。；]$/)
    expect(rule.title.en).not.toMatch(/[.;]$/)
    for (const { zh, en } of [rule.why, rule.advice]) {
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
    }
  })

  test('words each message as one line that ends', async () => {
    const page = readRulePage(readFileSync(rulePagePath(rule.code), 'utf8').replaceAll('\r\n', '\n'))
    for (const { input, output } of page.examples) {
      if (!output) continue
      const shown = await runExample(input, rule.code, nodeHost)
      for (const zh of messagesOf(shown['zh-CN'], rule)) {
        expectChinese(zh)
        expect(zh).toMatch(/[。]$/)
      }
      for (const en of messagesOf(shown.en, rule)) {
        expectEnglish(en)
        expect(en).toMatch(/\.$/)
      }
    }
  })
})

function textsOf({ title, basis, why, advice }: Rule): Text[] {
  return [title, basis, why, advice]
}

/** Every line of the output is a diagnostic: a message with a line break would leave one that is not. */
function messagesOf(output: string, { code }: Rule): string[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const match = new RegExp(`^.+:\\S+: (?:error|warning|info) ${code} (.+)$`).exec(line)
      expect(match, line).not.toBeNull()
      return match![1]!
    })
}

function expectChinese(text: string): void {
  expect(text).toMatch(/\p{Script=Han}/u)
  expect(text).not.toContain('\n')
}

/** Labels of the form keep their own marks, inside quotation marks and full-width brackets. */
function expectEnglish(text: string): void {
  expect(text).toMatch(/[A-Za-z]{2}/)
  expect(text).not.toContain('\n')
  expect(text.replace(/“[^”]*”|（[^）]*）/g, '')).not.toMatch(/[，。：；、]/)
}
