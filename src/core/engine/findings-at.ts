import type { Diagnostic, FileResult } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { plainAddress, type Target } from './find-cell.ts'

/** What was found at a place or of a cell: what is said there, and all that a cause explains that is said there. */
export function findingsAt({ diagnostics, causes }: FileResult, target: Target): readonly Diagnostic[] {
  const explained = new Set(
    causes.filter(({ ref, location }) => isMeant(target, ref, location)).flatMap(cause => cause.diagnostics),
  )
  return diagnostics.filter((diagnostic, index) => {
    const { ref, location, related, subjects } = diagnostic
    if (explained.has(index) || isMeant(target, ref, location)) return true
    // Other cells that it is about are meant, those that only stand in its relation are not.
    const own = new Set(subjects.map(subject => subject.ref).filter(Boolean))
    return related.some(
      other => other.ref && own.has(other.ref) && isMeant(target, other.ref, other.location),
    )
  })
}

function isMeant(target: Target, ref: string | null, location: Location): boolean {
  if (target.kind === 'ref') return ref === target.ref
  if (target.kind === 'address')
    return location.address !== null && plainAddress(location.address) === plainAddress(target.address)
  const { line, column } = target
  if (line === location.line && column === location.column) return true
  const isBehind = line > location.line || (line === location.line && column > location.column)
  return isBehind && (line < location.endLine || (line === location.endLine && column < location.endColumn))
}
