import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { main } from '../../src/cli/main.ts'
import {
  balancedFigures,
  encode,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
} from '../../src/testing/index.ts'

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: Uint8Array
  readonly isTTY?: boolean
  readonly columns?: number
  readonly now?: number
  readonly platform?: NodeJS.Platform
}

/** The command line in this process, with streams that remember. */
export async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const {
    cwd = tmpdir(),
    env = {},
    stdin = new Uint8Array(),
    isTTY,
    columns,
    now = 0,
    platform = 'linux',
  } = surroundings
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  const output = (name: keyof typeof written) => ({
    write: (content: string | Uint8Array) => written[name].push(Buffer.from(content as string)),
    isTTY,
    columns,
  })
  async function* chunks() {
    for (let at = 0; at < stdin.length; at += 100) yield stdin.subarray(at, at + 100)
  }
  const io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: chunks(),
    env,
    platform,
    cwd,
    now: () => now,
  }
  const status = await main(argv, io)
  const text = (name: keyof typeof written) => Buffer.concat(written[name]).toString()
  return { status, stdout: text('stdout'), stderr: text('stderr') }
}

/** A folder with files in it, taken away after the tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A report as CSV, with figures of its own in some cells. */
export function reportCsv(changes: Readonly<Record<string, string>> = {}): Uint8Array {
  const figures = new Map([...balancedFigures('2021', 5), ...Object.entries(changes)])
  return writeText(reportSheet(keptReport('2021', figures)).rows, plainStyle)
}

export const good = reportCsv()
/** One total off by so much that it breaks three relations. */
export const bad = reportCsv({ 'requests.outcomes.total.naturalPerson': '9999' })
/** One blank in no relation, so that it may be 0. */
export const blank = reportCsv({ 'activeDisclosure.rules.issued': '' })
export const other = encode('name,age\nx,1\n', 'utf-8')

/** The report of another body, with the same figures. */
export function ofBody(name: string, report: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(report).replaceAll('示例镇', name))
}

/** A gouji.json for folders of several bodies with the same figures, of which nothing is to be said. */
export const alikeAllowed = '{ "rules": { "identical-bodies": "off" } }'
