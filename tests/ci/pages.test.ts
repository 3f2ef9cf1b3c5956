import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ciFiles, hookFile } from '../../src/cli/ci-files.ts'
import { bad, folderWith, good } from '../cli/run.ts'
import { misfits } from './schema.ts'

const pages = [
  ['docs/ci.md', 'en'],
  ['docs/ci.zh-CN.md', 'zh-CN'],
] as const
const withReadmes = [...pages.map(([page]) => page), 'README.md', 'README.zh-CN.md']
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const blocksOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(match => ({
    kind: match[1]!,
    body: match[2]!,
  }))

test.each(pages)('%s shows the files that are written', async (page, language) => {
  const files = new Map([...Object.values(ciFiles), hookFile].map(file => [file.path, file]))
  const shown = new Set<string>()
  const text = readFileSync(page, 'utf8').replace(
    /^(.*`([^`\n]+)`[^`\n]*\n\n```yaml\n)[\s\S]*?^```$/gm,
    (block, head: string, path: string) => {
      const file = files.get(path)
      shown.add(path)
      return file ? `${head}${file.content(language)}\`\`\`` : block
    },
  )
  for (const path of files.keys()) expect(shown).toContain(path)
  await expect(text).toMatchFileSnapshot(`../../${page}`)
})

test.each([
  ['github', 'github-workflow', { jobs: { gouji: { steps: 1 } } }],
  [
    'gitlab',
    'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci',
    { gouji: 1 },
  ],
] as const)('the file for %s fits its schema', (system, schema, spoiled) => {
  for (const [, language] of pages) {
    const content = parse(ciFiles[system].content(language))
    expect(misfits(schema, content)).toEqual([])
    expect(misfits(schema, { ...content, ...spoiled })).not.toEqual([])
  }
})

test.each(withReadmes)('%s: the configuration of pre-commit fits its schema', page => {
  const configurations = blocksOf(page)
    .filter(({ kind, body }) => kind === 'yaml' && body.startsWith('repos:'))
    .map(({ body }) => parse(body))
  expect(configurations.length).toBeGreaterThan(0)
  for (const each of configurations)
    expect(misfits('pre-commit-config', each, ['pre-commit-hooks'])).toEqual([])
})

/** Stands for npx: calls this gouji, and only by the version of this package. */
const tools = folderWith({
  npx: `#!/bin/sh
[ "$1 $2" = '--yes gouji@${version}' ] || { echo "npx $*" >&2; exit 99; }
shift 2
exec "${process.execPath}" "${process.cwd()}/bin/gouji.js" "$@"
`,
})
chmodSync(join(tools, 'npx'), 0o755)

/** The commands by which a configuration has gouji run. */
function commandsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('npx ') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(commandsIn)
}

const commands = new Set([
  ...withReadmes.flatMap(page =>
    blocksOf(page).flatMap(({ kind, body }) => {
      if (kind === 'yaml')
        return commandsIn(parse(body)).filter(command => !command.includes('{staged_files}'))
      return kind === 'sh' ? body.split('\n').filter(line => line.startsWith('npx --yes')) : []
    }),
  ),
])

test.each([...commands])('%s', command => {
  const run = (files: Readonly<Record<string, string | Uint8Array>>) => {
    const cwd = folderWith(files)
    const summary = join(folderWith({ summary: '' }), 'summary')
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd,
      encoding: 'utf8',
      env: { PATH: `${tools}:${process.env.PATH}`, GITHUB_STEP_SUMMARY: summary },
    })
    return { status, output: stdout + stderr, cwd, summary: readFileSync(summary, 'utf8') }
  }
  expect(run({ '县/甲 镇.csv': good, 'README.md': '# Reports\n' }).status).toBe(0)
  const spoiled = run({ '县/甲 镇.csv': bad })
  expect(spoiled.status).toBe(1)
  expect(spoiled.output).toContain('GJ302')
  for (const [, path] of command.matchAll(/ -f \w+:([\w.-]+)/g))
    expect(readFileSync(join(spoiled.cwd, path!), 'utf8')).toContain('GJ302')
  expect(spoiled.summary.includes('GJ302')).toBe(command.includes('STEP_SUMMARY'))
  expect(run({ 'README.md': '# Reports\n' }).status).toBe(2)
})

test('the pages have commands to run', () => {
  expect(commands.size).toBeGreaterThanOrEqual(2)
})
