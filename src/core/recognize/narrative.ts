import type { Document } from '../document/document.ts'
import type { Grid } from '../document/grid.ts'
import { type SectionId, sections as sectionForms } from '../editions/index.ts'
import type { Narrative, Paragraph, Section } from '../model/narrative.ts'
import type { ReportTable } from '../model/report.ts'
import { foldCharacters, labelText } from '../text/label-text.ts'
import { parseTitle } from './identify.ts'

/** The running text of a report: what stands beside its tables, under its headings. */
export function readNarrative(document: Document, tables: readonly ReportTable[]): Narrative {
  const lines = document.grids.flatMap(grid => linesOf(grid, tables))
  const isHeading = headingsAmong(lines)
  const before: Paragraph[] = []
  const sections: (Section & { readonly paragraphs: Paragraph[]; hasTable: boolean })[] = []
  for (const line of lines) {
    const last = sections.at(-1)
    const heading = line.kind === 'text' ? isHeading.get(line.paragraph) : undefined
    if (line.kind === 'table') {
      if (last) last.hasTable = true
    } else if (heading)
      sections.push({ ...heading, heading: line.paragraph, paragraphs: [], hasTable: false })
    else (last?.paragraphs ?? before).push(line.paragraph)
  }
  // A page has its name in its head as well.
  const titles = before.filter(({ text }) => parseTitle(text) !== null)
  return {
    title: titles.at(-1) ?? null,
    preface: before.filter(paragraph => !titles.includes(paragraph)),
    sections: sections
      .filter((section, index) => !isListed(section, sections.slice(index + 1)))
      .map(({ hasTable, ...section }) => section),
  }
}

/** True for the line of a table of contents. */
function isListed(
  { id, paragraphs, hasTable }: { id: SectionId | null; paragraphs: readonly Paragraph[]; hasTable: boolean },
  later: readonly { readonly id: SectionId | null }[],
): boolean {
  return id !== null && paragraphs.length === 0 && !hasTable && later.some(other => other.id === id)
}

type Line = { readonly kind: 'text'; readonly paragraph: Paragraph } | { readonly kind: 'table' }

/** What stands in a grid of running text, with a mark for each table among it. */
function linesOf(grid: Grid, tables: readonly ReportTable[]): readonly Line[] {
  const ranges = tables.flatMap(table => rangesOf(table, grid))
  if (grid.sheet !== null) return ranges.length > 0 ? [{ kind: 'table' }] : []
  const lines: Line[] = []
  for (let row = 0; row < grid.rows.length; row++) {
    const range = ranges.find(([first, last]) => row >= first && row <= last)
    if (range) {
      lines.push({ kind: 'table' })
      row = range[1]
      continue
    }
    const paragraph = paragraphAt(grid, row)
    if (paragraph) lines.push({ kind: 'text', paragraph })
  }
  return lines
}

/** The rows of a grid that a table takes up, from its head to its last figure. */
function rangesOf({ place, facts }: ReportTable, grid: Grid): readonly (readonly [number, number])[] {
  let [first, last] = place.grid === grid ? [place.row, place.row] : [Number.POSITIVE_INFINITY, -1]
  for (const fact of facts) {
    if (fact?.place?.grid !== grid) continue
    first = Math.min(first, fact.place.row)
    last = Math.max(last, fact.place.row)
  }
  return last < 0 ? [] : [[first, last]]
}

/** Null for a row of nothing, or of several cells that no sentence was cut into. */
function paragraphAt(grid: Grid, row: number): Paragraph | null {
  const cells = grid.rows[row]!
  let [first, last] = [0, cells.length - 1]
  while (first <= last && cells[first]!.trim() === '') first++
  while (last > first && cells[last]!.trim() === '') last--
  if (first > last) return null
  if (first < last && (grid.separator === undefined || grid.separator === '\t')) return null
  const text = first === last ? cells[first]! : cells.slice(first, last + 1).join(grid.separator)
  return { text, grid, row, column: first }
}

type Heading = Pick<Section, 'id' | 'number' | 'title'>

/** Longer lines are text, whatever they begin with. */
const longestHeading = 50

/**
 * The headings of the first level. A title that the format does not have is one where its number lies between those of
 * the sections around it; else it is one of those that people number anew below a section.
 */
function headingsAmong(lines: readonly Line[]): ReadonlyMap<Paragraph, Heading> {
  const candidates = lines.flatMap(line => {
    const heading = line.kind === 'text' ? headingIn(line.paragraph.text) : null
    return heading && line.kind === 'text' ? [{ paragraph: line.paragraph, heading }] : []
  })
  const headings = new Map<Paragraph, Heading>()
  let above = 0
  for (const [index, { paragraph, heading }] of candidates.entries()) {
    const order = orderOf(heading.number)
    if (heading.id === null) {
      const next = candidates.slice(index + 1).find(({ heading: { id } }) => id !== null)
      const below = next ? placeOf(next.heading.id) : Number.POSITIVE_INFINITY
      if (order === 0 || order <= above || order >= below) continue
    }
    headings.set(paragraph, heading)
    above = heading.id === null ? order : placeOf(heading.id)
  }
  return headings
}

const numbers = '一二三四五六七八九十'
const numbered =
  /^[\s\u3000#*"“]*(?:第([一二三四五六七八九十])(?:部分|章|节)[、.,:]?|([一二三四五六七八九十])[、.,:])(.+)$/su

/** A line with a number of the first level, or with the very title of a section. */
function headingIn(raw: string): Heading | null {
  if (raw.trim().length > longestHeading) return null
  const folded = foldCharacters(raw)
  const match = numbered.exec(folded)
  const number = match ? (match[1] ?? match[2])! : ''
  const title = (match ? match[3]! : folded).replace(/[。:;…·.\s\d]+$/u, '')
  if (match && /[。；;]/.test(title)) return null
  const id = idOf(number, title)
  return id === null && number === '' ? null : { id, number, title }
}

function idOf(number: string, title: string): SectionId | null {
  const key = labelText(title).text
  const exact = sectionForms.find(form =>
    [form.title, ...form.aliases].some(own => labelText(own).text === key),
  )
  // Without a number 概述 and the like may stand above anything.
  if (exact && (number !== '' || labelText(exact.title).text === key)) return exact.id
  return sectionForms.find(form => form.number === number && form.meant.test(title))?.id ?? null
}

/** From 1; 0 for what bears no number. */
function orderOf(number: string): number {
  return number === '' ? 0 : numbers.indexOf(number) + 1
}

function placeOf(id: SectionId | null): number {
  return sectionForms.findIndex(form => form.id === id) + 1
}
