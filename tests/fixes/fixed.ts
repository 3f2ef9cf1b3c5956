import { expect } from 'vitest'
import { applyEdits, checkSource, type Diagnostic, parseSource, type Source } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'

export const options = { language: 'zh-CN', profile: 'standard' } as const

export async function diagnosticsOf(source: Source): Promise<readonly Diagnostic[]> {
  const checked = await checkSource(source, options, nodeHost)
  if (checked.kind === 'skipped') throw new Error(`${source.path}: ${checked.reason}`)
  return checked.file.diagnostics
}

/** What no fix may change: each figure's state and value. */
export async function valuesOf(source: Source): Promise<readonly unknown[]> {
  const { facts } = await parseSource(source, nodeHost)
  return facts.map(({ ref, state, value }) => [ref, state, value])
}

/** Every fix, made without the others, takes its own diagnostic away, brings none and changes no value. */
export async function expectEachFixToSettle(source: Source): Promise<void> {
  const checked = await checkSource(source, options, nodeHost)
  if (checked.kind === 'skipped') throw new Error(`${source.path}: ${checked.reason}`)
  const { diagnostics, encoding } = checked.file
  const values = await valuesOf(source)
  for (const diagnostic of diagnostics)
    for (const { edits } of diagnostic.fixes) {
      const after = { ...source, bytes: applyEdits(source.bytes, encoding!, edits) }
      const left = (await diagnosticsOf(after)).map(nameOf)
      expect(left, `${source.path}: ${nameOf(diagnostic)}`).not.toContain(nameOf(diagnostic))
      // A group that loses its first cell to the fix of another defect is told at its next one.
      const codes = new Set(diagnostics.map(({ code }) => code))
      expect(left.filter(name => !codes.has(name.split(' ')[0]!))).toEqual([])
      expect(await valuesOf(after)).toEqual(values)
    }
}

function nameOf({ code, ref }: Diagnostic): string {
  return `${code} ${ref}`
}
