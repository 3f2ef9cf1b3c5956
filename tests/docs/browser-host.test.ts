import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { balancedFigures, keptReport, reportSheet } from '../../src/testing/index.ts'
import { writeAs } from '../../src/testing/write-workbook.ts'

/** The host that docs/api.md shows, with Node's threads in the place of a browser's workers. */
const folder = mkdtempSync(join(tmpdir(), 'gouji-host-'))
afterAll(() => rmSync(folder, { recursive: true }))
symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
const core = pathToFileURL(join(process.cwd(), 'dist/core.js')).href
for (const [, text, name] of readFileSync('docs/api.md', 'utf8').matchAll(
  /^```js\n(\/\/ (\S+\.js)\n[\s\S]*?)^```$/gm,
))
  writeFileSync(join(folder, name!), text!.replace("'gouji/core'", `'${core}'`))
writeFileSync(
  join(folder, 'thread.js'),
  `import { parentPort, workerData } from 'node:worker_threads'
   globalThis.onmessage = null
   globalThis.postMessage = data => parentPort.postMessage(data)
   globalThis.reportError = error => setImmediate(() => { throw error })
   const loaded = import(workerData)
   parentPort.on('message', async data => { await loaded; globalThis.onmessage({ data }) })`,
)
writeFileSync(
  join(folder, 'run.js'),
  `import { Worker as Thread } from 'node:worker_threads'
   import { readFileSync } from 'node:fs'
   globalThis.Worker = class {
     constructor(url) {
       this.thread = new Thread(new URL('./thread.js', import.meta.url), { workerData: url.href })
       this.thread.on('message', data => this.onmessage({ data }))
       this.thread.on('error', ({ message }) => this.onerror({ message }))
     }
     postMessage(data) { this.thread.postMessage(data) }
     terminate() { this.thread.terminate() }
   }
   const { annotate, check, parse } = await import('${core}')
   const { host } = await import('./host.js')
   const bytes = new Uint8Array(readFileSync('report.xls'))
   const source = { path: 'report.xls', bytes }
   const codes = async limits => (await check(source, { host, limits })).files[0].diagnostics.map(({ code }) => code)
   const copy = await annotate(source, { host })
   console.log(JSON.stringify({
     facts: (await parse(source, { host }))[0].facts.length,
     copied: (await parse({ path: 'copy.xlsx', bytes: copy.bytes }, { host }))[0].facts.length,
     codes: await codes({}),
     hurried: await codes({ seconds: 0.001 }),
     bounded: await host.parseApart('nothing', {}, { seconds: 9, memory: 9 }).catch(error => error.message),
     swollen: (() => { try { host.inflateRaw(host.deflateRaw(new Uint8Array(9)), 8) } catch (error) { return error.message } })(),
   }))`,
)

test('old workbooks are parsed in a worker, which is ended at the bound; copies are packed', () => {
  const sheet = reportSheet(keptReport('2021', balancedFigures('2021', 1)))
  writeFileSync(join(folder, 'report.xls'), writeAs('biff8', [sheet]))
  const { stdout, stderr } = spawnSync(process.execPath, ['run.js'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    facts: 200,
    copied: 200,
    codes: [],
    hurried: ['GJ008'],
    bounded: expect.stringContaining('not a function'),
    swollen: 'larger than it may be',
  })
})
