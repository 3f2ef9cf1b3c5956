import { describe, expect, test } from 'vitest'
import { type Diagnostic, type FileResult, type Occurrence, waive } from '../../src/core/index.ts'
import { checkedFile, reported } from './checked.ts'

const code = 'GJ204'
const at = (ref: string, value = ''): Occurrence => ({ code, ref, value })
const known = (...occurrences: readonly Occurrence[]) =>
  occurrences.map(occurrence => ({ ...occurrence, reason: null, isLive: true }))
const answered = (occurrence: Occurrence, reason = 'because', isLive = true) => ({
  ...occurrence,
  reason: { reason, who: 'Li', until: null },
  isLive,
})

/** A file in which each list of subjects is a diagnostic. */
async function fileWith(...subjects: readonly (readonly Occurrence[])[]): Promise<FileResult> {
  const file = await checkedFile()
  const diagnostics = subjects.map((own, index) => {
    const location = { line: index + 1, column: 1, endLine: index + 1, endColumn: 2, address: null }
    return { code, name: 'blank-cell', severity: 'error', notes: [], location, subjects: own, related: [] }
  })
  return { ...file, diagnostics: diagnostics as unknown as readonly Diagnostic[] }
}

describe('one entry covers one occurrence', () => {
  test('of two alike, the second stays', async () => {
    const file = await fileWith([at('a')], [at('a')])
    const { file: once, unmet, left } = waive(file, known(at('a')))
    expect(once.diagnostics).toEqual([file.diagnostics[1]])
    expect(once.waived.map(({ diagnostic }) => diagnostic)).toEqual([file.diagnostics[0]])
    expect([unmet, left]).toEqual([[], [at('a')]])
    expect(waive(file, known(at('a'), at('a'))).file.diagnostics).toEqual([])
  })

  test('what is left over is told', async () => {
    const file = await fileWith([at('a')])
    const entries = known(at('a'), at('a'), at('b'))
    expect(waive(file, entries).unmet).toEqual(entries.slice(1))
  })
})

describe('a diagnostic of several cells', () => {
  test('is covered when all of them are', async () => {
    const file = await fileWith([at('a'), at('b')])
    expect(waive(file, known(at('b'), at('a'))).file.diagnostics).toEqual([])
    const { file: part, unmet, left } = waive(file, known(at('b')))
    expect(part.diagnostics).toEqual(file.diagnostics)
    expect([unmet, left]).toEqual([[], [at('a')]])
  })

  test('says each reason once, and whose entry it was', async () => {
    const file = await fileWith([at('a'), at('b'), at('c')])
    const { file: settled } = waive(file, [...known(at('c')), answered(at('a')), answered(at('b'))])
    expect(settled.waived).toEqual([
      {
        diagnostic: file.diagnostics[0],
        by: 'waiver',
        reasons: [{ reason: 'because', who: 'Li', until: null }],
      },
    ])
  })

  test('takes nothing when it is not covered', async () => {
    const file = await fileWith([at('a'), at('b')], [at('a')])
    expect(waive(file, known(at('a'))).file.diagnostics).toEqual([file.diagnostics[0]])
  })
})

test('an expired entry is met but covers nothing, not even with a baseline behind it', async () => {
  const file = await fileWith([at('a')])
  const expired = answered(at('a'), 'old', false)
  const { file: settled, unmet } = waive(file, [...known(at('a')), expired])
  expect(settled).toBe(file)
  expect(unmet).toEqual(known(at('a')))
  expect(waive(file, [expired, answered(at('a'))]).file.diagnostics).toEqual([])
})

test('entries of rules that are turned off are left alone', async () => {
  const file = { ...(await fileWith()), off: [code] }
  expect(waive(file, known(at('a'))).unmet).toEqual([])
})

test('another value, ref or code is another finding', async () => {
  const file = await fileWith([at('a', '1')])
  for (const other of [at('a', '2'), at('b', '1'), { ...at('a', '1'), code: 'GJ205' }])
    expect(waive(file, known(other)).file).toBe(file)
})

test('a cause goes with the last of its diagnostics', async () => {
  const file = await checkedFile({ 'requests.carriedForward.naturalPerson': '9999' })
  expect(file.causes.map(({ diagnostics }) => diagnostics.length)).toEqual([2])
  const all = reported(file)
  const part = waive(file, known(...all.slice(1))).file
  expect(part.causes.map(({ diagnostics }) => diagnostics)).toEqual([[0]])
  expect(part.causes[0]?.message).toBe(file.causes[0]?.message)
  const none = waive(file, known(...all)).file
  expect([none.diagnostics, none.causes]).toEqual([[], []])
  expect(none.waived).toHaveLength(2)
})

test('what says that something was not read cannot be waived', async () => {
  const file = await checkedFile({ 'activeDisclosure.rules.issued': '' })
  const unread = { ...file.diagnostics[0]!, code: 'GJ008', name: 'limit-exceeded' }
  for (const each of [
    { ...file, tables: [] },
    { ...file, diagnostics: [unread] },
    { ...file, role: 'settings' } as const,
  ]) {
    const { file: settled, unmet, left } = waive(each, known(...reported(each)))
    expect(settled).toBe(each)
    expect(unmet).toHaveLength(reported(each).length)
    expect(left).toEqual([])
  }
})
