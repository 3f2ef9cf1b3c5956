import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { FileResult, Result } from '../../src/core/index.ts'
import { entriesOf } from '../../src/core/reporters/entries.ts'
import { render } from '../../src/core/reporters/index.ts'
import { results } from './results.ts'

async function rowsOf(result: Result): Promise<string[][]> {
  const text = await render(result, 'csv')
  return parse(text.slice(1), {
    delimiter: ',',
    record_delimiter: ['\r\n'],
    relax_column_count: false,
    relax_quotes: false,
  })
}

describe.each(Object.keys(results))('csv of %s', name => {
  const result = results[name]!

  test('is UTF-8 with a byte order mark, and lines of Windows', async () => {
    const text = await render(result, 'csv')
    expect(text).toMatch(/^\ufeff"/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    expect(text.endsWith('"\r\n')).toBe(true)
  })

  test('has a row for each finding, each waiver, each file without and each file left alone', async () => {
    const [heads, ...rows] = await rowsOf(result)
    for (const row of rows) expect(row).toHaveLength(heads!.length)
    const expected = result.files.flatMap(file => [
      ...(file.diagnostics.length > 0 ? entriesOf(file) : ['clean']),
      ...file.waived,
    ])
    expect(rows).toHaveLength(expected.length + result.skipped.length)
  })

  test('begins no cell like a formula', async () => {
    for (const row of await rowsOf(result))
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
  })
})

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '"=1', "=cmd|' /C calc'!A0"]

test.each(formulas)('%j is text to a spreadsheet', async formula => {
  const [file] = results.clean!.files
  const [, row] = await rowsOf({ ...results.clean!, files: [{ ...file!, body: formula }] })
  expect(row![1]).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
  expect(row![1]).toContain(formula.trim())
})

const hostile = {
  '| a | b |': '\\| a \\| b \\|',
  '<img src=x onerror=alert(1)>': '&#60;img src=x onerror=alert(1)&#62;',
  '`code` *strong* _weak_ ~~gone~~': '\\`code\\` \\*strong\\* \\_weak\\_ \\~\\~gone\\~\\~',
  '[a](javascript:b) ![c](d)': '\\[a\\](javascript\\:b) !\\[c\\](d)',
  '@somebody #12 !34': '@<!-- -->somebody #<!-- -->12 !<!-- -->34',
  'http://a.example www.b.example': 'http:<!-- -->//a.example www<!-- -->.b.example',
  '::error::x :smile:': '\\:\\:error\\:\\:x \\:smile:',
  'a\r\nb\n# c': 'a b # c',
  '&lt; $x$ \\': '&#38;lt; \\$x\\$ \\\\',
}

test.each(Object.entries(hostile))('%j is text in Markdown', async (text, written) => {
  const [file] = results.clean!.files
  const output = await render({ ...results.clean!, files: [{ ...file!, body: text }] }, 'markdown')
  expect(output).toContain(`| ${written} | 2024 |`)
  expect(output.split('\n')).toHaveLength((await render(results.clean!, 'markdown')).split('\n').length)
})

describe('Markdown of very many files', () => {
  const [file] = results.causes!.files
  const many = (count: number): Result => {
    const files = Array.from(
      { length: count },
      (_, index): FileResult => ({ ...file!, path: `县/${index}.csv` }),
    )
    return { ...results.causes!, files }
  }

  test('fits into a summary and says what is left out', async () => {
    const output = await render(many(2500), 'markdown')
    expect(Buffer.byteLength(output)).toBeLessThan(1000 * 1000)
    const [, findings] = /另有(\d+)条问题没有列出/.exec(output.split('\n').at(-2)!)!
    const shown = output.split('\n').filter(line => line.startsWith('- **')).length
    expect(shown).toBeGreaterThan(0)
    expect(shown + Number(findings)).toBe(2500 * entriesOf(file!).length)
  })

  test('says how many files are left out of the table', async () => {
    const output = await render(many(13_000), 'markdown')
    expect(Buffer.byteLength(output)).toBeLessThan(1000 * 1000)
    const [, files] = /另有(\d+)个文件、/.exec(output.split('\n').at(-2)!)!
    const shown = output.split('\n').filter(line => line.startsWith('| 县/')).length
    expect(shown + Number(files)).toBe(13_000)
  })
})
