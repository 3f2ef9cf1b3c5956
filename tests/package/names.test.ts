import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What the entry points export, by the types that were built. */

interface Declaration {
  readonly name: string
  readonly file: string
  readonly text: string
}

const declarations = readdirSync('dist/types', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.d.ts'))
  .flatMap(declarationsIn)
const core = namesIn('dist/types/core/api/index.d.ts')
const node = [...new Set([...core, ...namesIn('dist/types/index.d.ts')])].sort()

test('the public names', async () => {
  const list = (title: string, names: readonly string[]) =>
    `${title}\n${names.map(each => `  ${each}\n`).join('')}`
  const added = node.filter(name => !core.includes(name))
  await expect(`${list('gouji/core', core)}\n${list('gouji, besides', added)}`).toMatchFileSnapshot(
    '../../fixtures/package/names.txt',
  )
})

test('what is no type is there at run time', async () => {
  const isValue = (name: string) => /^[a-z]|^UserError$/.test(name)
  const paths = { 'dist/core.js': core, 'dist/index.js': node }
  for (const [path, names] of Object.entries(paths))
    expect(Object.keys(await import(join(process.cwd(), path))).sort()).toEqual(names.filter(isValue))
})

test('every type that leads on from a public one is public', () => {
  const declared = new Set(declarations.map(({ name }) => name))
  const hidden = node.flatMap(name => {
    const texts = declarationsOf(name === 'version' ? 'toolVersion' : name)
    expect(texts, name).not.toEqual([])
    return texts
      .flatMap(text => text.match(/\b[A-Z]\w+\b/g) ?? [])
      .filter(type => declared.has(type) && !node.includes(type))
      .map(type => `${name} leads to ${type}`)
  })
  expect(hidden).toEqual([])
})

/** Inside, functions may be called the same as those of the API. */
function declarationsOf(name: string): readonly string[] {
  const own = declarations.filter(each => each.name === name)
  const ofApi = own.filter(({ file }) => /\bapi\b/.test(file))
  return (ofApi.length > 0 ? ofApi : own).map(({ text }) => text)
}

function declarationsIn(file: string): Declaration[] {
  const text = readFileSync(join('dist/types', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  return text.split(/^(?=export )/m).flatMap(part => {
    const [, name] = /^export (?:declare )?(?:interface|type|class|function|const) (\w+)/.exec(part) ?? []
    return name ? [{ name, file, text: part }] : []
  })
}

function namesIn(file: string): string[] {
  const lists = readFileSync(file, 'utf8').matchAll(/^export (?:type )?\{([^}]*)\}/gm)
  const names = [...lists].flatMap(([, list]) => list!.split(','))
  return names
    .map(name =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/^.* as /, ''),
    )
    .filter(Boolean)
    .sort()
}
