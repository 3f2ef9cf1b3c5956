import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/core/index.ts'
import { entriesOf } from '../../src/core/reporters/entries.ts'
import { render } from '../../src/core/reporters/index.ts'
import { check } from '../../src/node/api.ts'
import { fixtureFiles } from '../fixture-files.ts'
import { results } from './results.ts'
import { gitlabErrors, rdjsonErrors } from './schema.ts'

const wording = { language: 'zh-CN', profile: 'standard' } as const
const real = await check(fixtureFiles, { ...wording, extras: ['lines'] })
const all: readonly (readonly [string, Result])[] = [...Object.entries(results), ['real files', real]]

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

interface Position {
  readonly line: number
  readonly column?: number
}
interface Range {
  readonly start: Position
  readonly end: Position
}
interface Diagnostic {
  readonly location: { readonly path: string; readonly range?: Range }
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[]
}

const gitlabOf = async (result: Result): Promise<readonly Issue[]> =>
  JSON.parse(await render(result, 'gitlab'))
const rdjsonOf = async (result: Result): Promise<readonly Diagnostic[]> =>
  JSON.parse(await render(result, 'rdjson')).diagnostics

describe.each(all)('%s', (_, result) => {
  const entries = result.files.flatMap(entriesOf)

  test('gitlab is what GitLab reads, an issue an entry', async () => {
    const issues = await gitlabOf(result)
    expect(gitlabErrors(issues)).toEqual([])
    expect(issues).toHaveLength(entries.length)
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
    for (const { description } of issues) expect(description).not.toMatch(/[\p{Cc}\u202e\u2066]/u)
  })

  test('rdjson is what reviewdog reads, a diagnostic an entry', async () => {
    const output = JSON.parse(await render(result, 'rdjson'))
    expect(rdjsonErrors(output)).toEqual([])
    expect(output.diagnostics).toHaveLength(entries.length)
  })
})

test('gitlab says nothing as an empty list, without a byte order mark', async () => {
  expect(await render(results.clean!, 'gitlab')).toBe('[]\n')
  expect(await render(results.empty!, 'gitlab')).toBe('[]\n')
})

test('gitlab puts the address before what it says of a workbook, and gives the row as the line', async () => {
  const [, cell] = await gitlabOf(results.workbook!)
  expect(cell!.description).toMatch(/^'附表\(1\)'!J48: 表三/)
  expect(cell!.location.lines.begin).toBe(48)
})

test('files whose names differ in their writing alone do not share fingerprints', async () => {
  const [file] = results.ordinary!.files
  const files = ['é.csv', 'e\u0301.csv'].map(path => ({ ...file!, path }))
  const issues = await gitlabOf({ ...results.ordinary!, files })
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2 * file!.diagnostics.length)
})

test('rdjson gives no range in a workbook', async () => {
  for (const { location } of await rdjsonOf(results.workbook!)) expect(location).not.toHaveProperty('range')
})

test('rdjson counts bytes', async () => {
  const [, first, second] = await rdjsonOf(results.extras!)
  // 𠮷 takes two units and four bytes, 错 three bytes.
  expect(first!.location.range).toEqual({ start: { line: 5, column: 10 }, end: { line: 6, column: 7 } })
  expect(second!.suggestions).toEqual([
    { range: { start: { line: 13, column: 6 }, end: { line: 13, column: 12 } }, text: '12' },
  ])
})

/** What stands between two positions in bytes, by way of the bytes. */
function cut(lines: readonly string[], { start, end }: Range): string {
  const own = lines.slice(start.line - 1, end.line).map(line => Buffer.from(line))
  own[own.length - 1] = own.at(-1)!.subarray(0, end.column! - 1)
  own[0] = own[0]!.subarray(start.column! - 1)
  return own.map(String).join('\n')
}

test('ranges in bytes and places in characters are the same text', async () => {
  const diagnostics = await rdjsonOf(real)
  const entries = real.files.flatMap(file => entriesOf(file).map(entry => ({ file, entry })))
  let [ranges, edits] = [0, 0]
  for (const [index, { location, suggestions = [] }] of diagnostics.entries()) {
    const { file, entry } = entries[index]!
    if (!location.range) continue
    const text = new TextDecoder(file.encoding!).decode(readFileSync(file.path))
    const lines = text.split(/\r\n|\n|\r/)
    const { line, column, endLine, endColumn } = entry.location
    const own = lines.slice(line - 1, endLine)
    own[own.length - 1] = own.at(-1)!.slice(0, endColumn - 1)
    own[0] = own[0]!.slice(column - 1)
    expect(cut(lines, location.range)).toBe(own.join('\n'))
    ranges++
    for (const suggestion of suggestions) {
      // What is written plainly is the same number.
      const written = cut(lines, suggestion.range)
        .normalize('NFKC')
        .replace(/[^\d.]/g, '')
      expect(Number(written)).toBe(Number(suggestion.text.replace(/[^\d.]/g, '')))
      edits++
    }
  }
  expect(ranges).toBeGreaterThan(100)
  expect(edits).toBeGreaterThan(5)
})
