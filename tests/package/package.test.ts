import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../src/core/index.ts'

interface Manifest {
  readonly version: string
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly scripts?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

interface Locked {
  readonly dev?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

const manifest = readJson<Manifest>('package.json')
const lock = readJson<Lock>('package-lock.json')
const packed = pack()
const paths = packed.files.map(file => file.path).sort()

test('the package holds what its users need', () => {
  const pages = rules.map(rule => `docs/rules/${rule.code}.md`)
  expect(paths).toEqual(
    expect.arrayContaining([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'bin/gouji.js',
      'bin/package.json',
      'dist/cli.cjs',
      'dist/core.js',
      'dist/index.js',
      'dist/types/core/api/index.d.ts',
      'dist/types/index.d.ts',
      'docs/editions/2019.md',
      'docs/editions/2021.md',
      'docs/rules/README.md',
      'package.json',
      ...pages,
      ...readdirSync('schemas').map(name => `schemas/${name}`),
    ]),
  )
})

test('the package holds nothing else', () => {
  const expected = [
    /^(?:CHANGELOG|README|README\.zh-CN)\.md$|^LICENSE$|^package\.json$/,
    /^bin\/(?:gouji\.js|package\.json)$/,
    /^dist\/(?!testing)(?:[\w-]+\/)*[\w-]+\.c?js$/,
    /^dist\/types\/(?!testing)[\w/-]+\.d\.ts$/,
    /^schemas\/[\w.-]+\.schema\.json$/,
    /^docs\/(?:rules|editions)\/\w+\.md$/,
  ]
  expect(paths.filter(path => !expected.some(pattern => pattern.test(path)))).toEqual([])
})

test('the package stays small', () => {
  expect(packed.size).toBeLessThan(800_000)
  expect(packed.unpackedSize).toBeLessThan(2_800_000)
})

test('the command prints the version of the package', () => {
  expect(node('bin/gouji.js', 'bin/package.json', '--version').trim()).toBe(manifest.version)
})

test('all exports resolve, by name and to files of the package', () => {
  const targets = Object.values(manifest.exports).flatMap(target =>
    typeof target === 'string' ? [target] : Object.values(target),
  )
  const files = targets.map(target => target.replace('./', '')).filter(target => !target.includes('*'))
  expect(files.filter(file => !paths.includes(file))).toEqual([])

  const script = `
    const modules = [await import('gouji'), await import('gouji/core')]
    const schemas = process.argv.slice(1).map(name => import.meta.resolve('gouji/schemas/' + name))
    console.log(JSON.stringify({ names: modules.map(module => typeof module.check), schemas }))`
  const schemas = readdirSync('schemas')
  const resolved = JSON.parse(node('--input-type=module', '-e', script, ...schemas))
  expect(resolved.names).toEqual(['function', 'function'])
  expect(resolved.schemas.map((url: string) => existsSync(new URL(url)))).toEqual(schemas.map(() => true))
})

test('no dependency runs a script when it is installed', () => {
  const installed = Object.keys(lock.packages).filter(path => path && !lock.packages[path]!.dev)
  expect(installed).toContain('node_modules/xlsx')
  const running = installed.filter(path => {
    const { scripts = {} } = readJson<Manifest>(`${path}/package.json`)
    return (
      ['preinstall', 'install', 'postinstall'].some(name => name in scripts) ||
      existsSync(`${path}/binding.gyp`)
    )
  })
  expect(running).toEqual([])
})

test('the lock file leaves the choice of registry to who installs', () => {
  const bound = Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)
  expect(bound).toEqual([])
})

test('the lock file holds the parts for every platform, as npm ci wants it', () => {
  const parts = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  )
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.filter(name => !(`node_modules/${name}` in lock.packages))).toEqual([])
})

function pack(): Packed {
  const npm = process.env.npm_execpath
  const command = npm ? process.execPath : 'npm'
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline', '--loglevel=error']
  const output = JSON.parse(execFileSync(command, npm ? [npm, ...args] : args, { encoding: 'utf8' }))
  // A list up to npm 11, an object by name from npm 12.
  return Object.values<Packed>(output)[0]!
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8' })
}

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(path, 'utf8')) as Content
}
