import type { FileResult } from '../diagnostics/diagnostic.ts'
import { hasLines } from '../document/format.ts'

/** True where a place is a line and a column of the file's text; else at most its address means something. */
export function hasTextPlaces({ format, encoding, role }: FileResult): boolean {
  return role === 'settings' || (hasLines(format) && encoding !== null)
}
