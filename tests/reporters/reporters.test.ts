import { describe, expect, test } from 'vitest'
import {
  displayWidth,
  plainOptions,
  plainStyle,
  render,
  reporterNames,
  type Style,
} from '../../src/core/reporters/index.ts'
import { results } from './results.ts'

const cases = Object.keys(results)
/** Formats that have one; the others are kept as text. */
const extensions: Readonly<Record<string, string>> = {
  json: 'json',
  jsonl: 'jsonl',
  html: 'html',
  markdown: 'md',
  csv: 'csv',
}

describe.each(cases)('%s', name => {
  test.each(reporterNames)('%s', async reporter => {
    const extension = extensions[reporter] ?? `${reporter}.txt`
    const output = await render(results[name]!, reporter)
    await expect(output).toMatchFileSnapshot(`../../fixtures/reporters/${name}.${extension}`)
  })

  test.each(['pretty', 'unix'] as const)('%s lets no control character through', async reporter => {
    const output = await render(results[name]!, reporter)
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
  })

  test.each(['pretty', 'unix', 'json', 'jsonl', 'github'] as const)(
    '%s holds no command that build servers take anywhere in a line',
    async reporter => {
      expect(await render(results[name]!, reporter)).not.toMatch(/##(?:vso)?\[/)
    },
  )

  test.each(['pretty', 'unix'] as const)(
    '%s begins no line like a command of a build server',
    async reporter => {
      expect(await render(results[name]!, reporter)).not.toMatch(/^\s*(?:::|##)/m)
    },
  )

  test('unix gives each diagnostic a line that editors understand', async () => {
    const lines = (await render(results[name]!, 'unix')).split('\n').slice(0, -1)
    const diagnostics = results[name]!.files.flatMap(file => file.diagnostics)
    expect(lines).toHaveLength(diagnostics.length)
    for (const line of lines)
      expect(line).toMatch(/^.+?:(?:\d+:\d+|.+![A-Z]+\d+): (?:error|warning|info) GJ\d{3} ./)
  })

  test('json keeps the data as they are', async () => {
    const { files } = JSON.parse(await render(results[name]!, 'json'))
    const data = files.flatMap((file: { diagnostics: { data: unknown }[] }) =>
      file.diagnostics.map(each => each.data),
    )
    expect(data).toEqual(results[name]!.files.flatMap(file => file.diagnostics.map(each => each.data)))
  })
})

test.each([40, 60, 80, 100, 200])('excerpts fit %d columns', async width => {
  const lines = (await render(results.ordinary!, 'pretty', { ...plainOptions, width })).split('\n')
  const excerpts = lines.filter(line => line.startsWith('    |'))
  expect(excerpts).toHaveLength(12)
  for (const line of excerpts) expect(displayWidth(line)).toBeLessThanOrEqual(width)
})

test('the mark stands under the figure', async () => {
  const lines = (await render(results.ordinary!, 'pretty')).split('\n')
  const marks = lines.flatMap((line, index) => (/^ {4}\| +\^+$/.test(line) ? [index] : []))
  expect(marks).toHaveLength(4)
  const figures = marks.map(index =>
    columnsFrom(lines[index - 1]!, displayWidth(/^[^^]*/.exec(lines[index]!)![0])),
  )
  expect(figures).toEqual(['', '20', '21', '20'])
})

/** The text of a line from a column of the terminal on, to the end of its cell. */
function columnsFrom(line: string, column: number): string {
  let before = ''
  for (const character of line) {
    if (displayWidth(before) >= column) break
    before += character
  }
  return line.slice(before.length).split(' ')[0]!
}

test('notes stand once for each code', async () => {
  const output = await render(results.ordinary!, 'pretty')
  expect(output.match(/GJ302/g)).toHaveLength(3)
  expect(output.match(/为什么：每件申请/g)).toHaveLength(1)
})

test('styles paint and leave the text as it is', async () => {
  const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`
  const style = Object.fromEntries(
    Object.keys(plainStyle).map(name => [name, paint(name)]),
  ) as unknown as Style
  const painted = await render(results.ordinary!, 'pretty', { ...plainOptions, style })
  expect(painted).toContain('<path>县/甲镇 2024.csv</path>')
  expect(painted).toContain('<error>× 错误</error>')
  expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(await render(results.ordinary!, 'pretty'))
})
