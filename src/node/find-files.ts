import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isCandidate } from '../core/index.ts'

export interface FoundFile {
  /** As it is shown: relative to the working directory, with `/`. */
  readonly path: string
  readonly absolute: string
  /** True when the caller named it, false when it was met in a folder or by a pattern. */
  readonly isNamed: boolean
  /** Why a folder could not be listed, an error code; null for files. */
  readonly unlisted: string | null
}

export interface FoundFiles {
  /** Each file once, by path in code units, whatever the order in which they were asked for. */
  readonly files: readonly FoundFile[]
  /** Paths that do not exist. */
  readonly missing: readonly string[]
  /** Patterns that fit no file. */
  readonly unmatched: readonly string[]
}

/** Files of paths, folders and patterns. A path that exists is that path, whatever characters it has. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const missing: string[] = []
  const unmatched: string[] = []
  for (const path of paths) {
    const absolute = resolve(cwd, path)
    // An empty path is a variable that was not set, not the working directory.
    const stats = path === '' ? undefined : statOf(absolute)
    if (stats)
      for (const file of stats.isDirectory() ? walk(absolute, cwd) : [found(absolute, cwd, true)])
        files.push(file)
    else if (!isPattern(path)) missing.push(path)
    else {
      const matched = await matchFiles(path, cwd)
      if (matched.length === 0) unmatched.push(path)
      for (const file of matched) files.push(file)
    }
  }
  return { files: eachOnce(files), missing, unmatched }
}

/** What Excel (`~$`) and WPS (`.~`) put beside a workbook while it is open. */
export function isLockFile(path: string): boolean {
  return /^(?:~\$|\.~)/.test(basename(path))
}

/** A path as it is shown. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute)
  return (path === '' || isAbsolute(path) ? absolute : path).split(sep).join('/')
}

function statOf(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false })
  } catch (error) {
    // A path through a file, a name that is too long or a loop of links: there is no such file. Else it is there.
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ENOENT'].includes(code)) return undefined
    throw error
  }
}

function found(absolute: string, cwd: string, isNamed: boolean): FoundFile {
  return { path: shownPath(absolute, cwd), absolute, isNamed, unlisted: null }
}

/** Links are followed, each folder is entered once. */
function walk(root: string, cwd: string): FoundFile[] {
  const files: FoundFile[] = []
  const entered = new Set<string>()
  const folders = [root]
  // Grows while it is walked; links to folders come last so that a folder is met under its own name.
  const links: string[] = []
  for (let folder = folders.shift(); folder; folder = folders.shift() ?? links.shift()) {
    const real = realPath(folder)
    if (entered.has(real)) continue
    entered.add(real)
    const entries = list(folder)
    if (typeof entries === 'string') {
      files.push({ ...found(folder, cwd, false), unlisted: entries })
      continue
    }
    for (const entry of entries) {
      if (isLeftOut(entry.name)) continue
      const absolute = join(folder, entry.name)
      const target = entry.isSymbolicLink() ? statOf(absolute) : entry
      if (target?.isDirectory()) (target === entry ? folders : links).push(absolute)
      // A link that leads nowhere is handed on, to be reported as unreadable.
      else if ((target === undefined || target.isFile()) && isCandidate(entry.name))
        files.push(found(absolute, cwd, false))
    }
  }
  return files
}

/** The entries of a folder, or the code of the error. */
function list(folder: string): Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

function isLeftOut(name: string): boolean {
  return name === '.git' || name === 'node_modules' || isLockFile(name)
}

function isPattern(path: string): boolean {
  return /[*?[\]{}]|[@!+]\(/.test(path)
}

/** What a shell would expand the pattern to, for cmd.exe does not; folders among it are walked. */
async function matchFiles(pattern: string, cwd: string): Promise<FoundFile[]> {
  const { glob } = await import('tinyglobby')
  const segments = pattern.split(sep === '\\' ? /[\\/]/ : '/')
  const first = segments.findIndex(isPattern)
  const base = resolve(cwd, segments.slice(0, first).join('/') || (first > 0 ? '/' : '.'))
  const entries = await glob(segments.slice(first).join('/'), {
    cwd: base,
    caseSensitiveMatch: false,
    expandDirectories: false,
    onlyFiles: false,
    ignore: ['**/.git/**', '**/node_modules/**'],
  })
  return entries.flatMap(entry => {
    const absolute = join(base, entry)
    if (entry.split('/').some(isLeftOut)) return []
    if (entry.endsWith('/')) return walk(resolve(absolute), cwd)
    return isCandidate(entry) ? [found(absolute, cwd, false)] : []
  })
}

/** A file reached on several ways is kept once: named before met, then by the shortest path. */
function eachOnce(files: readonly FoundFile[]): FoundFile[] {
  const byPlace = new Map<string, FoundFile>()
  const folders = new Map<string, string>()
  for (const file of files) {
    const folder = dirname(file.absolute)
    if (!folders.has(folder)) folders.set(folder, realPath(folder))
    const place = join(folders.get(folder)!, basename(file.absolute))
    const other = byPlace.get(place)
    if (!other || compareWays(file, other) < 0) byPlace.set(place, file)
  }
  return [...byPlace.values()].sort((a, b) => compareText(a.path, b.path))
}

function compareWays(a: FoundFile, b: FoundFile): number {
  return Number(b.isNamed) - Number(a.isNamed) || a.path.length - b.path.length || compareText(a.path, b.path)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // Some network drives have no real paths.
    return path
  }
}
