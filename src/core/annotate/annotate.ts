import type { FileResult, Language, Severity } from '../diagnostics/diagnostic.ts'
import type { Document } from '../document/document.ts'
import { isPlain } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import type { Limits } from '../readers/reader.ts'
import { type Entries, listEntries, type Mark } from './entries.ts'
import { makeWorkbook } from './made-workbook.ts'
import { type CellMark, deselectSheet, markSheet } from './mark-sheet.ts'
import { blocksOf } from './notes.ts'
import { declareType, openParts, type Parts, typeOf } from './parts.ts'
import { greatest, relate, relationsOf } from './relations.ts'
import { writeResultSheet } from './result-sheet.ts'
import { openStyles, type Styles } from './styles.ts'
import { type Words, wordsIn } from './words.ts'
import { cellOfAddress, type SheetCell } from './workbook-cells.ts'
import { freeSheetName, openWorkbook, putFirst, type WorkbookPart } from './workbook-part.ts'

export interface Annotated {
  readonly bytes: Uint8Array
  /** `xlsm` for a workbook with macros. */
  readonly extension: 'xlsx' | 'xlsm'
  /** What was not carried over from the file, a sentence each. */
  readonly remarks: readonly string[]
}

export interface Annotation {
  readonly bytes: Uint8Array
  readonly file: FileResult
  readonly language: Language
  readonly host: Host
  readonly limits: Limits
  /** The file's grids, for what is no workbook of this kind or cannot be changed in its place. */
  readDocument(): Promise<Document>
}

/** A copy of a file as a workbook with its findings: coloured cells with notes, and a list as the first sheet. */
export async function annotate(annotation: Annotation): Promise<Annotated> {
  const { file, language, host, limits } = annotation
  const words = wordsIn[language]
  const entries = listEntries(file, words)
  const patched =
    file.format === 'xlsx'
      ? patch(annotation, entries, words)
      : words.made(file.format ?? '', !isPlain(file.format ?? undefined))
  if (typeof patched !== 'string') return patched
  const made = makeWorkbook(await annotation.readDocument(), host)
  const remarks = [patched, ...(made.cut > 0 ? [words.cut(made.cut)] : [])]
  const parts = openParts(made.bytes, host, withoutBounds(limits))
  return markWorkbook(parts, openWorkbook(parts), annotation, entries, words, remarks, made.cellOf)
}

/** The workbook with its marks; what to say when it is written in a way that only its cells could be read. */
function patch(annotation: Annotation, entries: Entries, words: Words): Annotated | string {
  const { bytes, host, limits } = annotation
  try {
    const parts = openParts(bytes, host, limits)
    const workbook = openWorkbook(parts)
    const sheets = new Set(workbook.sheets.map(sheet => sheet.name))
    const cellOf: CellOf = location => cellOfAddress(location, sheets)
    return markWorkbook(parts, workbook, annotation, entries, words, [], cellOf)
  } catch (error) {
    if (error instanceof Error && error.name === 'Error') return words.remade(error.message)
    throw error
  }
}

/** For what we have written ourselves. */
function withoutBounds(limits: Limits): Limits {
  return { ...limits, inflatedSize: Number.MAX_SAFE_INTEGER, inflatedRatio: Number.MAX_SAFE_INTEGER }
}

type CellOf = (location: Location, isCell: boolean) => SheetCell | null

function markWorkbook(
  parts: Parts,
  workbook: WorkbookPart,
  { file }: Annotation,
  entries: Entries,
  words: Words,
  remarks: readonly string[],
  cellOf: CellOf,
): Annotated {
  const { main, relations } = workbook
  const stylesPart = relationsOf(parts, workbook.name).find(({ type }) => type.endsWith('/styles'))?.target
  const styles = openStyles(stylesPart ? parts.read(stylesPart) : null, main)
  const marks = groupMarks(entries.marks, cellOf)
  const usedBlocks = parts
    .names()
    .flatMap(name => (name.endsWith('.vml') ? blocksOf(parts.read(name) ?? '') : []))
  let block = greatest(usedBlocks) + 1
  for (const { name, part } of workbook.sheets) {
    if (!part || parts.read(part) === null) continue
    const cells = marks.get(name)
    if (cells) {
      markSheet(parts, part, [...cells.values()], styles, { main, relations, block })
      block += Math.ceil((cells.size + 1) / 1024)
    } else deselectSheet(parts, part)
  }
  addResultSheet(parts, workbook, file, entries, words, styles, remarks, cellOf)
  writeStyles(parts, workbook, stylesPart ?? null, styles)
  const extension = /macroEnabled/i.test(typeOf(parts, workbook.name)) ? 'xlsm' : 'xlsx'
  return { bytes: parts.bytes(), extension, remarks }
}

/** By sheet, then by cell: the worst severity and all texts. */
function groupMarks(marks: readonly Mark[], cellOf: CellOf): Map<string, Map<string, CellMark>> {
  const sheets = new Map<string, Map<string, CellMark>>()
  for (const { location, isCell, severity, text } of marks) {
    const cell = cellOf(location, isCell)
    if (!cell) continue
    const { sheet, row, column } = cell
    if (!sheets.has(sheet)) sheets.set(sheet, new Map())
    const key = `${row} ${column}`
    const known = sheets.get(sheet)!.get(key)
    if (!known) sheets.get(sheet)!.set(key, { row, column, severity, texts: [text] })
    else {
      if (!known.texts.includes(text)) known.texts.push(text)
      if (ranks.indexOf(severity) < ranks.indexOf(known.severity)) known.severity = severity
    }
  }
  return sheets
}

const ranks: readonly Severity[] = ['error', 'warning', 'info']

function addResultSheet(
  parts: Parts,
  workbook: WorkbookPart,
  file: FileResult,
  entries: Entries,
  words: Words,
  styles: Styles,
  remarks: readonly string[],
  cellOf: CellOf,
): void {
  const { name, main, relations, sheets, windows } = workbook
  const part = parts.freeName(`${name.slice(0, name.lastIndexOf('/') + 1)}worksheets/sheet`, '.xml')
  const placeOf = ({ location, isCell }: Entries['entries'][number]) => cellOf(location, isCell)
  const text = writeResultSheet(file, entries, words, styles, { main, windows, remarks, placeOf })
  parts.write(part, text)
  declareType(parts, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const relation = relate(parts, name, `${relations}/worksheet`, part)
  const sheetName = freeSheetName(
    words.sheet,
    sheets.map(sheet => sheet.name),
  )
  parts.write(name, putFirst(parts.read(name)!, { name: sheetName, relation }))
}

function writeStyles(parts: Parts, workbook: WorkbookPart, part: string | null, styles: Styles): void {
  if (part !== null && parts.read(part) !== null) {
    parts.write(part, styles.text())
    return
  }
  const name = parts.freeName('xl/styles', '.xml')
  parts.write(name, styles.text())
  declareType(parts, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml')
  if (part === null) relate(parts, workbook.name, `${workbook.relations}/styles`, name)
  else throw new Error('styles that are missing')
}
