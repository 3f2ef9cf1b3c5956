import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Cause, checkSource } from '../src/core/index.ts'
import { nodeHost } from '../src/node/host.ts'
import { fixtureFiles } from './fixture-files.ts'

/** Each kept file against the lines beside it; an empty file is silence. */
test.each(fixtureFiles)('%s', async path => {
  await expect(await outcome(path)).toMatchFileSnapshot(`../${path}.out`)
})

async function outcome(path: string): Promise<string> {
  const source = { path: path.slice(path.lastIndexOf('/') + 1), bytes: readFileSync(path) }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') return `skipped: ${checked.reason}\n`
  const { diagnostics, causes, relations, body, year, tables } = checked.file
  const lines = diagnostics.map(({ location: { line, column, address }, severity, code, message }) => {
    return `${address ?? `${line}:${column}`}: ${severity} ${code} ${message}\n`
  })
  const editions = tables.map(({ table, edition }) => `${table} ${edition}`).join(', ')
  const { held, failed, unknown } = relations
  const head = `${body ?? '?'} ${year ?? '?'}: ${editions || 'no table'}; ${held} held, ${failed} failed, ${unknown} unknown\n`
  return head + lines.join('') + causes.map(causeLines).join('')
}

/** The sentence, the diagnostics by their place in the list above, from 1, and every explanation but the one it names. */
function causeLines({ message, diagnostics, suspects, complete, notes }: Cause): string {
  const changes = suspects.map(explanation =>
    explanation.map(({ ref, actual, expected }) => `${ref} ${actual} -> ${expected ?? '?'}`).join(', '),
  )
  const lines = [
    `cause of ${diagnostics.map(index => index + 1).join(', ')}: ${message}`,
    ...notes.filter(note => note.startsWith('旁证')),
    ...(changes.length > 1 ? changes : []),
    ...(complete ? [] : ['not complete']),
  ]
  return lines.map((line, index) => `${index > 0 ? '  ' : ''}${line}\n`).join('')
}
