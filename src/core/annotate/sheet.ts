import { columnLetters } from '../document/location.ts'
import { inside } from './parts.ts'
import {
  applyEdits,
  attributeOf,
  attributesOf,
  childrenOf,
  type Edit,
  type Element,
  encodeText,
  rootOf,
  withAttribute,
} from './xml.ts'

/** A cell by its row and column, from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A worksheet's part and what must be known of it. */
export interface Sheet {
  readonly text: string
  readonly root: Element
  readonly children: readonly Element[]
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumns[]
  /** In characters; in points. */
  readonly usual: { readonly width: number; readonly height: number }
}

interface SheetRow {
  readonly number: number
  readonly element: Element
}

interface SheetColumns {
  /** From 0, both inclusive. */
  readonly first: number
  readonly last: number
  readonly style: number
  readonly width: number | null
}

/** @throws an Error when the part is no worksheet. */
export function openSheet(text: string): Sheet {
  const root = rootOf(text)
  const children = childrenOf(text, root)
  const data = children.find(({ name }) => name === 'sheetData')
  if (root.name !== 'worksheet' || !data) throw new Error('not a worksheet')
  let number = -1
  const rows = childrenOf(text, data).map(element => {
    const said = attributeOf(text, element, 'r')
    number = said === undefined ? number + 1 : Number(said) - 1
    return { number, element }
  })
  const list = children.find(({ name }) => name === 'cols')
  const columns = list
    ? childrenOf(text, list).map(element => {
        const attributes = attributesOf(text, element)
        const width = attributes.get('width')
        return {
          first: Number(attributes.get('min')) - 1,
          last: Number(attributes.get('max')) - 1,
          style: Number(attributes.get('style') ?? 0),
          width: isTrue(attributes.get('hidden')) ? 0 : width === undefined ? null : Number(width),
        }
      })
    : []
  const format = children.find(({ name }) => name === 'sheetFormatPr')
  const usual = (name: string) => (format && Number(attributeOf(text, format, name))) || null
  return {
    text,
    root,
    children,
    rows,
    columns,
    usual: {
      width: usual('defaultColWidth') ?? (usual('baseColWidth') ?? 8) + 1,
      height: usual('defaultRowHeight') ?? 15,
    },
  }
}

/** Of a column in pixels, about. */
export function columnPixels({ columns, usual }: Sheet, column: number): number {
  const own = columns.find(({ first, last }) => column >= first && column <= last)
  return Math.round((own?.width ?? usual.width) * 7 + 5)
}

/** By row number, in pixels; rows of usual height are left out. */
export function rowPixels({ text, rows }: Sheet): Map<number, number> {
  const heights = new Map<number, number>()
  for (const { number, element } of rows) {
    const attributes = attributesOf(text, element)
    const height = isTrue(attributes.get('hidden')) ? '0' : attributes.get('ht')
    if (height !== undefined) heights.set(number, Math.round((Number(height) * 4) / 3))
  }
  return heights
}

/** Gives cells other styles; a cell that is not written yet is. Nothing else of it changes. */
export function styleCells(
  sheet: Sheet,
  cells: readonly CellPlace[],
  styleOf: (style: number, cell: CellPlace) => number,
): Edit[] {
  const byRow = new Map<number, CellPlace[]>()
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell])
  const { root } = sheet
  const rows = new Map([...sheet.rows].reverse().map(row => [row.number, row]))
  const edits: Edit[] = []
  const created: { readonly number: number; readonly row: string }[] = []
  for (const [number, wanted] of [...byRow].sort(([a], [b]) => a - b)) {
    const row = rows.get(number)
    const sorted = [...wanted].sort((a, b) => a.column - b.column)
    if (row) edits.push(...styleInRow(sheet, row, sorted, styleOf))
    else {
      const tag = `${root.prefix}row`
      const blanks = sorted.map(cell =>
        blankCell(root.prefix, cell, styleOf(columnStyle(sheet, cell.column), cell)),
      )
      created.push({ number, row: `<${tag} r="${number + 1}">${blanks.join('')}</${tag}>` })
    }
  }
  return [...edits, ...insertRows(sheet, created)]
}

