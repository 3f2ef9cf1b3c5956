import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bad, folderWith } from '../cli/run.ts'

/** The commands of docs/certificates.md, as they stand there. */
test('the documented commands verify a certificate', () => {
  const cwd = folderWith({ 'report.csv': bad })
  const [, commands] = /```sh\n([\s\S]*?)```/.exec(readFileSync('docs/certificates.md', 'utf8'))!
  const node = `"${process.execPath}"`
  const script = commands!
    .replaceAll(/^gouji /gm, `${node} "${join(process.cwd(), 'bin/gouji.js')}" `)
    .replaceAll(/^node (\S+)/gm, (_, path: string) => `${node} "${join(process.cwd(), path)}"`)
  expect(execFileSync('sh', ['-c', script], { cwd, encoding: 'utf8' })).toMatch(/^verified: explanations/)
})
