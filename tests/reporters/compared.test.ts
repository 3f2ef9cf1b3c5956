import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic, FileResult, Result } from '../../src/core/index.ts'
import { type ReporterName, render, reporterNames } from '../../src/core/reporters/index.ts'
import { results } from './results.ts'

const { compared } = results
const [page, workbook, settings] = compared!.files

describe('what comparing reports says', () => {
  test.each(reporterNames)('%s says it, of the file that it stands in', async reporter => {
    const output = await render(compared!, reporter)
    for (const { path, diagnostics } of compared!.files) {
      expect(output).toContain(isUri(reporter) ? encodeURI(path) : path)
      for (const { code } of diagnostics) expect(output).toContain(code)
    }
  })

  /** Those that show the other places of a finding. */
  test.each(['pretty', 'html', 'json', 'jsonl', 'sarif', 'junit', 'shard'] as const)(
    '%s names the other file and the place in it',
    async reporter => {
      const before: FileResult = { ...page!, path: '2023/甲镇.html', diagnostics: [] }
      const output = await render({ ...compared!, files: [before, workbook!] }, reporter)
      expect(output).toContain(isUri(reporter) ? encodeURI(before.path) : before.path)
      expect(output).toMatch(/甲镇\.html:7:3|"(?:startLine|line)": ?7/)
    },
  )

  test('unix, checkstyle and junit keep it in its file, whatever stands where', async () => {
    const diagnostics = fc.array(
      fc.constantFrom(...[page!, workbook!, settings!].flatMap(file => file.diagnostics)),
      {
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(diagnostics, { minLength: 1, maxLength: 4 }), async lists => {
        const files = lists.map(
          (list, index): FileResult => ({ ...page!, path: `${index}.html`, diagnostics: list }),
        )
        const result: Result = { ...compared!, files }
        const lines = await lengthsIn(result, 'unix', index => new RegExp(`^${index}\\.html:\\d`, 'gm'))
        expect(lines).toEqual(lists.map(list => list.length))
        const cases = await lengthsIn(
          result,
          'junit',
          index => new RegExp(`<testcase classname="${index}\\.html"[^/]*>\\n`, 'g'),
        )
        expect(cases).toEqual(lists.map(list => list.filter(isError).length))
      }),
      { seed: 604, numRuns: 60 },
    )
  })
})

function isUri(reporter: ReporterName): boolean {
  return reporter === 'sarif'
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** How often something is said of each file. */
async function lengthsIn(
  { files, ...result }: Result,
  reporter: ReporterName,
  of: (index: number) => RegExp,
) {
  const output = await render({ ...result, files }, reporter)
  return files.map((_, index) => output.match(of(index))?.length ?? 0)
}
