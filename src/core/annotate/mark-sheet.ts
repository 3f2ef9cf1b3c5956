import type { Severity } from '../diagnostics/diagnostic.ts'
import { addNotes, addShapes } from './notes.ts'
import { declareExtension, declareType, type Parts } from './parts.ts'
import { relate, relationsOf } from './relations.ts'
import {
  addLegacyDrawing,
  type CellPlace,
  deselect,
  editSheet,
  legacyDrawingOf,
  openSheet,
  styleCells,
} from './sheet.ts'
import type { Styles } from './styles.ts'
import { clip } from './workbook-cells.ts'

/** What a cell is to show: the worst severity and all texts. */
export interface CellMark extends CellPlace {
  severity: Severity
  readonly texts: string[]
}

export interface Spaces {
  readonly main: string
  readonly relations: string
  /** The first block of numbers for the shapes of the notes. */
  readonly block: number
}

/** Colours the cells of a sheet and puts a note on each. */
export function markSheet(
  parts: Parts,
  part: string,
  marks: readonly CellMark[],
  styles: Styles,
  { main, relations, block }: Spaces,
): void {
  const sheet = openSheet(parts.read(part)!)
  const severities = new Map(marks.map(mark => [`${mark.row} ${mark.column}`, mark.severity]))
  const edits = styleCells(sheet, marks, (style, { row, column }) =>
    styles.marked(style, severities.get(`${row} ${column}`)!),
  )
  const notes = marks
    .map(({ row, column, texts }) => ({
      row,
      column,
      text: clip(texts.map(text => `[gouji] ${text}`).join('\n')),
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  const own = relationsOf(parts, part)
  const comments = own.find(({ type }) => type.endsWith('/comments'))?.target ?? null
  const { text, added } = addNotes(comments && parts.read(comments), notes, main)
  const commentsName = comments ?? parts.freeName('xl/comments', '.xml')
  parts.write(commentsName, text)
  if (!comments) {
    declareType(
      parts,
      commentsName,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    )
    relate(parts, part, `${relations}/comments`, commentsName)
  }
  const drawingId = legacyDrawingOf(sheet)
  const drawing = own.find(({ id }) => id === drawingId)?.target ?? null
  if (added.length > 0) {
    const drawingName = drawing ?? parts.freeName('xl/drawings/vmlDrawing', '.vml')
    parts.write(drawingName, addShapes(drawing && parts.read(drawing), added, sheet, block))
    if (!drawing) {
      declareExtension(parts, drawingName, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')
      const id = relate(parts, part, `${relations}/vmlDrawing`, drawingName)
      if (drawingId === null) edits.push(addLegacyDrawing(sheet, id, relations))
      else throw new Error('a drawing that is missing')
    }
  }
  parts.write(part, editSheet(sheet, [...edits, ...deselect(sheet)]))
}

/** Takes a sheet out of the selection, which is that of the first sheet now. */
export function deselectSheet(parts: Parts, part: string): void {
  const text = parts.read(part)!
  if (!/\btabSelected\b/.test(text) || !/<(?:\w+:)?worksheet\b/.test(text)) return
  const sheet = openSheet(text)
  const edits = deselect(sheet)
  if (edits.length > 0) parts.write(part, editSheet(sheet, edits))
}
