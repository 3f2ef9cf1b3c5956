import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasLines } from '../../src/core/document/format.ts'
import type { Diagnostic, FileResult } from '../../src/core/index.ts'
import { render, visible } from '../../src/core/reporters/index.ts'
import { visiblePath } from '../../src/core/reporters/visible.ts'
import { bad, folderWith, reportCsv, run } from '../cli/run.ts'
import { results } from '../reporters/results.ts'

interface Matcher {
  readonly owner: string
  readonly pattern: readonly [Readonly<Record<string, number>> & { readonly regexp: string }]
}

const { problemMatcher } = JSON.parse(readFileSync('.github/gouji-matcher.json', 'utf8')) as {
  readonly problemMatcher: readonly Matcher[]
}

/** The annotations that a runner makes of a line, each property by its name. */
const annotationsOf = (line: string) =>
  problemMatcher.flatMap(({ pattern: [{ regexp, ...groups }] }) => {
    const match = new RegExp(regexp).exec(line)
    return match ? [Object.fromEntries(Object.entries(groups).map(([key, at]) => [key, match[at]]))] : []
  })

const linesOf = (output: string) => output.split('\n').slice(0, -1)

function expected({ path, format }: FileResult, { location, severity, code }: Diagnostic) {
  if (severity === 'info') return []
  const place =
    location.address === null || hasLines(format)
      ? { line: String(location.line), column: String(location.column) }
      : {}
  return [{ file: visiblePath(path), severity, code, ...place }]
}

test.each(Object.keys(results))('%s: each error and warning is matched once, infos are not', async name => {
  const lines = linesOf(await render(results[name]!, 'unix'))
  const all = results[name]!.files.flatMap(file => file.diagnostics.map(each => [file, each] as const))
  for (const [index, [file, diagnostic]] of all.entries()) {
    const annotations = annotationsOf(lines[index]!)
    expect(annotations.map(({ message, ...rest }) => rest)).toEqual(expected(file, diagnostic))
    for (const { message } of annotations) expect(message).toContain(visible(diagnostic.message))
  }
})

test.each(['zh-CN', 'en'])('what is really printed: %s', async language => {
  const cwd = folderWith({
    '甲 镇/坏镇.csv': bad,
    "王'镇 100% #1:2.csv": reportCsv({ 'requests.newRequests.total': '１２件' }),
  })
  const { stdout } = await run(['check', '-f', 'unix', '--lang', language], { cwd })
  const lines = linesOf(stdout).filter(line => !/: info GJ/.test(line))
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.flatMap(annotationsOf)).toHaveLength(lines.length)
})

test('the message of a cell begins with its place', async () => {
  const lines = linesOf(await render(results.workbook!, 'unix'))
  expect(annotationsOf(lines[1]!)).toMatchObject([
    { file: '县/甲镇.xlsx', message: expect.stringMatching(/^'附表\(1\)'!J48: error GJ302 /) },
  ])
})
