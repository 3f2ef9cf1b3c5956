import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits.ts'
import { unifiedDiff } from '../../src/core/fixes/unified-diff.ts'
import type { Edit } from '../../src/core/index.ts'
import { createLineIndex } from '../../src/core/text/line-index.ts'

const folder = mkdtempSync(join(tmpdir(), 'gouji-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What git makes of a file with the differences. */
function gitApply(path: string, content: string, diff: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
  const { stderr, status } = spawnSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn'], {
    cwd: folder,
    input: diff,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  return readFileSync(join(folder, path), 'utf8')
}

function editsAt(
  text: string,
  changes: readonly (readonly [start: number, end: number, to: string])[],
): Edit[] {
  const places = createLineIndex(text)
  return changes.map(([start, end, to]) => {
    const { line: endLine, column: endColumn } = places.position(end)
    return { location: { ...places.position(start), endLine, endColumn, address: null }, text: to }
  })
}

test('git apply makes of a file what the edits make of it', () => {
  const line = fc.tuple(
    fc.stringMatching(/^[a-c２,]{0,3}$/),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.option(fc.tuple(fc.nat(2), fc.nat(6), fc.stringMatching(/^[0-9]{0,2}$/)), { freq: 2 }),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.boolean(), (lines, isEnded) => {
      let text = ''
      const changes: [number, number, string][] = []
      for (const [content, lineEnd, change] of lines) {
        const start = text.length + Math.min(change?.[0] ?? 0, content.length)
        text += content + lineEnd
        if (change && (changes.at(-1)?.[1] ?? 0) <= start) changes.push([start, start + change[1], change[2]])
      }
      if (!isEnded) text = text.replace(/[\r\n]+$/, '')
      // Between the characters of a line end there is no place; an empty edit at the end has no line to stand on.
      const isPlace = (at: number) => at < text.length && !(text[at - 1] === '\r' && text[at] === '\n')
      const edits = editsAt(
        text,
        changes.filter(([start, end], index) => {
          const next = changes[index + 1]?.[0] ?? text.length
          return isPlace(start) && isPlace(end) && end <= next && text.slice(start, end) !== ''
        }),
      )
      const changed = new TextDecoder().decode(applyEdits(new TextEncoder().encode(text), 'utf-8', edits))
      fc.pre(edits.length > 0 && changed !== text && changed !== '')
      expect(gitApply('a.csv', text, unifiedDiff('a.csv', text, edits))).toBe(changed)
    }),
    { seed: 2024, numRuns: 150 },
  )
})

test.each(['甲.csv', '县 里/甲 镇.csv', 'a"b\\c.csv', 'a\tb.csv'])('a file named %j', path => {
  const diff = unifiedDiff(path, '１\n', editsAt('１\n', [[0, 1, '1']]))
  expect(gitApply(path, '１\n', diff)).toBe('1\n')
})

test('a byte order mark belongs to the first line', () => {
  const text = '１\n2\n'
  const diff = unifiedDiff('a.csv', text, editsAt(text, [[0, 1, '1']]), '\ufeff')
  expect(diff).toContain('\n-\ufeff１\n+\ufeff1\n 2\n')
  expect(gitApply('a.csv', `\ufeff${text}`, diff)).toBe('\ufeff1\n2\n')
})

test('a line that a build server would obey is never shown', () => {
  const text = 'a\n::error::b\nc\n１\n2\n  ##vso[x]\n3\n４\n'
  const at = (digit: string) => text.indexOf(digit)
  const diff = unifiedDiff(
    'a.csv',
    text,
    editsAt(text, [
      [at('１'), at('１') + 1, '1'],
      [at('４'), at('４') + 1, '4'],
    ]),
  )
  expect(diff).toBe(
    '--- a/a.csv\n+++ b/a.csv\n@@ -3,3 +3,3 @@\n c\n-１\n+1\n 2\n@@ -7,2 +7,2 @@\n 3\n-４\n+4\n',
  )
  expect(gitApply('a.csv', text, diff)).toBe(text.replace('１', '1').replace('４', '4'))
})
