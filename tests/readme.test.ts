import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** Each example of the READMEs is run; `-u` writes what it printed. */
const readmes = ['README.md', 'README.zh-CN.md']
const folder = mkdtempSync(join(tmpdir(), 'gouji-readme-'))
for (const name of ['bin', 'fixtures', 'node_modules', 'dist', 'package.json'])
  symlinkSync(join(process.cwd(), name), join(folder, name))
afterAll(() => rmSync(folder, { recursive: true }))

const blocks = (text: string) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(match => ({ kind: match[1]!, body: match[2]! }))

for (const file of readmes) {
  const text = readFileSync(file, 'utf8')

  test(`${file}: each command prints what is shown`, async () => {
    const printed = text.replace(/^```console\n\$ (.*)\n[\s\S]*?^```$/gm, (_, command: string) => {
      return `\`\`\`console\n$ ${command}\n${run(command)}\`\`\``
    })
    await expect(printed).toMatchFileSnapshot(`../${file}`)
  })

  test(`${file}: the library example prints what is shown`, () => {
    const own = blocks(text)
    const code = own.find(block => block.kind === 'js')!.body
    const shown = own.find(block => block.kind === 'output')!.body
    writeFileSync(join(folder, 'example.mjs'), code.replace("'gouji'", "'./dist/index.js'"))
    expect(run('node example.mjs')).toBe(shown)
  })

  test(`${file}: links lead to files`, () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(match => match[1]!)
    expect(links.filter(link => !existsSync(link))).toEqual([])
  })
}

test('both READMEs have the same headings, commands and code', () => {
  const shape = (text: string) => ({
    headings: [...text.matchAll(/^(#+) /gm)].map(match => match[1]),
    commands: blocks(text)
      .filter(block => block.kind === 'sh' || block.kind === 'console')
      .map(block => block.body.split('\n')[0]!.replace(/--lang (?:en|zh-CN)/, '--lang')),
    code: blocks(text)
      .filter(block => block.kind === 'js')
      .map(block => block.body.replace(/language: '.*?'/, '')),
    codes: [...text.matchAll(/GJ\w+/g)].map(match => match[0]).filter(code => /^GJ\dxx$/.test(code)),
  })
  const [english, chinese] = readmes.map(file => shape(readFileSync(file, 'utf8')))
  expect(chinese).toEqual(english)
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
