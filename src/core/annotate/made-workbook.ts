import type { Document } from '../document/document.ts'
import { hasLines } from '../document/format.ts'
import type { Grid } from '../document/grid.ts'
import type { Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import { newZip } from './copy-zip.ts'
import { type MadeSheet, writeSheet } from './made-sheet.ts'
import type { SheetCell } from './workbook-cells.ts'
import { sheetPart, workbookFrame } from './workbook-frame.ts'
import { freeSheetName } from './workbook-part.ts'

export interface MadeWorkbook {
  readonly bytes: Uint8Array
  /** Cells whose text did not fit in whole. */
  readonly cut: number
  /** The cell that holds what stands at a place of the document; null for what is about no cell. */
  cellOf(location: Location, isCell: boolean): SheetCell | null
}

/** What no sheet of a file is called by its own name. */
const textSheet = '原文'

/** A plain workbook with a sheet for each table and one for running text; figures are numbers, texts as they were read. */
export function makeWorkbook(document: Document, host: Host): MadeWorkbook {
  const sheets = sheetsOf(document)
  let cut = 0
  const written = sheets.map(sheet => writeSheet(sheet, () => cut++))
  const encoder = new TextEncoder()
  const parts = Object.entries(partsOf(sheets, written))
  const entries = parts.map(([name, text]) => ({ name, content: encoder.encode(text) }))
  return { bytes: newZip(entries, host), cut, cellOf: finder(document, sheets) }
}

function sheetsOf({ grids }: Document): MadeSheet[] {
  const sheets: { name: string; grids: { grid: Grid; top: number }[] }[] = []
  let text: (typeof sheets)[number] | null = null
  for (const grid of grids) {
    const taken = sheets.map(({ name }) => name)
    if (grid.sheet !== null) {
      sheets.push({ name: freeSheetName(allowedName(grid.sheet), taken), grids: [{ grid, top: 0 }] })
      continue
    }
    if (!text) {
      text = { name: freeSheetName(textSheet, taken), grids: [] }
      sheets.push(text)
    }
    const last = text.grids.at(-1)
    text.grids.push({ grid, top: last ? last.top + last.grid.rows.length + 1 : 0 })
  }
  return sheets.length > 0 ? sheets : [{ name: textSheet, grids: [] }]
}

/** A name as Excel takes it; other programs take more. */
function allowedName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\\0-\x1f]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 28)
      .trim() || '_'
  )
}

function finder({ format }: Document, sheets: readonly MadeSheet[]): MadeWorkbook['cellOf'] {
  const cells = new Map<string, SheetCell>()
  const starts: { readonly location: Location; readonly cell: SheetCell }[] = []
  for (const { name, grids } of sheets)
    for (const { grid, top } of grids)
      for (const [row, texts] of grid.rows.entries())
        for (let column = 0; column < texts.length; column++) {
          const location = grid.locate(row, column)
          const cell = { sheet: name, row: top + row, column }
          const key = keyOf(location)
          if (!cells.has(key)) cells.set(key, cell)
          starts.push({ location, cell })
        }
  return (location, isCell) => {
    const isWhole = location.line === 1 && location.column === 1 && location.endColumn === 1
    if (isWhole && !isCell && location.address === null) return null
    return cells.get(keyOf(location)) ?? (hasLines(format) ? cellAround(location, starts) : null)
  }
}

function keyOf({ address, line, column }: Location): string {
  return `${line}:${column} ${address ?? ''}`
}

/** The cell that a place stands in. */
function cellAround(
  { line, column }: Location,
  starts: readonly { readonly location: Location; readonly cell: SheetCell }[],
): SheetCell | null {
  const around = starts.find(
    ({ location: { line: first, column: from, endLine: last, endColumn: to } }) =>
      (first < line || (first === line && from <= column)) && (line < last || (line === last && column < to)),
  )
  return around?.cell ?? null
}

function partsOf(sheets: readonly MadeSheet[], written: readonly string[]): Readonly<Record<string, string>> {
  const names = sheets.map(({ name, grids }) => ({
    name,
    isHidden: grids.some(({ grid }) => grid.notes?.isHidden),
  }))
  return {
    ...workbookFrame(names),
    ...Object.fromEntries(written.map((text, at) => [sheetPart(at), text])),
  }
}
