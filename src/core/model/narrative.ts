import type { Grid } from '../document/grid.ts'
import type { Location } from '../document/location.ts'
import type { SectionId } from '../editions/index.ts'

/** The running text of a report; empty where a file holds nothing but tables. */
export interface Narrative {
  /** The line that names the report. */
  readonly title: Paragraph | null
  /** What stands above the first section besides the title. */
  readonly preface: readonly Paragraph[]
  /** In the order of the text. */
  readonly sections: readonly Section[]
}

export interface Section {
  /** Null for a heading of the first level that the format does not have. */
  readonly id: SectionId | null
  /** 一, 二 and so on, as written; empty without a number. */
  readonly number: string
  /** The heading without its number. */
  readonly title: string
  readonly heading: Paragraph
  /** Without tables, their heads and their captions. */
  readonly paragraphs: readonly Paragraph[]
}

/** A line or paragraph of running text. */
export interface Paragraph {
  /** As written, with its blanks. */
  readonly text: string
  readonly grid: Grid
  /** From 0, as `column`, which is that of the cell in which the text begins. */
  readonly row: number
  readonly column: number
}

/** A piece of a paragraph; offsets into its text in UTF-16 units, end exclusive. */
export interface Passage {
  readonly paragraph: Paragraph
  readonly start: number
  readonly end: number
}

/** True for a report that has text besides its tables, so that what its text lacks can be said. */
export function hasText({ sections }: Narrative): boolean {
  return sections.some(({ id }) => id === 'overall' || id === 'problems' || id === 'other')
}

export function sectionOf({ sections }: Narrative, id: SectionId): Section | undefined {
  return sections.find(section => section.id === id)
}

/** All paragraphs, headings too, in the order of the text. */
export function paragraphsOf({ title, preface, sections }: Narrative): readonly Paragraph[] {
  const own = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
  return [...(title ? [title] : []), ...preface, ...own]
}

/** The sentences of a paragraph with what ends them, without the blanks around them; none of it is blank. */
export function sentencesOf(paragraph: Paragraph): readonly Passage[] {
  const sentences: Passage[] = []
  for (const { 0: sentence, index } of paragraph.text.matchAll(
    /[^。！？；;!?\n]+[。！？；;!?]*[”’）)」』]*/g,
  )) {
    const text = sentence.trim()
    if (text === '') continue
    const start = index + sentence.indexOf(text)
    sentences.push({ paragraph, start, end: start + text.length })
  }
  return sentences
}

export function wholeOf(paragraph: Paragraph): Passage {
  return { paragraph, start: 0, end: paragraph.text.length }
}

export function textOf({ paragraph, start, end }: Passage): string {
  return paragraph.text.slice(start, end)
}

/** Exact where the format tells where its characters stand, else the place of the paragraph. */
export function locationOfPassage({ paragraph, start, end }: Passage): Location {
  const { grid, row } = paragraph
  const from = cellAt(paragraph, start)
  const to = cellAt(paragraph, end)
  const place = (at: CellPart, stop: number) =>
    grid.locatePart?.(row, at.column, at.offset, stop) ?? grid.locate(row, at.column)
  const first = place(from, from.column === to.column ? to.offset : from.length)
  if (from.column === to.column) return first
  const last = place({ ...to, offset: 0 }, to.offset)
  return { ...first, endLine: last.endLine, endColumn: last.endColumn }
}

interface CellPart {
  readonly column: number
  readonly offset: number
  readonly length: number
}

/** A sentence with commas may be cut into cells. */
function cellAt({ grid, row, column }: Paragraph, offset: number): CellPart {
  const cells = grid.rows[row]!
  let [at, left] = [column, offset]
  while (left > cells[at]!.length && at + 1 < cells.length) left -= cells[at++]!.length + 1
  return { column: at, offset: left, length: cells[at]!.length }
}
