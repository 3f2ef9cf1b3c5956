import type { FileResult } from '../diagnostics/diagnostic.ts'
import { hasLines } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import type { SheetWords } from './sheet-words.ts'
import { visible } from './visible.ts'

/** A place inside a file, for somebody who looks it up: a cell's address, or line and character. */
export function placeWords(
  { format, role }: Pick<FileResult, 'format' | 'role'>,
  location: Location,
  words: SheetWords,
): string {
  const { address, line, column } = location
  if (hasLines(format) || role === 'settings') return words.position(line, column)
  return address === null ? words.wholeFile : visible(address)
}
