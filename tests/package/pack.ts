import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly mode: number }[]
  readonly tarball: string
  /** A project in which the package is installed, without what it depends on. */
  readonly project: string
}

/** The package as `npm pack` makes it of what was built; gone after the tests of the file. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-package-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const npm = process.env.npm_execpath
  const command = npm ? process.execPath : 'npm'
  const args = ['pack', '--json', '--ignore-scripts', '--offline', '--loglevel=error']
  const output = execFileSync(command, [...(npm ? [npm] : []), ...args, `--pack-destination=${folder}`], {
    encoding: 'utf8',
  })
  // A list up to npm 11, an object by name from npm 12.
  const [packed] = Object.values<Packed & { readonly filename: string }>(JSON.parse(output))
  const tarball = join(folder, packed!.filename)
  const installed = join(folder, 'node_modules/gouji')
  mkdirSync(installed, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
  return { ...packed!, tarball, project: folder }
}

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly engines?: { readonly node?: string }
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
}

export function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(path, 'utf8')) as Content
}
