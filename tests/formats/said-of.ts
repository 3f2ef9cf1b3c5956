import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { checkSource, parseSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { isSameText, textIn } from './text-at.ts'

/** What is made of a file, but for the places: what all formats must agree in. */
export interface Said {
  readonly body: string | null
  readonly year: number | null
  readonly tables: readonly { readonly table: string; readonly edition: string }[]
  readonly facts: readonly SaidFact[]
  readonly relations: object
  /** Sorted. */
  readonly diagnostics: readonly SaidDiagnostic[]
}

export interface SaidFact {
  readonly ref: string
  readonly value: string | null
  readonly state: string
  /** Without blanks around it. */
  readonly raw: string
}

export interface SaidDiagnostic extends Pick<Diagnostic, 'code' | 'severity' | 'ref' | 'message' | 'data'> {
  readonly related: readonly (string | null)[]
}

/** @throws an Error when a place that is reported for a fact does not hold its text. */
export async function saidOf(path: string, bytes: Uint8Array): Promise<Said> {
  const source = { path, bytes, isNamed: true }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error(`skipped: ${checked.reason}`)
  const { format, encoding, relations, diagnostics } = checked.file
  const { body, year, tables, facts } = await parseSource(source, nodeHost)
  const textAt = await textIn(bytes, format, encoding)
  for (const { ref, raw, location } of facts) {
    if (location === null) continue
    const written = textAt(location, raw)
    if (!isSameText(raw, written, format))
      throw new Error(`${ref}: not “${raw}” but “${written}” at ${JSON.stringify(location)}`)
  }
  return {
    body,
    year,
    tables,
    facts: facts.map(({ ref, value, state, raw }) => ({ ref, value, state, raw: raw.trim() })),
    relations,
    diagnostics: diagnostics.map(withoutPlace).sort(byText),
  }
}

function withoutPlace({ code, severity, ref, message, data, related }: Diagnostic): SaidDiagnostic {
  return { code, severity, ref, message, data, related: related.map(other => other.ref).sort() }
}

function byText(a: SaidDiagnostic, b: SaidDiagnostic): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
