import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { diffOf, fixSource, type Source } from '../../src/core/index.ts'
import { decode } from '../../src/core/text/decode.ts'
import { nodeHost } from '../../src/node/host.ts'
import { diagnosticsOf, expectEachFixToSettle, options, valuesOf } from './fixed.ts'

/**
 * Each file of fixtures/fixes against what its fixes make of it, in `.fixed`, and how they are shown, in `.diff`. Where
 * `.fixed` is not there it is written, and the test fails once, so that someone reads it.
 */
const folder = 'fixtures/fixes'
const files = readdirSync(folder).filter(file => !/\.(?:fixed|diff)$/.test(file))

const scratch = mkdtempSync(join(tmpdir(), 'gouji-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe.each(files)('%s', file => {
  const source: Source = { path: file, bytes: readFileSync(join(folder, file)), isNamed: true }
  const expected = join(folder, `${file}.fixed`)

  test('is fixed byte for byte', async () => {
    const { fixed } = await fixSource(source, options, nodeHost)
    const bytes = fixed?.bytes ?? source.bytes
    if (!existsSync(expected)) {
      writeFileSync(expected, bytes)
      throw new Error(`written, and to be read: ${expected}`)
    }
    expect(Buffer.from(bytes).equals(readFileSync(expected))).toBe(true)
    const diff = fixed ? diffOf(source, fixed.edits) : ''
    await expect(diff).toMatchFileSnapshot(`../../${folder}/${file}.diff`)
  })

  test('says the same afterwards, with nothing left to fix', async () => {
    const after = { ...source, bytes: readFileSync(expected) }
    expect(await valuesOf(after)).toEqual(await valuesOf(source))
    expect((await diagnosticsOf(after)).flatMap(({ fixes }) => fixes)).toEqual([])
    expect((await fixSource(after, options, nodeHost)).fixed).toBeNull()
  })

  test('is settled by each fix for itself', () => expectEachFixToSettle(source))

  test('is changed in the same way by git apply', async () => {
    const { fixed } = await fixSource(source, options, nodeHost)
    if (!fixed || decode(source.bytes)!.encoding !== 'utf-8') return
    writeFileSync(join(scratch, file), source.bytes)
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn'],
      {
        cwd: scratch,
        input: diffOf(source, fixed.edits),
        encoding: 'utf8',
      },
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(readFileSync(join(scratch, file)).equals(readFileSync(expected))).toBe(true)
  })
})
