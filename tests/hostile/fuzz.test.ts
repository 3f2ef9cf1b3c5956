import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/fuzz.mjs')

/** The short run of the fuzzer: `node scripts/fuzz.mjs --help` tells how to make a long one. */
test('changed reports of all formats break nothing', async () => {
  const { status, output } = await new Promise<{ status: number | null; output: string }>(resolve => {
    const child = spawn(process.execPath, [script, '--count', '250', '--seed', '20'])
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', code => resolve({ status: code, output: Buffer.concat(chunks).toString() }))
  })
  expect(output).not.toContain('  !')
  expect({ status, output }).toMatchObject({ status: 0 })
  expect(output.match(/^(?:csv|tsv|txt|xlsx): 250 inputs/gm)).toHaveLength(4)
})
