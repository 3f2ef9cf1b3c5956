import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isReadable } from '../../src/core/readers/index.ts'

const script = join(import.meta.dirname, '../../scripts/fuzz.mjs')
const formats = ['csv', 'tsv', 'txt', 'md', 'html', 'mht', 'docx', 'xlsx', 'xls', 'et', 'ods'].filter(
  format => isReadable(`a.${format}`),
)
const count = 60
/** Milliseconds; a busy machine takes several times as long as the usual quarter of a minute. */
const patience = 180_000

/** The short run of the fuzzer; CONTRIBUTING.md tells how to make a long one. */
test(`${count} changed reports of each format break nothing`, { timeout: patience }, async () => {
  const { status, output } = await fuzz()
  expect(output).not.toContain('  !')
  expect({ status, output }).toMatchObject({ status: 0 })
  const ran = [...output.matchAll(/^(\w+): (\d+) inputs/gm)].map(([, format, inputs]) => [format, inputs])
  expect(ran).toEqual(formats.map(format => [format, String(count)]))
})

function fuzz(): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise(resolve => {
    const options = ['--count', String(count), '--seed', '20', '--formats', formats.join(',')]
    const child = spawn(process.execPath, [script, ...options])
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', status => resolve({ status, output: Buffer.concat(chunks).toString() }))
  })
}
