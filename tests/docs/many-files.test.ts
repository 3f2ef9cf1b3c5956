import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderWith } from '../cli/run.ts'

interface Job {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } }
  readonly steps: readonly { readonly run?: string }[]
}

const bin = join(process.cwd(), 'bin/gouji.js')

test('the jobs of the page say together what one check says', () => {
  const cwd = folderWith({})
  cpSync('fixtures/demo', cwd, { recursive: true })
  const page = readFileSync('docs/many-files.md', 'utf8')
  const { jobs } = parse(/^```yaml\n([\s\S]*?)^```$/m.exec(page)![1]!) as {
    readonly jobs: { readonly check: Job; readonly merge: Job }
  }
  /** As GitHub runs it: with bash, which ends at the first failure. */
  const run = ({ steps }: Job, part = '') => {
    const script = steps.flatMap(step => step.run ?? []).join('\n')
    const local = script
      .replace(/\$\{\{ matrix\.part \}\}/g, part)
      .replaceAll('npx --yes gouji@0.1.0', `node ${bin}`)
    const { status, stdout } = spawnSync('bash', ['-e', '-c', local], { cwd, encoding: 'utf8' })
    return { status, stdout }
  }
  for (const part of jobs.check.strategy!.matrix.part) expect(run(jobs.check, String(part)).status).toBe(0)

  mkdirSync(join(cwd, 'parts'))
  for (const part of jobs.check.strategy!.matrix.part)
    renameSync(join(cwd, `part-${part}.json`), join(cwd, `parts/part-${part}.json`))
  const merged = run(jobs.merge)
  expect(merged.status).toBe(1)
  expect(merged).toEqual(run({ steps: [{ run: 'npx --yes gouji@0.1.0 check .' }] }))
})
