import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { plainOptions, render } from '../../src/core/reporters/index.ts'
import { results } from './results.ts'

type Element = DefaultTreeAdapterTypes.Element

/** Every element that the page uses; whatever loads, runs, asks or frames is none of them. */
const known = new Set(
  'html head meta title style body main article h1 h2 h3 p br a strong span code ol ul li table caption thead tbody tr th td'.split(
    ' ',
  ),
)
const attributes = new Set([
  'lang',
  'charset',
  'http-equiv',
  'content',
  'name',
  'id',
  'class',
  'scope',
  'href',
  'data-head',
  'aria-labelledby',
])

describe.each(Object.keys(results))('%s', name => {
  test('has nothing that runs or loads', async () => {
    for (const element of elementsOf(await render(results[name]!, 'html'))) {
      expect(known).toContain(element.tagName)
      for (const attribute of element.attrs) {
        expect(attributes).toContain(attribute.name)
        if (attribute.name === 'href') expect(attribute.value).toMatch(/^#(?:top|f\d+)$/)
      }
    }
  })

  test('is well formed', async () => {
    const complaints: string[] = []
    parse(await render(results[name]!, 'html'), { onParseError: ({ code }) => complaints.push(code) })
    expect(complaints).toEqual([])
  })

  test('allows its own style sheet and nothing else', async () => {
    const elements = elementsOf(await render(results[name]!, 'html'))
    const [style, ...others] = elements.filter(({ tagName }) => tagName === 'style')
    const policy = elements.find(element => attributeOf(element, 'http-equiv') === 'Content-Security-Policy')!
    const hash = createHash('sha256').update(textOf(style!)).digest('base64')
    expect(others).toEqual([])
    expect(attributeOf(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(textOf(style!)).not.toMatch(/url\(|@import|expression/)
  })

  test('leads to every record and back', async () => {
    const elements = elementsOf(await render(results[name]!, 'html'))
    const ids = elements.flatMap(element => attributeOf(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(element => attributeOf(element, 'href') ?? [])
    for (const target of targets) expect(ids).toContain(target.slice(1))
    const articles = elements.filter(({ tagName }) => tagName === 'article')
    for (const article of articles) expect(targets).toContain(`#${attributeOf(article, 'id')}`)
  })

  test('shows every message and every file', async () => {
    const text = elementsOf(await render(results[name]!, 'html'))
      .filter(({ tagName }) => tagName === 'body')
      .map(textOf)
      .join('')
    const { files, skipped } = results[name]!
    const visible = /^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u
    for (const { path, diagnostics, causes } of files) {
      const messages = [...diagnostics, ...causes].map(({ message }) => message)
      for (const said of [path, ...messages].filter(each => visible.test(each))) expect(text).toContain(said)
    }
    for (const { path } of skipped) expect(text).toContain(path)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })
})

test('the time is said where there is one', async () => {
  const time = '2026年1月5日 14:03'
  expect(await render(results.clean!, 'html', { ...plainOptions, time })).toContain(`<td>${time}</td>`)
  expect(await render(results.clean!, 'html')).not.toContain('核对时间')
})

test('each printed page says of which bytes it speaks', async () => {
  const page = await render(results.recorded!, 'html')
  const [, id] = /<article id="(f\d)"[^>]*>\s*<h2[^>]*>[^<]*甲镇/.exec(page)!
  expect(page).toContain(`@page ${id} { @bottom-left { content: "gouji 1.2.3  SHA-256 ${'ab'.repeat(32)}";`)
})

test('a file is not called clean when warnings are left out', async () => {
  const result = { ...results.clean!, summary: { ...results.clean!.summary, warnings: 1 } }
  for (const reporter of ['html', 'markdown', 'csv'] as const) {
    expect(await render(results.clean!, reporter)).toContain('未发现问题')
    expect(await render(result, reporter)).not.toContain('未发现问题')
  }
})

function elementsOf(page: string): readonly Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(page))
  return found
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
