import type { Diagnostic, Edit, FileResult } from '../diagnostics/diagnostic.ts'
import { applyEdits, orderEdits } from '../fixes/apply-edits.ts'
import { unifiedDiff } from '../fixes/unified-diff.ts'
import type { Host } from '../host.ts'
import type { Source } from '../readers/index.ts'
import { decode } from '../text/decode.ts'
import { type CheckedSource, type CheckOptions, checkSource } from './check-source.ts'
import { limitsOf } from './open-report.ts'
import { parseSource } from './parse-source.ts'

export interface FixedSource {
  /** The file as it is. */
  readonly checked: CheckedSource
  /** Null when no figure can be written more plainly. */
  readonly fixed: Fixed | null
}

export interface Fixed {
  readonly bytes: Uint8Array
  /** One for each cell, by place. */
  readonly edits: readonly Edit[]
  /** The file as it becomes. */
  readonly checked: CheckedSource
}

/**
 * A file with all its safe fixes made. What comes out is read again: it says the same as before, and there is nothing
 * left to fix.
 * @throws an Error when it does not, which is a fault of ours.
 */
export async function fixSource(source: Source, options: CheckOptions, host: Host): Promise<FixedSource> {
  const checked = await checkSource(source, options, host)
  const edits = checked.kind === 'checked' ? safeEdits(checked.file.diagnostics) : []
  if (checked.kind === 'skipped' || edits.length === 0) return { checked, fixed: null }
  const { encoding } = checked.file
  const after: Source = { ...source, bytes: applyEdits(source.bytes, encoding!, edits) }
  const recheck = await checkSource(after, options, host)
  if (recheck.kind === 'skipped') throw new Error('after its fixes the file is no report')
  const limits = limitsOf(options)
  const [old, fresh] = [await parseSource(source, host, limits), await parseSource(after, host, limits)]
  const isSame =
    saidApartFromFixes(checked.file) === saidApartFromFixes(recheck.file) &&
    JSON.stringify(old.facts.map(({ ref, state, value }) => [ref, state, value])) ===
      JSON.stringify(fresh.facts.map(({ ref, state, value }) => [ref, state, value]))
  if (!isSame) throw new Error('after its fixes the file says something else')
  if (safeEdits(recheck.file.diagnostics).length > 0) throw new Error('after its fixes there is more to fix')
  return { checked, fixed: { bytes: after.bytes, edits, checked: recheck } }
}

/** The edits of all safe fixes, one for each cell. */
function safeEdits(diagnostics: readonly Diagnostic[]): readonly Edit[] {
  const fixes = diagnostics.flatMap(diagnostic => diagnostic.fixes).filter(({ kind }) => kind === 'safe')
  return orderEdits(fixes.flatMap(({ edits }) => edits))
}

/** What must be the same whether or not the fixes are made. */
function saidApartFromFixes(file: FileResult): string {
  const { format, encoding, body, year, tables, relations } = file
  const rest = file.diagnostics.filter(({ fixes }) => fixes.every(({ kind }) => kind !== 'safe'))
  const said = rest.map(({ code, severity, ref }) => `${code} ${severity} ${ref}`).sort()
  return JSON.stringify({ format, encoding, body, year, tables, relations, said })
}

/** What its fixes change of a file, as `patch` and `git apply` take it; in UTF-8 whatever the file is in. */
export function diffOf({ path, bytes }: Source, edits: readonly Edit[]): string {
  const { text, encoding } = decode(bytes)!
  const isMarked = encoding === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return unifiedDiff(path, text, edits, isMarked ? '\ufeff' : '')
}
