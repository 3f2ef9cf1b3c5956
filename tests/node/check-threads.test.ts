import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/core/reporters/index.ts'
import { checkInputs, inOrder } from '../../src/node/check-files.ts'
import { checkInput } from '../../src/node/check-input.ts'
import { checkInThreads } from '../../src/node/check-threads.ts'
import { threadsFor } from '../../src/node/concurrency.ts'
import { findFiles } from '../../src/node/find-files.ts'
import { bad, folderWith, good, run } from '../cli/run.ts'

const options = { language: 'zh-CN', profile: 'standard' } as const
/** Reports in every format, damaged ones and files that are none. */
const { files } = await findFiles(['fixtures/cases', 'fixtures/demo', 'fixtures/office'], process.cwd())
const tasks = inOrder(files).map(input => ({ input, options }))
const expected = await Promise.all(tasks.map(task => checkInput(task, true)))

test.each([1, 2, 8])('%d threads find what one does', async threads => {
  const done: string[] = []
  const outcomes = await checkInThreads(tasks, {
    threads,
    isDigested: true,
    onDone: ({ input }) => done.push(input.path),
  })
  expect(outcomes).toEqual(expected)
  expect(done.sort()).toEqual(files.map(file => file.path))
})

test('sources that were read, each with its own options', async () => {
  const sources = [
    { path: '乙.csv', bytes: good },
    { path: '甲.csv', bytes: bad },
  ]
  const optionsFor = ({ path }: { path: string }) => ({
    ...options,
    language: path === '甲.csv' ? 'en' : 'zh-CN',
  })
  const here = await checkInputs(sources, { ...options, optionsFor } as Parameters<typeof checkInputs>[1])
  const apart = await checkInputs(sources, { ...options, optionsFor, concurrency: 2 } as Parameters<
    typeof checkInputs
  >[1])
  expect(apart).toEqual(here)
  expect(apart.files[1]?.diagnostics[0]?.message).toContain('Table 3')
})

describe('a fault of ours', () => {
  const optionsFor = ({ path }: { path: string }) =>
    path.endsWith('2.csv') || path.endsWith('5.csv')
      ? ({ ...options, language: 'tlh' } as unknown as typeof options)
      : options
  const sources = Array.from({ length: 8 }, (_, index) => ({ path: `${index}.csv`, bytes: bad }))

  test.each(['off', 1, 2, 8] as const)('is told with its file, and the rest is checked: %s', async ways => {
    const crashes: string[] = []
    const onCrash = (path: string, error: unknown) => crashes.push(`${path} ${(error as Error).name}`)
    const result = await checkInputs(sources, { ...options, optionsFor, onCrash, concurrency: ways })
    expect(crashes).toEqual(['2.csv TypeError', '5.csv TypeError'])
    expect(result.files.map(file => file.path)).toEqual([0, 1, 3, 4, 6, 7].map(index => `${index}.csv`))
  })

  test('is thrown where nobody is to be told', async () => {
    await expect(checkInputs(sources, { ...options, optionsFor, concurrency: 2 })).rejects.toThrow(TypeError)
  })
})

describe('a thread that ends on its own loses nothing', () => {
  const script = join(process.cwd(), 'dist/late/check-worker.js')
  test.each<[string, () => Worker]>([
    ['at once', () => new Worker('process.exit(0)', { eval: true })],
    ['by a throw', () => new Worker('throw new Error()', { eval: true })],
    [
      'when it is asked',
      () =>
        new Worker('require("worker_threads").parentPort.on("message", () => process.exit(3))', {
          eval: true,
        }),
    ],
    ['without a script', () => new Worker(join(process.cwd(), 'dist/late/no-such.js'))],
    [
      'for want of memory',
      () => new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 8 }, stdout: true, stderr: true }),
    ],
  ])('%s', async (_, startThread) => {
    const outcomes = await checkInThreads(tasks, {
      threads: 3,
      isDigested: true,
      onDone() {},
      startThread,
    })
    expect(outcomes).toEqual(expected)
  })
})

test('every format is the same whatever the number of threads', async () => {
  const root = process.cwd()
  const outputs: unknown[] = []
  for (const concurrency of ['off', '1', '2', '8', 'auto']) {
    const folder = folderWith({})
    const formats = reporterNames.flatMap(name => ['-f', `${name}:${join(folder, name)}`])
    const args = ['check', 'fixtures/cases', 'fixtures/demo', ...formats, '--concurrency', concurrency]
    const printed = await run(args, { cwd: root, env: { SOURCE_DATE_EPOCH: '0' } })
    expect(printed).toEqual({ status: 1, stdout: '', stderr: '' })
    outputs.push(reporterNames.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
  }
  for (const output of outputs) expect(output).toEqual(outputs[0])
})

describe('without being asked', () => {
  const of = (count: number, extension: string) =>
    Array.from({ length: count }, (_, index) => ({
      input: { path: `${index}.${extension}`, bytes: good },
      options,
    }))

  test('few files and files of text are checked here', () => {
    expect(threadsFor(of(50, 'xlsx'), 'auto')).toBe(0)
    expect(threadsFor(of(10_000, 'csv'), 'auto')).toBe(0)
    expect(threadsFor(of(1000, 'xlsx'), 'off')).toBe(0)
    expect(threadsFor(of(1, 'csv'), 5)).toBe(5)
  })
})

test.each(['0', '65', '-1', '1.5', 'all', ''])('--concurrency %j is no number of threads', async value => {
  const { status, stderr } = await run(['check', 'fixtures/demo', '--concurrency', value])
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('1到64') })
})
