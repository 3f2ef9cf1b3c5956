import type { FileResult, Severity } from '../diagnostics/diagnostic.ts'
import { hasLines } from '../document/format.ts'
import { cellAddress } from '../document/location.ts'
import type { Entries, Entry } from './entries.ts'
import { linesOf } from './lines.ts'
import { declaration } from './parts.ts'
import type { Look, Styles } from './styles.ts'
import type { Words } from './words.ts'
import { clip, type SheetCell } from './workbook-cells.ts'
import { encodeString, encodeText } from './xml.ts'

export interface ResultSheet {
  readonly main: string
  readonly windows: number
  /** What cannot be seen in the copy, a sentence each. */
  readonly remarks: readonly string[]
  /** The cell of an entry in the copy; null for what is about no cell. */
  placeOf(entry: Entry): SheetCell | null
}

/** In characters. */
const widths = [7, 9, 10, 24, 64, 68]

/** The part of the first sheet: whose report, how many findings, and each with a link to its cell. */
export function writeResultSheet(
  file: FileResult,
  { entries, amount }: Entries,
  words: Words,
  styles: Styles,
  { main, windows, remarks, placeOf }: ResultSheet,
): string {
  const { path, body, year, diagnostics, relations } = file
  const listed = entries.filter(({ number }) => !number.includes('.')).length
  const counts = { error: 0, warning: 0, info: 0 } satisfies Record<Severity, number>
  for (const { severity } of diagnostics) counts[severity]++
  const subject = [
    words.file(path.slice(path.lastIndexOf('/') + 1)),
    body && words.body(body),
    year && words.year(year),
  ]
  const lines = [
    subject.filter(Boolean).join('    '),
    `${words.counts(counts)}  ${words.relations(relations)}`,
    words.caution,
    ...remarks,
    ...(amount > listed ? [words.left(amount - listed)] : []),
  ]
  const rows = [
    row([cell(words.sheet, 'title')], 26),
    ...lines.map(line => row([cell(line, 'line')])),
    row([]),
    row(words.heads.map(head => cell(head, 'head'))),
  ]
  const top = rows.length
  const links: string[] = []
  for (const entry of entries) {
    const place = placeOf(entry)
    const address = place ? cellAddress(place.sheet, place.row, place.column) : words.wholeFile
    const { line, column } = entry.location
    const source = place && hasLines(file.format) ? words.inSource(`${line}:${column}`) : ''
    if (place) links.push(linkTo(place, `D${rows.length + 1}`))
    const texts = [
      entry.number,
      words.severity[entry.severity],
      entry.rules,
      `${address}${source}`,
      entry.message,
      entry.advice,
    ]
    const looks: readonly Look[] = ['cell', entry.severity, 'cell', place ? 'link' : 'cell', 'cell', 'cell']
    rows.push(
      row(
        texts.map((text, at) => cell(text, looks[at]!)),
        heightOf(texts),
      ),
    )
  }
  if (entries.length === 0) rows.push(row([cell(words.clean, 'line')]))
  const written = rows.map((content, at) => content(at + 1)).join('')
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}.71" customWidth="1"/>`,
  )
  const views = Array.from({ length: windows }, (_, window) => viewOf(window, top))
  const hyperlinks = links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews>${views.join('')}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>` +
    `<sheetData>${written}</sheetData>${hyperlinks}` +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )

  function cell(text: string, look: Look) {
    return { text, style: styles.look(look) }
  }
}

/** In points, enough for the longest of the texts. */
function heightOf(texts: readonly string[]): number {
  return Math.min(409, Math.max(...texts.map((text, column) => linesOf(text, widths[column]))) * 15 + 4)
}

interface WrittenCell {
  readonly text: string
  readonly style: number
}

/** Strings only, so that nothing that a file says is taken for a formula. */
function row(cells: readonly WrittenCell[], height?: number) {
  return (number: number) => {
    const written = cells.map(
      ({ text, style }, column) =>
        `<c r="${'ABCDEF'[column]}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeString(clip(text))}</t></is></c>`,
    )
    return `<row r="${number}"${height ? ` ht="${height}"` : ''}>${written.join('')}</row>`
  }
}

/** The head row stays in sight. */
function viewOf(window: number, top: number): string {
  return (
    `<sheetView showGridLines="0" ${window === 0 ? 'tabSelected="1" ' : ''}workbookViewId="${window}">` +
    `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${top + 1}" sqref="A${top + 1}"/></sheetView>`
  )
}

function linkTo(place: SheetCell, from: string): string {
  const sheet = `'${place.sheet.replaceAll("'", "''")}'`
  const { row, column } = place
  const cell = cellAddress('', row, column).replace(/^.*!/, '')
  return `<hyperlink ref="${from}" location="${encodeText(`${sheet}!${cell}`)}"/>`
}
