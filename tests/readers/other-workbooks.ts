import { read, readOds } from 'hucre'

export interface OtherSheet {
  readonly name: string
  /** What a cell holds; an empty string where nothing is, and in cells that a merge hides. */
  valueAt(row: number, column: number): string | number | boolean | Date
  /** Each as row, column, rows, columns. */
  readonly merges: readonly (readonly number[])[]
}

/** What another reader, which has no code in common with ours, makes of a workbook. */
export async function readWithOther(bytes: Uint8Array): Promise<readonly OtherSheet[]> {
  // It tells an OpenDocument by the order of its parts, which the library does not keep.
  const isOpenDocument = Buffer.from(bytes).includes('content.xml')
  const { sheets } = await (isOpenDocument ? readOds : read)(Uint8Array.from(bytes))
  return sheets.map(({ name, rows, merges = [] }) => ({
    name,
    valueAt(row, column) {
      const isHidden = merges.some(
        ({ startRow, startCol, endRow, endCol }) =>
          row >= startRow &&
          row <= endRow &&
          column >= startCol &&
          column <= endCol &&
          (row > startRow || column > startCol),
      )
      return isHidden ? '' : ((rows[row]?.[column] ?? '') as string | number | boolean | Date)
    },
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => [
      startRow,
      startCol,
      endRow - startRow + 1,
      endCol - startCol + 1,
    ]),
  }))
}

/** True when a text is what a cell holds; of a date only that it shows one. */
export function says(text: string, value: ReturnType<OtherSheet['valueAt']>): boolean {
  if (value instanceof Date) return /\d/.test(text)
  if (typeof value === 'number') return text !== '' && Number(text) === value
  return text === (typeof value === 'boolean' ? String(value).toUpperCase() : value)
}
