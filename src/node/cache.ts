import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type CheckedSource, type CheckOptions, toolBuild, toolName, toolVersion } from '../core/index.ts'
import { digestOf, type Outcome, openInput, type Task } from './check-input.ts'
import { writeFile } from './write-file.ts'

/** What was found in files before, for files that still hold the same bytes. Settings are applied after it. */
export interface Cache {
  /** What checking would find; null when it is not known. */
  recall(task: Task): CheckedSource | null
  keep(task: Task, outcome: Outcome): void
  /**
   * Writes it whole, if anything was kept. Of two runs at once the later one wins.
   * @throws the error of the file system.
   */
  store(): void
}

interface Entry {
  /** Of the bytes that were checked. */
  readonly digest: string
  /** The path that the file had, and what was found. */
  readonly found: () => Found
  readonly json: () => string
}

type Found = readonly [path: string, checked: CheckedSource]

/** Characters of all entries together; beyond them the entries go that were not met for longest. */
const mostCharacters = 100_000_000

const fileName = 'checked.cache'

/** The cache that a folder holds; empty when it holds none, a damaged one or one of another build. */
export function openCache(folder: string): Cache {
  const path = join(folder, fileName)
  const entries = readEntries(path)
  const keyOf = keysOfOptions()
  const slotOf = ({ input, options }: Task) => {
    const absolute = 'absolute' in input ? input.absolute : ''
    return digestOf([absolute, input.path, String(input.isNamed === true), keyOf(options)].join('\0'))
  }
  let isChanged = false
  return {
    recall(task) {
      const slot = slotOf(task)
      const entry = entries.get(slot)
      const source = entry && openInput(task)
      if (!source || 'kind' in source || digestOf(source.bytes) !== entry.digest) return null
      const [path, checked] = entry.found()
      if (path !== source.path) return null
      // Those that are met stand last.
      entries.delete(slot)
      entries.set(slot, entry)
      return checked
    },
    keep(task, outcome) {
      if (outcome.kind === 'crashed' || outcome.digest === null) return
      const { checked, digest } = outcome
      const slot = slotOf(task)
      entries.delete(slot)
      const found: Found = [task.input.path, checked]
      entries.set(slot, { digest, found: () => found, json: () => JSON.stringify(found) })
      isChanged = true
    },
    store() {
      if (isChanged) writeFile(path, textOf(entries))
    },
  }
}

/** Where the cache is kept unless another folder is named: with the packages of a project, else with the user's caches. */
export function cacheFolder(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules')
    if (existsSync(packages)) return join(packages, '.cache', toolName)
    if (dirname(folder) === folder) return join(userCaches(env), toolName)
  }
}

function userCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>): string {
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  if (process.platform === 'win32') return LOCALAPPDATA ?? resolve(homedir(), 'AppData/Local')
  return resolve(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

/** Options as text, made once for each object. */
function keysOfOptions(): (options: CheckOptions) => string {
  const keys = new WeakMap<CheckOptions, string>()
  return options => {
    const key = keys.get(options) ?? JSON.stringify(options)
    keys.set(options, key)
    return key
  }
}

/** The first line tells what the file is and what the rest must digest to; then an entry a line. */
function textOf(entries: ReadonlyMap<string, Entry>): string {
  const lines: string[] = []
  let left = mostCharacters
  for (const [slot, { digest, json }] of [...entries].reverse()) {
    const line = `${slot} ${digest} ${json()}\n`
    left -= line.length
    if (left < 0) break
    lines.push(line)
  }
  const rest = lines.reverse().join('')
  return `${headOf(digestOf(rest))}\n${rest}`
}

function headOf(digest: string): string {
  return `${toolName} cache ${toolVersion} ${toolBuild} ${digest}`
}

function readEntries(path: string): Map<string, Entry> {
  const bytes = readBytes(path)
  const end = bytes.indexOf('\n')
  const rest = bytes.subarray(end + 1)
  if (end < 0 || bytes.toString('utf8', 0, end) !== headOf(digestOf(rest))) return new Map()
  const lines = rest.toString('utf8').split('\n').slice(0, -1)
  return new Map(lines.map(line => [line.slice(0, 64), entryOf(line.slice(65, 129), line.slice(130))]))
}

function entryOf(digest: string, json: string): Entry {
  return { digest, found: () => JSON.parse(json), json: () => json }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
