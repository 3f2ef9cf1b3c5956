import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The files that a folder of reports may keep for gouji, by what is in them. */
export const projectFiles = {
  config: 'gouji.json',
  waivers: 'gouji.waivers.json',
  baseline: 'gouji.baseline.json',
} as const

export type ProjectFile = keyof typeof projectFiles

/** A folder that keeps at least one of the files that were looked for; they hold for everything below it. */
export interface Project {
  /** Absolute. */
  readonly root: string
  /** Absolute paths of those that are there. */
  readonly files: Readonly<Partial<Record<ProjectFile, string>>>
}

/**
 * Finds, from an absolute folder on upwards, the nearest one that keeps any of these files; there is no merging. Looks at
 * each folder once, so that a run sees the same of all its files.
 */
export function createProjectFinder(kinds: readonly ProjectFile[]): (folder: string) => Project | null {
  const projects = new Map<string, Project | null>()
  const find = (folder: string): Project | null => {
    const known = projects.get(folder)
    if (known !== undefined) return known
    const parent = dirname(folder)
    const project = projectIn(folder, kinds) ?? (parent === folder ? null : find(parent))
    projects.set(folder, project)
    return project
  }
  return find
}

function projectIn(folder: string, kinds: readonly ProjectFile[]): Project | null {
  const present = kinds.flatMap(kind => {
    const path = join(folder, projectFiles[kind])
    return isFile(path) ? [[kind, path] as const] : []
  })
  return present.length > 0 ? { root: folder, files: Object.fromEntries(present) } : null
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    return false
  }
}
