import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../src/core/index.ts'
import { type Manifest, pack, readJson } from './pack.ts'

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

interface Locked {
  readonly dev?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifest = readJson<Manifest>('package.json')
const lock = readJson<Lock>('package-lock.json')
/** Folders of what is installed with the package. */
const runtime = Object.keys(lock.packages).filter(path => path && !lock.packages[path]!.dev)
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
      'dist/LICENSES.txt',
      'dist/types/core/api/index.d.ts',
      'dist/types/index.d.ts',
      'docs/editions/2019.md',
      'docs/editions/2021.md',
      'docs/rules/README.md',
      'man/gouji.1',
      'man/zh_CN/gouji.1',
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
    /^dist\/LICENSES\.txt$/,
    /^dist\/types\/(?!testing)[\w/-]+\.d\.ts$/,
    /^man\/(?:zh_CN\/)?gouji\.1$/,
    /^schemas\/[\w.-]+\.schema\.json$/,
    /^docs\/api(?:\.zh-CN)?\.md$/,
    /^docs\/(?:rules|editions)\/\w+\.md$/,
    /^docs\/[\w-]+(?:\.zh-CN)?\.md$/,
  ]
  expect(paths.filter(path => !expected.some(pattern => pattern.test(path)))).toEqual([])
})

test('the package stays small', () => {
  expect(packed.size).toBeLessThan(1_350_000)
  expect(packed.unpackedSize).toBeLessThan(4_200_000)
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
  expect(runtime).toContain('node_modules/xlsx')
  const running = runtime.filter(path => {
    const { scripts = {} } = readJson<Manifest>(`${path}/package.json`)
    return (
      ['preinstall', 'install', 'postinstall'].some(name => name in scripts) ||
      existsSync(`${path}/binding.gyp`)
    )
  })
  expect(running).toEqual([])
})

const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

test('what is installed with the package, or stands in its bundles, may be used by anyone', () => {
  const installed = runtime.map(path => readJson<Manifest>(`${path}/package.json`))
  const others = installed.filter(({ license = '' }) => !permissive.includes(license))
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  const bundled = readFileSync('dist/LICENSES.txt', 'utf8').matchAll(/^(\S+ \d\S*) \((.*)\)$/gm)
  const licences = new Map([...bundled].map(([, name, licence]) => [name!, licence!]))
  expect([...licences.keys()].map(name => name.split(' ')[0])).toContain('commander')
  expect([...licences].filter(([, licence]) => !permissive.includes(licence))).toEqual([])
})

test('all of it runs on the oldest Node that the package asks for', () => {
  const oldest = manifest.engines!.node!.replace('>=', '')
  const bundled = [...readFileSync('dist/LICENSES.txt', 'utf8').matchAll(/^(\S+) \d\S* \(.*\)$/gm)]
  const folders = [...runtime, ...bundled.map(match => `node_modules/${match[1]}`)]
  const newer = folders.filter(folder => {
    const { engines } = readJson<Manifest>(`${folder}/package.json`)
    return engines?.node !== undefined && !includesVersion(engines.node, oldest)
  })
  expect(newer).toEqual([])
})

test('versions of Node are compared by number', () => {
  expect(includesVersion('>=20.9', '20.19')).toBe(true)
  expect(includesVersion('>= 20.19.0', '20.19')).toBe(true)
  expect(includesVersion('>=v12.22.7', '20.19')).toBe(true)
  expect(includesVersion('>=20.20', '20.19')).toBe(false)
  expect(includesVersion('^18.0.0 || >=22', '20.19')).toBe(false)
  expect(includesVersion('^12.17.0 || ^20.1 || >=22', '20.19')).toBe(true)
  expect(() => includesVersion('20.x', '20.19')).toThrow('20.x')
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

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8' })
}

/** True when a range of the form `^a || >=b` takes in a version. */
function includesVersion(range: string, version: string): boolean {
  return range.split('||').some(part => {
    const [, sign, text] = /^\s*(>=|\^)\s*v?([\d.]+)\s*$/.exec(part) ?? []
    if (!sign || !text) throw new Error(`a range of another form: ${range}`)
    const [wanted, given] = [text, version].map(each => each.split('.').map(Number)) as [number[], number[]]
    const order = [0, 1, 2].map(at => (given[at] ?? 0) - (wanted[at] ?? 0)).find(Boolean) ?? 0
    return order >= 0 && (sign === '>=' || given[0] === wanted[0])
  })
}
