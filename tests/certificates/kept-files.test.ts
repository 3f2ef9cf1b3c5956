import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Certificate } from '../../src/core/certificates/certificate.ts'
import { explainCell, parseSource, type Target } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { fixtureFiles } from '../fixture-files.ts'

const script = join(import.meta.dirname, '../../scripts/verify-certificate.mjs')
const { verify } = (await import(script)) as { verify(certificate: Certificate): string }

/** Of every table of every kept file a cell without a number and one with: found by ref and by place, and certified. */
test.each(fixtureFiles)('%s', async path => {
  const source = { path, bytes: readFileSync(path), isNamed: true }
  const options = { language: 'zh-CN', profile: 'standard' } as const
  const { tables, facts } = await parseSource(source, nodeHost)
  const picked = tables.flatMap(({ table }) => {
    const own = facts.filter(({ ref }) => ref.startsWith(`${table}.`))
    return [own.find(({ value }) => value === null), own[Math.floor(own.length / 2)]].flatMap(
      fact => fact ?? [],
    )
  })
  for (const { ref, location } of new Set(picked)) {
    const found = await explainCell(source, { kind: 'ref', ref }, options, nodeHost)
    if (found.kind !== 'cell') throw new Error(`${ref}: ${found.kind}`)
    const { certificate } = found.explanation
    const claims = verify(JSON.parse(JSON.stringify(certificate)))
    const isChecked = certificate.relations.length > 0
    expect(claims, ref).toMatch(isChecked ? /^(consistent|explanations)/ : /^nothing is claimed$/)
    if (!location) continue
    const { address, line, column } = location
    const target: Target = address === null ? { kind: 'place', line, column } : { kind: 'address', address }
    const same = await explainCell(source, target, options, nodeHost)
    expect(same.kind === 'cell' && same.explanation.fact.cell.ref, JSON.stringify(location)).toBe(ref)
  }
})
