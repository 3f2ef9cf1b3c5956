import type { Grid } from '../document/grid.ts'
import type { Problem } from '../document/problem.ts'
import { bodyOfSheet, type Identity, parseTitle, parseUnitLine, parseYearNote } from './identify.ts'
import type { Region } from './region.ts'

/**
 * The regions of the first report of a document. A title between two tables that names another body or year begins
 * another report; the tables below it are left out and said, for joined they would be nobody's report.
 */
export function ofOneReport(
  grids: readonly Grid[],
  regions: readonly Region[],
): { regions: Region[]; problems: Problem[] } {
  const kept: Region[] = []
  let first: Title | null = null
  for (const [index, region] of regions.entries()) {
    const titles = titlesAbove(grids, region, regions[index - 1])
    first ??= titles[0] ?? null
    // Above the first table other titles are those of a list, but in one row they stand above tables side by side.
    const other =
      index > 0 ? titles.at(-1) : titles.find(title => title !== first && title.row === first?.row)
    if (first && other && differ(first.identity, other.identity)) {
      const data = { first: first.text, second: other.text }
      return { regions: kept, problems: [{ name: 'several-reports', location: other.location(), data }] }
    }
    kept.push(region)
  }
  return { regions: kept, problems: [] }
}

interface Title {
  readonly identity: Identity
  readonly text: string
  /** The row itself, to tell it from others. */
  readonly row: readonly string[]
  location(): Problem['location']
}

/** The titles above a region and below the one before it. */
function titlesAbove(grids: readonly Grid[], region: Region, before: Region | undefined): Title[] {
  const titles: Title[] = []
  const last = grids.indexOf(region.grid)
  const sheet = region.grid.sheet === null ? null : bodyOfSheet(region.grid.sheet)
  if (sheet !== null && region.grid !== before?.grid) {
    const location = () => region.grid.locate(firstRow(region.parts), 0)
    titles.push({ identity: { body: sheet, year: null }, text: sheet, row: [], location })
  }
  for (let at = before ? grids.indexOf(before.grid) : 0; at <= last; at++) {
    const grid = grids[at]!
    const start = before?.grid === grid ? firstRow(before.parts) : 0
    const end = region.grid === grid ? firstRow(region.parts) : grid.rows.length
    for (let row = start; row < end; row++) {
      for (const [column, raw] of grid.rows[row]!.entries()) {
        const identity = raw.length < 6 ? null : identityOf(raw)
        if (!identity) continue
        titles.push({
          identity,
          text: raw.trim(),
          row: grid.rows[row]!,
          location: () => grid.locate(row, column),
        })
      }
    }
  }
  return titles
}

/** Of a title, or of a line that names the body that reports or the year of the figures below. */
function identityOf(raw: string): Identity | null {
  const title = parseTitle(raw)
  if (title) return title
  const [body, year] = [parseUnitLine(raw), parseYearNote(raw)]
  return body === null && year === null ? null : { body, year }
}

function firstRow(parts: Region['parts']): number {
  return parts[0]!.headRows[0] ?? parts[0]!.data[0]!.row
}

/** What only one of the titles says tells nothing. */
function differ(a: Identity, b: Identity): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true
  if (a.body === null || b.body === null) return false
  const [one, other] = [shortName(a.body), shortName(b.body)]
  return !one.includes(other) && !other.includes(one)
}

/** 附件1示例镇人民政府 and 示例镇 are one body. */
function shortName(body: string): string {
  return body.replace(/^附[件表]\s*[\d一二三四五]*/, '').replace(/人民政府$/, '')
}
