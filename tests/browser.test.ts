import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { balancedFigures } from '../src/testing/balanced.ts'
import { keptReport } from '../src/testing/figures.ts'
import { reportSheet } from '../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../src/testing/write-text.ts'

/** Core, bundled as a page would bundle it, in a world that has nothing of Node. */
async function core() {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/core/api/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'gouji',
    platform: 'browser',
    target: 'chrome86',
    define: { __GOUJI_VERSION__: '"0.0.0"', __GOUJI_BUILD__: '""' },
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
  })
  const world = createContext({ TextDecoder, TextEncoder, btoa, console: { error() {} } })
  runInContext(outputFiles[0]!.text, world)
  return {
    gouji: runInContext('gouji', world) as typeof import('../src/core/api/index.ts'),
    inputs: Object.keys(metafile.inputs),
  }
}

test('core checks a CSV where neither process nor Buffer exists', async () => {
  const { gouji, inputs } = await core()
  expect(inputs.filter(input => input.startsWith('node:'))).toEqual([])
  const nothing = () => new Uint8Array()
  const host = { inflateRaw: nothing, deflateRaw: nothing, parseApart: () => Promise.reject() }
  const figures = balancedFigures('2021', 3)
  for (const quotes of ['where-needed', 'all'] as const) {
    const write = (changed: typeof figures) =>
      writeText(reportSheet(keptReport('2021', changed)).rows, { ...plainStyle, quotes })
    const check = (bytes: Uint8Array) => gouji.check({ path: 'a.csv', bytes }, { host })
    expect(await check(write(figures))).toMatchObject({ files: [{ diagnostics: [] }] })
    const ref = 'reviewLitigation.review.total'
    const spoiled = new Map(figures).set(ref, String(Number(figures.get(ref)) + 1))
    const result = await check(write(spoiled))
    expect(result).toMatchObject({ files: [{ diagnostics: [{ code: 'GJ303', ref }] }] })
    for (const format of gouji.reporterNames) expect(await gouji.render(result, format)).toContain('GJ303')
  }
})
