import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/core/index.ts'
import { entriesOf } from '../../src/core/reporters/entries.ts'
import { render } from '../../src/core/reporters/index.ts'
import { check } from '../../src/node/api.ts'
import { results } from './results.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** @throws an Error when the text is no well-formed XML 1.0, which holds no control characters. */
function parsed(xml: string): Element {
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true)
  const document: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return document.children[0]!
}

const childrenOf = ({ children }: Element, name: string) => children.filter(each => each.name === name)

const real = await check(['fixtures/cases', 'fixtures/demo'], { language: 'en', profile: 'standard' })
const hostile = hostileResult()
const all: readonly (readonly [string, Result])[] = [
  ...Object.entries(results),
  ['hostile', hostile],
  ['real files', real],
]

/** Every character that XML 1.0 has no place for, in every place where text is taken over. */
function hostileResult(): Result {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
  const nasty = `${controls}\x7f\x80\ufffe\uffff\ud842 \udfb7]]>&lt;<b a="'">&amp;`
  const file = results.extras!.files[1]!
  const worded = { message: nasty, notes: [nasty] }
  return {
    ...results.extras!,
    skipped: [{ path: `${nasty}.png`, reason: 'empty', isNamed: false }],
    files: [
      {
        ...file,
        path: `${nasty}.csv`,
        diagnostics: file.diagnostics.map(each => ({ ...each, ...worded })),
        waived: file.waived.map(each => ({
          ...each,
          diagnostic: { ...each.diagnostic, ...worded },
          reasons: each.reasons.map(reason => ({ ...reason, reason: nasty })),
        })),
      },
    ],
  }
}

describe.each(all)('%s', (_, result) => {
  test('checkstyle is well-formed, a file each, an error an entry', async () => {
    const { name, attributes, children } = parsed(await render(result, 'checkstyle'))
    expect([name, attributes.version]).toEqual(['checkstyle', '4.3'])
    expect(children.map(file => file.name)).toEqual(result.files.map(() => 'file'))
    for (const [index, file] of children.entries()) {
      const entries = entriesOf(result.files[index]!)
      expect(
        file.children.map(({ attributes: { line, column, severity, source } }) => [
          line,
          column,
          severity,
          source,
        ]),
      ).toEqual(
        entries.map(({ location, severity, code }) => [
          String(location.line),
          String(location.column),
          severity,
          `gouji.${code}`,
        ]),
      )
      for (const { attributes } of file.children) expect(attributes.message).not.toBe('')
    }
  })

  test('junit is well-formed, a failure an error, and its counts are right', async () => {
    const root = parsed(await render(result, 'junit'))
    expect(root.name).toBe('testsuites')
    const suites = childrenOf(root, 'testsuite')
    const cases = suites.flatMap(suite => childrenOf(suite, 'testcase'))
    for (const [element, own] of [
      [root, cases] as const,
      ...suites.map(suite => [suite, childrenOf(suite, 'testcase')] as const),
    ]) {
      const count = (name: string) => own.filter(each => childrenOf(each, name).length > 0).length
      const { tests, failures, errors, skipped } = element.attributes
      expect([tests, failures, errors, skipped].map(Number)).toEqual([
        own.length,
        count('failure'),
        0,
        count('skipped'),
      ])
    }
    const errors = result.files.flatMap(entriesOf).filter(({ severity }) => severity === 'error')
    expect(
      cases.flatMap(each => childrenOf(each, 'failure')).map(({ attributes }) => attributes.type),
    ).toEqual(errors.map(({ code }) => code))
    const names = cases.map(({ attributes: { classname, name } }) => `${classname} ${name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { attributes } of cases) expect(attributes.file).toBe(attributes.classname)
  })

  test('junit lets no table pass in which there may be an error', async () => {
    const suites = childrenOf(parsed(await render(result, 'junit')), 'testsuite')
    for (const [index, file] of result.files.entries()) {
      const passed = childrenOf(suites[index]!, 'testcase').filter(({ children }) => children.length === 0)
      const errors = entriesOf(file).filter(({ severity }) => severity === 'error')
      const tables = errors.map(({ ref, symptoms }) => (ref ?? symptoms[0]?.ref)?.split('.')[0])
      const sound = tables.includes(undefined)
        ? []
        : file.tables.filter(({ table }) => !tables.includes(table))
      const isJudged = file.relations.held + file.relations.failed > 0
      expect(passed).toHaveLength(isJudged ? sound.length : 0)
    }
  })
})

test('junit names what passes and says what was not judged', async () => {
  const [suite] = childrenOf(parsed(await render(results.clean!, 'junit')), 'testsuite')
  expect(childrenOf(suite!, 'testcase').map(({ attributes }) => attributes.name)).toEqual([
    '表二（2021年版）',
    '表三（2021年版）',
    '表四（2021年版）',
  ])
  const [file] = results.clean!.files
  const relations = { held: 0, failed: 0, unknown: 42 }
  const blank = parsed(await render({ ...results.clean!, files: [{ ...file!, relations }] }, 'junit'))
  expect(blank.attributes).toMatchObject({ tests: '3', failures: '0', skipped: '3' })
})

test('junit gives warnings and waivers as remarks', async () => {
  const [, suite] = childrenOf(parsed(await render(results.extras!, 'junit')), 'testsuite')
  const [remarks] = childrenOf(suite!, 'system-out')
  expect(remarks!.text.split('\n')).toHaveLength(7)
  expect(remarks!.text).toContain('登记台账丢失 | 张三 <甲> | 2026-12-31')
})
