import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** The READMEs, and the pages of the documentation that are there in both languages: English and Chinese. */
const pages: readonly (readonly [string, string])[] = [
  ['README.md', 'README.zh-CN.md'],
  ...readdirSync('docs')
    .filter(name => name.endsWith('.zh-CN.md'))
    .map(name => [`docs/${name.replace('.zh-CN.md', '.md')}`, `docs/${name}`] as const),
]

const folder = mkdtempSync(join(tmpdir(), 'gouji-readme-'))
for (const name of ['bin', 'fixtures', 'node_modules', 'dist', 'package.json'])
  symlinkSync(join(process.cwd(), name), join(folder, name))
afterAll(() => rmSync(folder, { recursive: true }))

const blocks = (text: string) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(match => ({ kind: match[1]!, body: match[2]! }))

/** Each command is run; `-u` writes what it printed. */
for (const file of pages.flat()) {
  const text = readFileSync(file, 'utf8')

  test(`${file}: each command prints what is shown`, async () => {
    for (const name of ['gouji.waivers.json', 'gouji.baseline.json'])
      rmSync(join(folder, name), { force: true })
    const printed = text.replace(/^```console\n\$ (.*)\n[\s\S]*?^```$/gm, (_, command: string) => {
      return `\`\`\`console\n$ ${command}\n${run(command)}\`\`\``
    })
    await expect(printed).toMatchFileSnapshot(`../${file}`)
  })

  test(`${file}: programs print what is shown`, () => {
    const own = blocks(text)
    for (const [index, { kind, body }] of own.entries()) {
      const next = own[index + 1]
      if (kind !== 'js') continue
      const code = body.replace("'gouji'", "'./dist/index.js'").replace("'gouji/core'", "'./dist/core.js'")
      const name = /^\/\/ ([\w-]+\.js)\n/.exec(body)?.[1] ?? 'example.mjs'
      writeFileSync(join(folder, name), code)
      if (next?.kind === 'output') expect(run(`node ${name}`)).toBe(next.body)
    }
  })

  test(`${file}: links lead to files`, () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(match => match[1]!)
    expect(links.filter(link => !existsSync(join(dirname(file), link)))).toEqual([])
  })
}

test.each(pages)('%s and %s have the same headings, commands and code', (english, chinese) => {
  const shape = (text: string) => ({
    headings: [...text.matchAll(/^(#+) /gm)].map(match => match[1]),
    commands: blocks(text)
      .filter(block => block.kind === 'sh' || block.kind === 'console')
      .map(block => block.body.split('\n')[0]!.replace(/--lang (?:en|zh-CN)/, '--lang')),
    code: blocks(text)
      .filter(block => !['sh', 'console', 'output'].includes(block.kind))
      .map(block => block.body.replace(/language: '.*?'|(?:displayName|name): .*|#.*|\/\/.*|<[^>]*>/g, '')),
    codes: [...text.matchAll(/GJ\w+/g)].map(match => match[0]).filter(code => /^GJ\dxx$/.test(code)),
  })
  expect(shape(readFileSync(chinese, 'utf8'))).toEqual(shape(readFileSync(english, 'utf8')))
})

function run(command: string): string {
  for (const name of ['form.csv', 'checked.xlsx']) rmSync(join(folder, name), { force: true })
  const [program, ...args] = command.split(' ')
  const { stdout, stderr } = spawnSync(program === 'node' ? process.execPath : program!, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, COLUMNS: '100' },
  })
  return stdout + stderr
}