function styleInRow(
  sheet: Sheet,
  { element }: SheetRow,
  wanted: readonly CellPlace[],
  styleOf: (style: number, cell: CellPlace) => number,
): Edit[] {
  const { text, root } = sheet
  const attributes = attributesOf(text, element)
  const ownStyle = isTrue(attributes.get('customFormat')) ? Number(attributes.get('s') ?? 0) : null
  let column = -1
  const cells = childrenOf(text, element).map(cell => {
    const letters = /^[A-Z]+/i.exec(attributeOf(text, cell, 'r') ?? '')?.[0]
    column = letters === undefined ? column + 1 : columnNumber(letters)
    return { column, element: cell }
  })
  const edits: Edit[] = []
  let added = ''
  let atEnd = ''
  for (const place of wanted) {
    const cell = cells.find(each => each.column === place.column)
    if (cell) {
      const { start, tagEnd } = cell.element
      const style = styleOf(Number(attributeOf(text, cell.element, 's') ?? 0), place)
      edits.push({ start, end: tagEnd, text: withAttribute(text.slice(start, tagEnd), 's', String(style)) })
      continue
    }
    const created = blankCell(
      root.prefix,
      place,
      styleOf(ownStyle ?? columnStyle(sheet, place.column), place),
    )
    added += created
    const next = cells.find(each => each.column > place.column)
    if (next) edits.push({ start: next.element.start, end: next.element.start, text: created })
    else atEnd += created
  }
  if (added === '') return edits
  const spans = attributes.get('spans')
  const { start, tagEnd, contentEnd, end } = element
  const tag = text.slice(start, tagEnd)
  // What the row says of its extent may no longer be so, and need not be said.
  const opened = spans === undefined ? tag : withAttribute(tag, 'spans', null)
  if (tagEnd === end)
    return [{ start, end, text: `${opened.replace(/\s*\/>$/, '>')}${atEnd}</${element.prefix}row>` }]
  if (opened !== tag) edits.push({ start, end: tagEnd, text: opened })
  if (atEnd !== '') edits.push({ start: contentEnd, end: contentEnd, text: atEnd })
  return edits
}

function insertRows(
  { text, rows, children }: Sheet,
  created: readonly { readonly number: number; readonly row: string }[],
): Edit[] {
  const data = children.find(({ name }) => name === 'sheetData')!
  if (data.tagEnd === data.end && created.length > 0)
    return [inside(text, data, data.contentEnd, created.map(({ row }) => row).join(''))]
  return created.map(({ number, row }) => {
    const next = rows.find(each => each.number > number)
    const at = next ? next.element.start : data.contentEnd
    return { start: at, end: at, text: row }
  })
}

function blankCell(prefix: string, { row, column }: CellPlace, style: number): string {
  return `<${prefix}c r="${columnLetters(column)}${row + 1}" s="${style}"/>`
}

function columnStyle({ columns }: Sheet, column: number): number {
  return columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Elements that stand behind that for the drawing of the notes (ECMA-376-1, 18.3.1.99). */
const behindNotes: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  // Around form controls.
  'AlternateContent',
])

/** Names the drawing that holds the shapes of the notes. */
export function addLegacyDrawing({ root, children }: Sheet, id: string, relations: string): Edit {
  const data = children.findIndex(({ name }) => name === 'sheetData')
  const next = children.slice(data).find(({ name }) => behindNotes.has(name))
  const at = next?.start ?? root.contentEnd
  const text = `<${root.prefix}legacyDrawing xmlns:r="${relations}" r:id="${encodeText(id)}"/>`
  return { start: at, end: at, text }
}

/** The id of the drawing that the sheet names for its notes. */
export function legacyDrawingOf({ text, children }: Sheet): string | null {
  const element = children.find(({ name }) => name === 'legacyDrawing')
  if (!element) return null
  for (const [name, value] of attributesOf(text, element)) if (/(?:^|:)id$/.test(name)) return value
  return null
}

/** Takes the sheet out of the selection: two selected sheets would both take what is typed into one of them. */
export function deselect({ text, children }: Sheet): Edit[] {
  const views = children.find(({ name }) => name === 'sheetViews')
  if (!views) return []
  return childrenOf(text, views).flatMap(({ start, tagEnd }) => {
    const tag = text.slice(start, tagEnd)
    const other = withAttribute(tag, 'tabSelected', null)
    return other === tag ? [] : [{ start, end: tagEnd, text: other }]
  })
}

export function editSheet({ text }: Sheet, edits: readonly Edit[]): string {
  return applyEdits(text, edits)
}
