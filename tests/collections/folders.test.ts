import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../cli/run.ts'

const root = 'fixtures/collections'

/** Each folder is a run of its own; what is said of it stands in `expected.out` beside the reports. */
test.each(readdirSync(root))('%s', async folder => {
  const cwd = resolve(root, folder)
  const runs = [
    await run(['check', '.', '--lang', 'zh-CN'], { cwd }),
    await run(['check', '.', '--lang', 'en', '-f', 'unix'], { cwd }),
  ]
  const said = runs.map(({ stdout, stderr, status }) => `${stdout}${stderr}${status}\n`).join('\n')
  await expect(said).toMatchFileSnapshot(join('../..', root, folder, 'expected.out'))
})
