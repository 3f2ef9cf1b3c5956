import type { Location } from '../document/location.ts'
import type { CellPlace } from './sheet.ts'

/** A cell of a workbook. */
export interface SheetCell extends CellPlace {
  readonly sheet: string
}

/** The cell of a place in a workbook, `'附表(1)'!C12`; null for what is about no cell of these sheets. */
export function cellOfAddress(
  { address, line, column }: Location,
  sheets: ReadonlySet<string>,
): SheetCell | null {
  const [, quoted, bare] = /^(?:'((?:[^']|'')*)'|([^!]*))![A-Z]+\d+$/.exec(address ?? '') ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? bare
  return sheet !== undefined && sheets.has(sheet) ? { sheet, row: line - 1, column: column - 1 } : null
}

/** A text of ours, cut to what a cell or a note may hold. */
export function clip(text: string): string {
  return text.length > 30_000 ? `${text.slice(0, 30_000)}…` : text
}
