import type { Document } from '../document/document.ts'
import type { Grid } from '../document/grid.ts'
import type { TableId } from '../editions/index.ts'
import type { Narrative, Paragraph, Section } from '../model/narrative.ts'
import type { ReportTable } from '../model/report.ts'
import { headingsAmong, isSectionTitle } from './headings.ts'
import { bodyEnding, parseTitle } from './identify.ts'

/** The running text of a report: what stands beside its tables, under its headings. */
export function readNarrative(document: Document, tables: readonly ReportTable[]): Narrative {
  const lines = document.grids.flatMap(grid => linesOf(grid, tables))
  const headings = headingsAmong(lines.flatMap(line => (line.kind === 'text' ? [line.paragraph] : [])))
  const before: Paragraph[] = []
  const sections: OpenSection[] = []
  let isCut = false
  for (const line of lines) {
    const last = sections.at(-1)
    if (line.kind === 'table') {
      if (last && !last.tables.includes(line.table)) last.tables.push(line.table)
    } else if (line.kind === 'picture' && last) last.pictures++
    if (line.kind !== 'text') continue
    const own = headings.get(line.paragraph)
    if (own) {
      for (const { rest, isCut: _, ...heading } of own)
        sections.push({
          ...heading,
          ...{ paragraphs: rest ? [rest] : [], tables: [], pictures: 0 },
        })
    } else if (!isCut) (last?.paragraphs ?? before).push(line.paragraph)
    isCut = own?.at(-1)?.isCut === true
  }
  const listed = listedAmong(sections)
  const above = [...before, ...listed.flatMap(({ paragraphs }) => paragraphs)]
  const { lines: title, text: titleText } = titleAmong(above.slice(0, mostAbove))
  return {
    title: title[0] ?? null,
    titleText,
    // A page has its name in its head as well.
    preface: above.filter(paragraph => !title.includes(paragraph) && parseTitle(paragraph.text) === null),
    sections: sections.filter(section => !listed.includes(section)),
  }
}

/** Lines among which the title is looked for. */
const mostAbove = 400

interface OpenSection extends Section {
  readonly paragraphs: Paragraph[]
  readonly tables: TableId[]
  pictures: number
}

/**
 * The lines of tables of contents: runs of headings with nothing under them that all stand elsewhere as well. Under
 * the last one above the report stands what is above its first section.
 */
function listedAmong(sections: readonly OpenSection[]): readonly OpenSection[] {
  const listed: OpenSection[] = []
  for (let first = 0; first < sections.length; first++) {
    let end = first
    while (end < sections.length && isBare(sections[end]!)) end++
    const isAbove = first === 0 && end > 0 && sections[end + 1]?.id === sections[0]!.id
    if (isAbove && sections[end]!.tables.length === 0) end++
    const run = sections.slice(first, end)
    const others = [...sections.slice(0, first), ...sections.slice(end)]
    if (run.length < 2 || !run.every(({ id }) => id !== null && others.some(other => other.id === id)))
      continue
    listed.push(...run)
    first = end - 1
  }
  return listed
}

function isBare({ paragraphs, tables, pictures }: Section): boolean {
  return (
    tables.length + pictures === 0 &&
    paragraphs.every(({ text }) => text.length < 60 && !/[。；，]/.test(text))
  )
}

/** The last lines that name the report together; a cover and the head of a page name it before. */
function titleAmong(above: readonly Paragraph[]): { lines: readonly Paragraph[]; text: string } {
  for (let last = above.length - 1; last >= 0; last--) {
    for (const count of [3, 2, 1]) {
      const lines = above.slice(Math.max(0, last - count + 1), last + 1)
      const text = lines.map(line => line.text.replace(/[\s《》]/g, '')).join('')
      const isWhole =
        count > 1 && lines.every((line, at) => parseTitle(line.text) === null || isHalf(line, lines[at - 1]))
      if (lines.length === count && (count === 1 || isWhole) && parseTitle(text)) return { lines, text }
    }
  }
  const other = above.find(({ text }) => otherTitle.test(text.replace(/\s/g, '')))
  return other ? { lines: [other], text: other.text.replace(/\s/g, '') } : { lines: [], text: '' }
}

/** 2024年政府信息公开工作年度报告, below a line with the body that reports. */
function isHalf({ text }: Paragraph, above: Paragraph | undefined): boolean {
  return parseTitle(text)?.body === null && above !== undefined && bodyEnding.test(above.text.trim())
}

/** The name of another document, in a place where that of the report should stand. */
const otherTitle = /^[^，。：；]{0,30}20\d\d年[^，。：；]{0,20}公开[^，。：；]{0,12}(?:报告|总结|年报|情况)$/

type Line =
  | { readonly kind: 'text'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly table: TableId }
  | { readonly kind: 'picture' }

/** What stands in a grid of running text, with a mark for each table and picture among it. */
function linesOf(grid: Grid, tables: readonly ReportTable[]): readonly Line[] {
  const ranges = tables.flatMap(table => rangesOf(table, grid).map(range => ({ table: table.id, range })))
  const lines: Line[] = []
  for (let row = 0; row < grid.rows.length; row++) {
    const found = ranges.find(({ range: [first, last] }) => row >= first && row <= last)
    if (found) {
      lines.push({ kind: 'table', table: found.table })
      row = found.range[1]
      continue
    }
    const paragraph = paragraphAt(grid, row)
    if (paragraph && pictureInText.test(paragraph.text)) lines.push({ kind: 'picture' })
    else if (
      paragraph &&
      ideograph.test(paragraph.text) &&
      (grid.sheet === null || isTitleInTable(paragraph))
    )
      lines.push({ kind: 'text', paragraph })
    if (grid.pictures?.has(row)) lines.push({ kind: 'picture' })
  }
  return lines
}

/** As Markdown and extractors write it. */
const pictureInText = /^\s*(?:!\[[^\]]*\]\(.+\)|<img\s[^>]*>)\s*$/
/** Radicals among them; a line without any is the number of a page, a rule or a stray figure. */
const ideograph = /[\u2e80-\u9fff\uf900-\ufaff]/

/** In pages and documents the title of a section may stand in the first row of its table. */
function isTitleInTable(paragraph: Paragraph): boolean {
  return paragraph.grid.notes === undefined && isSectionTitle(paragraph)
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
  const isNumber = /^[\s一二三四五六七八九十]+[、.．]\s*$/.test(cells[first]!)
  if (first < last && (grid.separator === undefined || (grid.separator === '\t' && !isNumber))) return null
  const text = first === last ? cells[first]! : cells.slice(first, last + 1).join(grid.separator)
  return { text, grid, row, column: first }
}
