import type { Problem } from '../document/problem.ts'
import { type Identity, parseTitle } from './identify.ts'
import type { Region } from './region.ts'

/**
 * The regions of the first report of a document. A title between two tables that names another body or year begins
 * another report; the tables below it are left out and said, for joined they would be nobody's report.
 */
export function ofOneReport(regions: readonly Region[]): { regions: Region[]; problems: Problem[] } {
  const kept: Region[] = []
  let first: Title | null = null
  for (const [index, region] of regions.entries()) {
    const title = titleAbove(region, regions[index - 1])
    first ??= title
    if (first && title && differ(first.identity, title.identity)) {
      const data = { first: first.text, second: title.text }
      return { regions: kept, problems: [{ name: 'several-reports', location: title.location(), data }] }
    }
    kept.push(region)
  }
  return { regions: kept, problems: [] }
}

interface Title {
  readonly identity: Identity
  readonly text: string
  location(): Problem['location']
}

/** The last title above a region and below the one before it; above the first region, the first title of all. */
function titleAbove({ grid, parts }: Region, before: Region | undefined): Title | null {
  const end = firstRow(parts)
  const start = before?.grid === grid ? firstRow(before.parts) : 0
  let found: Title | null = null
  for (let row = start; row < end; row++) {
    for (const [column, raw] of grid.rows[row]!.entries()) {
      const identity = raw.length < 8 ? null : parseTitle(raw)
      if (identity && (before || !found))
        found = { identity, text: raw.trim(), location: () => grid.locate(row, column) }
    }
  }
  return found
}

function firstRow(parts: Region['parts']): number {
  return parts[0]!.headRows[0] ?? parts[0]!.data[0]!.row
}

/** What only one of the titles says tells nothing. */
function differ(a: Identity, b: Identity): boolean {
  if (a.year !== b.year) return true
  if (a.body === null || b.body === null) return false
  const [one, other] = [shortName(a.body), shortName(b.body)]
  return !one.includes(other) && !other.includes(one)
}

/** 附件1示例镇人民政府 and 示例镇 are one body. */
function shortName(body: string): string {
  return body.replace(/^附[件表]\s*[\d一二三四五]*/, '').replace(/人民政府$/, '')
}
