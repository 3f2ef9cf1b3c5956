import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'

const folder = mkdtempSync(join(tmpdir(), 'gouji-textconv-'))
afterAll(() => rmSync(folder, { recursive: true }))

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org']
  const { stdout, stderr, status } = spawnSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

function save(figure: number): void {
  const rows = [['规章', figure, 0]]
  writeFileSync(join(folder, '年报.xlsx'), writeWorkbook([{ name: '表二', rows, merges: [] }]))
}

test('git diff shows the cells of a workbook that were changed', () => {
  git('init', '--quiet')
  git('config', 'diff.gouji.textconv', `node "${join(process.cwd(), 'bin/gouji.js')}" dump`)
  writeFileSync(join(folder, '.gitattributes'), '*.xlsx diff=gouji\n')
  save(12)
  git('add', '.')
  git('commit', '--quiet', '--message', 'first')
  save(21)
  const changed = git('diff')
    .split('\n')
    .filter(line => /^[-+](?![-+])/.test(line))
  expect(changed).toEqual(['-表二!B1\t12', '+表二!B1\t21'])
})
