import { spawn } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileResult } from '../../src/core/index.ts'
import { isReadable } from '../../src/core/readers/index.ts'

/** A file that means harm, or that looks as if it did. */
export interface HostileFile {
  readonly what: string
  /** Its extension says how it is to be read; `年度报告` makes it a report by its name. */
  readonly name: string
  /** A number is the size, in bytes, of a file of zeros. */
  readonly content: () => Uint8Array | number
  /** The codes that are said of it, each once, in the order of codes. */
  readonly says: readonly string[]
  /** Bounds that the command is given, besides `limits`. */
  readonly bounds?: Readonly<Record<string, number>>
  /** MB in which the command must live, if not `usualMemory`. */
  readonly memory?: number
}

/** MB of the whole process, the parsers' thread included. */
const usualMemory = 700
/** What the command is allowed, by its own options. */
const limits = { seconds: 5, memory: 256 }
/** Seconds for all of it: start, reading, and what is parsed apart. */
const patience = limits.seconds + 10

/** A test for each file of a format that is read: its diagnostics, and no crash, hang or feast of memory. */
export function testHostile(files: readonly HostileFile[]): void {
  for (const file of files)
    test.runIf(isReadable(file.name))(`${file.what} (${file.name})`, async () => {
      const { status, result, memory, errors } = await checkApart(file)
      expect({ errors, isExpectedStatus: status === 0 || status === 1 }).toEqual({
        errors: '',
        isExpectedStatus: true,
      })
      expect(codesOf(result)).toEqual(file.says)
      expect(memory).toBeLessThan(file.memory ?? usualMemory)
    })
}

function codesOf({ files }: Pick<Outcome, 'files'>): readonly string[] {
  return [...new Set(files.flatMap(file => file.diagnostics.map(diagnostic => diagnostic.code)))].sort()
}

interface Outcome {
  readonly files: readonly FileResult[]
}

/** The built command in a process of its own, killed when it overstays. */
async function checkApart({ name, content, bounds = {} }: HostileFile) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'))
  try {
    const path = join(folder, name)
    write(path, content())
    const options = Object.entries({ ...limits, ...bounds }).flatMap(([key, value]) => [
      '--limit',
      `${key}=${value}`,
    ])
    const { status, stdout, stderr } = await run(['check', '-f', 'json', ...options, name], folder)
    const [errors, memory] = stderr.split(memoryMark) as [string, string | undefined]
    if (memory === undefined) throw new Error(`ended with ${status}: ${stderr.slice(-500)}`)
    const result = stdout === '' ? { files: [] } : (JSON.parse(stdout) as Outcome)
    return { status, result, memory: Number(memory) / 1024, errors }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(path: string, content: Uint8Array | number): void {
  const file = openSync(path, 'w')
  if (typeof content === 'number') ftruncateSync(file, content)
  else writeFileSync(file, content)
  closeSync(file)
}

const bin = join(import.meta.dirname, '../../bin/gouji.js')
const memoryMark = 'most memory, KB: '
const reportMemory = `process.on('exit', () => process.stderr.write('${memoryMark}' + process.resourceUsage().maxRSS))`

interface Ended {
  readonly status: number | string | null
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise(resolve => {
    const { NO_COLOR, FORCE_COLOR, GOUJI_LANG, ...env } = process.env
    const measured = ['--import', `data:text/javascript,${encodeURIComponent(reportMemory)}`, bin]
    const child = spawn(process.execPath, [...measured, ...args], { cwd, env, timeout: patience * 1000 })
    const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
    child.stdout.on('data', (chunk: Buffer) => written.stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => written.stderr.push(chunk))
    child.on('close', (code, signal) =>
      resolve({
        status: signal ?? code,
        stdout: Buffer.concat(written.stdout).toString(),
        stderr: Buffer.concat(written.stderr).toString(),
      }),
    )
  })
}
