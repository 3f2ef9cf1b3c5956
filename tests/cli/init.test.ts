import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ciFiles, hookFile } from '../../src/cli/ci-files.ts'
import { bad, folderWith, good, other, run } from './run.ts'

const demo = readdirSync('fixtures/demo/示例县').map(name => `示例县/${name}`)
const demoFiles = Object.fromEntries(demo.map(name => [name, readFileSync(`fixtures/demo/${name}`)]))

test.each(['zh-CN', 'en'])('settings for the demo, in %s', async lang => {
  const cwd = folderWith(demoFiles)
  const { status, stdout, stderr } = await run(['init', '--lang', lang], { cwd })
  expect([status, stderr]).toEqual([0, ''])
  const written = readFileSync(join(cwd, 'gouji.json'), 'utf8')
  await expect(`${stdout}\n${written}`).toMatchFileSnapshot(`../../fixtures/config/init-${lang}.txt`)
  // The check says the same as without, in the language of the settings.
  const before = await run(['check', '--no-config', '--lang', lang], { cwd })
  expect(await run(['check'], { cwd })).toEqual(before)
})

test('every comment that is a setting can be made one', async () => {
  const cwd = folderWith(demoFiles)
  await run(['init'], { cwd })
  const text = readFileSync(join(cwd, 'gouji.json'), 'utf8').replaceAll('// "', '"')
  const own = folderWith({ ...demoFiles, 'gouji.json': text })
  expect(await run(['check', '--print-config', 'a.csv'], { cwd: own })).toMatchObject({
    status: 0,
    stderr: '',
  })
})

test('nothing is overwritten', async () => {
  const cwd = folderWith({ 'gouji.json': '{}', '.gitlab-ci.yml': 'mine: 1\n', '甲.csv': good })
  expect(await run(['init'], { cwd })).toMatchObject({ status: 2, stdout: '' })
  const { status, stdout } = await run(['init', '--hook', '--ci', 'gitlab'], { cwd })
  expect(status).toBe(0)
  expect(readFileSync(join(cwd, 'gouji.json'), 'utf8')).toBe('{}')
  expect(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8')).toBe('mine: 1\n')
  expect(stdout).toContain('    gouji:\n')
  expect(readFileSync(join(cwd, hookFile.path), 'utf8')).toBe(hookFile.content('zh-CN'))
})

test.each(Object.entries(ciFiles))('the file of %s', async (system, { path, content }) => {
  const cwd = folderWith({ '县/甲.csv': good })
  expect((await run(['init', '--ci', system, '--dir', '县'], { cwd })).status).toBe(0)
  expect(readFileSync(join(cwd, '县', path), 'utf8')).toBe(content('zh-CN'))
  for (const language of ['zh-CN', 'en'] as const) expect(parse(content(language))).toBeTypeOf('object')
})

test('another folder, a system that there is not, a folder that is none', async () => {
  const cwd = folderWith({ 'gouji.json': '{}', '县/甲.csv': bad, '文件.txt': other })
  const { status, stdout, stderr } = await run(['init', '--dir', '县', '--lang', 'en'], { cwd })
  expect(status).toBe(0)
  expect(stdout).toContain('Found 1 report (1 csv), 1 of them with errors.')
  expect(stdout).toContain('Written: 县/gouji.json')
  expect(stderr).toContain('no longer holds for this folder')
  expect(existsSync(join(cwd, '县/gouji.json'))).toBe(true)
  expect((await run(['init', '--ci', 'jenkins'], { cwd })).status).toBe(2)
  expect((await run(['init', '--dir', '无'], { cwd })).status).toBe(2)
  expect((await run(['init', '--dir', '文件.txt'], { cwd })).status).toBe(2)
})

test('a folder without reports, and one with names that patterns cannot take', async () => {
  const empty = folderWith({ '说明.txt': other })
  const { stdout } = await run(['init'], { cwd: empty })
  expect(stdout).toContain('没有找到年度报告的表格')
  const odd = folderWith({
    '[甲]2024年.csv': good,
    '[乙]2024年.csv': good,
    '丙"2024年.csv': good,
    '丁"2024年.csv': good,
  })
  await run(['init'], { cwd: odd })
  expect((await run(['check'], { cwd: odd })).status).toBe(0)
})
