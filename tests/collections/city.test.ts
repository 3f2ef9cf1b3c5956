import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type KeptReport, plainStyle, reportSheet, writeText } from '../../src/testing/index.ts'
import { folderWith, run } from '../cli/run.ts'

/** A city of which two years are kept; all that links them holds. */
const years = [2023, 2024].map(
  (year): KeptReport => JSON.parse(readFileSync(`fixtures/figures/city-${year}.json`, 'utf8')),
)

async function codesWith(
  year: number,
  changes: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const files = years.map(kept => {
    const facts = kept.year === year ? { ...kept.facts, ...changes } : kept.facts
    return [`${kept.year}.csv`, writeText(reportSheet({ ...kept, facts }).rows, plainStyle)] as const
  })
  const { stdout } = await run(['check', '.', '-f', 'json'], { cwd: folderWith(Object.fromEntries(files)) })
  const result: { files: { path: string; diagnostics: { code: string; ref: string }[] }[] } =
    JSON.parse(stdout)
  return result.files.flatMap(({ path, diagnostics }) =>
    diagnostics
      .filter(({ code }) => code > 'GJ500' && code < 'GJ507')
      .map(({ code, ref }) => `${path} ${code} ${ref}`),
  )
}

test('what links the years holds', async () => {
  expect(await codesWith(2023, {})).toEqual([])
})

test.each([
  [2024, 'requests.carriedOver.total', '120', '2024.csv GJ501 requests.carriedOver.total'],
  [2023, 'requests.carriedForward.total', '122', '2024.csv GJ501 requests.carriedOver.total'],
  [2024, 'requests.carriedOver.naturalPerson', '1', '2024.csv GJ502 requests.carriedOver.naturalPerson'],
  [
    2024,
    'activeDisclosure.normativeDocuments.issued',
    '51',
    '2024.csv GJ503 activeDisclosure.normativeDocuments.effective',
  ],
  [2023, 'activeDisclosure.rules.effective', '12', '2024.csv GJ503 activeDisclosure.rules.effective'],
])('a link of %i that is broken at %s is found', async (year, ref, value, found) => {
  expect(await codesWith(year, { [ref]: value })).toEqual([found])
})

test('the same is found in parts, with threads and in any order', async () => {
  const cwd = folderWith(brokenCarry())
  const whole = await run(['check', '.', '-f', 'json'], { cwd })
  expect(whole.stdout).toContain('GJ501')
  const turned = await run(['check', '2024.csv', '2023.csv', '-f', 'json'], { cwd })
  expect(turned.stdout).toBe(whole.stdout)
  expect((await run(['check', '.', '-f', 'json', '--concurrency', '2'], { cwd })).stdout).toBe(whole.stdout)
  for (const part of ['1/2', '2/2'])
    await run(['check', '.', '--shard', part, '-f', `shard:${part[0]}.part`], { cwd })
  expect((await run(['merge', '1.part', '2.part', '-f', 'json'], { cwd })).stdout).toBe(whole.stdout)
})

test('what is found between reports can be waived, and known from a baseline, for these numbers only', async () => {
  const files = brokenCarry()
  const cwd = folderWith(files)
  const args = ['--code', 'GJ501', '--reason', '划入', '--who', '张三']
  await run(['waive', '2024.csv:requests.carriedOver.total', ...args], { cwd })
  const after = await run(['check', '.', '-f', 'unix'], { cwd })
  expect(after.stdout).not.toContain('GJ501')
  const other = folderWith(files)
  await run(['baseline', '.'], { cwd: other })
  expect(await run(['check', '.', '-f', 'unix'], { cwd: other })).toMatchObject({ status: 0, stdout: '' })
})

function brokenCarry(): Readonly<Record<string, Uint8Array>> {
  const facts = { ...years[1]!.facts, 'requests.carriedOver.total': '120' }
  const csv = (kept: KeptReport) => writeText(reportSheet(kept).rows, plainStyle)
  return { '2023.csv': csv(years[0]!), '2024.csv': csv({ ...years[1]!, facts }) }
}
