import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { publint } from 'publint'
import { expect, test } from 'vitest'
import { type Manifest, pack, readJson } from './pack.ts'

const { tarball, project, files } = pack()
const installed = join(project, 'node_modules/gouji')
const { dependencies = {} } = readJson<Manifest>('package.json')

test('publint has nothing to say', async () => {
  const bytes = readFileSync(tarball)
  const { messages } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  })
  expect(messages).toEqual([])
})

test('the types are found wherever ES modules are', () => {
  const args = ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only']
  const { status, stdout } = spawnSync(process.execPath, [...args, '--format', 'json'], { encoding: 'utf8' })
  const { problems } = JSON.parse(stdout) as Record<string, Record<string, { resolutionKind: string }[]>>
  const kinds = Object.values(problems!)
    .flat()
    .map(({ resolutionKind }) => resolutionKind)
  expect({ status, kinds: kinds.filter(kind => kind !== 'node10' && kind !== 'node16-cjs') }).toEqual({
    status: 0,
    kinds: [],
  })
})

test('what is packed imports every dependency, and nothing else', async () => {
  const scripts = files.map(({ path }) => path).filter(path => /^(?:bin|dist)\/.*\.c?js$/.test(path))
  const { metafile } = await build({
    entryPoints: scripts.map(path => join(installed, path)),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imported = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, external }) => external && !path.startsWith('node:') && path !== '<runtime>')
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)![0])
  expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort())
})

const compilers = [
  ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
  ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
] as const

test.each(compilers)('the examples compile against the package, resolved as %s does', (name, options) => {
  const sources = ['README.md', 'docs/api.md'].flatMap(page => {
    const folder = join(project, `${name}-${basename(page, '.md')}`)
    mkdirSync(folder)
    const examples = [
      ...readFileSync(page, 'utf8').matchAll(/^```js\n((?:\/\/ (\S+\.js)\n)?[\s\S]*?)^```$/gm),
    ]
    return examples.map(([, text, file], index) => {
      const path = join(folder, file ?? `example${index}.js`)
      writeFileSync(path, text!)
      return path
    })
  })
  expect(sources.length).toBeGreaterThan(6)
  const inputs = { types: ['node'], lib: ['es2022', 'dom', 'dom.iterable'], allowJs: true, checkJs: true }
  expect(compile(name, { ...options, ...inputs }, sources)).toBe('')
})

test.each(compilers)('the types of the core need no platform, resolved as %s does', (name, options) => {
  const path = join(project, `core-${name}.mts`)
  writeFileSync(
    path,
    `import { annotate, check, editions, fix, parse, render, rules } from 'gouji/core'
     import type { CellInfo, Host, ParsedReport, Result } from 'gouji/core'
     export async function both(host: Host, bytes: Uint8Array): Promise<readonly [Result, ParsedReport]> {
       const source = { path: 'a.csv', bytes }
       const [previous] = await parse(source, { host })
       const result = await check([source], { host, language: 'en', previous, limits: { cells: 5 } })
       const cause: string | null | undefined = result.files[0]?.causes[0]?.suspects[0]?.[0]?.expected
       const text: string = await render(result, 'json', { width: 80 })
       const bytesAgain: Uint8Array = (await fix(source, { host })).bytes
       const copy: 'xlsx' | 'xlsm' | undefined = (await annotate(source, { host }))?.extension
       const cells: readonly CellInfo[] = editions().flatMap(({ tables }) => tables).flatMap(table => table.cells)
       const severity: 'error' | 'warning' | 'info' | undefined = rules({ profile: 'strict' })[0]?.severity
       void [cause, text, bytesAgain, copy, cells, severity]
       return [result, previous!]
     }
     // @ts-expect-error a host is needed
     void check([], {})
     // @ts-expect-error no such language
     void rules({ language: 'fr' })
     // @ts-expect-error results are not written to
     void both.call(null, {} as Host, new Uint8Array()).then(([result]) => (result.files = []))`,
  )
  expect(compile(`core-${name}`, { ...options, types: [], lib: ['es2022'] }, [path])).toBe('')
})

/** What the compiler says of files of the project. */
function compile(name: string, compilerOptions: object, files: readonly string[]): string {
  for (const each of ['@types', 'undici-types', 'fflate'])
    if (!readdirSync(join(project, 'node_modules')).includes(each))
      symlinkSync(join(process.cwd(), 'node_modules', each), join(project, 'node_modules', each))
  const config = join(project, `tsconfig.${name}.json`)
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }
  const options = { target: 'es2022', noEmit: true, skipLibCheck: false, ...strict, ...compilerOptions }
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files }))
  return spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config], { encoding: 'utf8' })
    .stdout
}

test('the package runs from where it is installed', () => {
  for (const name of Object.keys(dependencies))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(project, 'node_modules', name))
  const form = join(project, 'form.csv')
  const gouji = join(installed, 'bin/gouji.js')
  const run = (...args: string[]) => execFileSync(process.execPath, [gouji, ...args], { encoding: 'utf8' })
  run('template', '--output', form)
  expect(JSON.parse(run('parse', form)).reports[0].tables.length).toBe(3)
  writeFileSync(
    join(project, 'run.mjs'),
    `import { check, parse } from 'gouji'
     import { rules } from 'gouji/core'
     const { summary } = await check('form.csv')
     const [{ tables }] = await parse('form.csv')
     console.log(summary.files, tables.length, rules().length > 50)`,
  )
  const output = execFileSync(process.execPath, ['run.mjs'], { cwd: project, encoding: 'utf8' })
  expect(output.trim()).toBe('1 3 true')
})
