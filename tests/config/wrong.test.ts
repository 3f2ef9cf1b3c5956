import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderWith, good, run } from '../cli/run.ts'

/** Each file of fixtures/config/wrong is a gouji.json with something wrong; what is said of it stands beside it. */
const names = readdirSync('fixtures/config/wrong').filter(name => name.endsWith('.json'))

test.each(names)('%s', async name => {
  const content = readFileSync(`fixtures/config/wrong/${name}`)
  const cwd = folderWith({ 'gouji.json': content, '镇.csv': good })
  const runs = [await run(['check'], { cwd }), await run(['check', '--lang', 'en'], { cwd })]
  expect(runs.map(({ status, stdout }) => [status, stdout])).toEqual([
    [2, ''],
    [2, ''],
  ])
  const said = runs.map(({ stderr }) => stderr).join('')
  await expect(said).toMatchFileSnapshot(`../../fixtures/config/wrong/${name.replace('.json', '.out')}`)
  expect(await run(['check', '--no-config'], { cwd })).toMatchObject({ status: 0 })
})

test('a config that is named and not there, or a folder', async () => {
  const cwd = folderWith({ '镇.csv': good, '夹/说明.txt': '' })
  expect((await run(['check', '-c', '无.json'], { cwd })).stderr).toMatchInlineSnapshot(`
    "错误：没有配置文件“无.json”。
    "
  `)
  expect((await run(['check', '-c', '夹', '--lang', 'en'], { cwd })).stderr).toMatchInlineSnapshot(`
    "error: The settings file cannot be opened: 夹 (EISDIR)
    "
  `)
})
