import type { Grid } from '../document/grid.ts'
import { type Edition, type Line, latestEdition, type TableId } from '../editions/index.ts'
import { isSubtotalLabel, type LabelMeaning } from './labels.ts'
import type { ColumnMap } from './map-columns.ts'
import type { DataRow, LabelHit } from './region.ts'

/** Which row of the form a row of the grid is. */
export type RowName =
  | { readonly kind: 'line'; readonly line: Line; readonly hit: LabelHit | null }
  /** A head without figures of its own. */
  | { readonly kind: 'head' }
  | { readonly kind: 'unknown'; readonly label: string }

/** Names the rows of a table in an edition; heads carry over from the rows above. */
export function nameRows(
  edition: Edition,
  table: TableId,
  rows: readonly { readonly data: DataRow; readonly grid: Grid }[],
): RowName[] {
  const form = edition.tables[table]
  const unlabelled = form.row('')
  let head: string | null = null
  return rows.map(({ data, grid }, at): RowName => {
    const { labels } = data
    const isFirstOfMany = isUnlabelled(rows[at + 1]?.data)
    for (const hit of labels) head = headOf(hit.meanings, table) ?? head
    for (let at = labels.length - 1; at >= 0; at--) {
      const hit = labels[at]!
      // An edition has no two rows of one label.
      const own = hit.meanings.find(meaning => isRow(meaning, table, edition))
      // Where the labels of the items are gone, the first of them stands beside the label of them all.
      if (own && isFirstOfMany && isHead(hit.meanings, table)) return { kind: 'unknown', label: hit.raw }
      if (own) return { kind: 'line', line: form.row(own.id)!, hit }
    }
    if (unlabelled) return { kind: 'line', line: unlabelled, hit: null }
    const isSubtotal = data.strange === null ? hasFigures(grid, data) : isSubtotalLabel(data.strange.raw)
    if (isSubtotal && isFirstOfMany) return { kind: 'unknown', label: labels.at(-1)?.raw ?? '' }
    const subtotal = isSubtotal && form.rows.find(line => line.isSubtotal && line.label === head)
    if (subtotal) return { kind: 'line', line: subtotal, hit: labels.at(-1) ?? null }
    if (data.strange !== null) return { kind: 'unknown', label: data.strange.raw }
    const foreign = labels.find(hit =>
      hit.meanings.some(meaning => meaning.table === table && meaning.role === 'row'),
    )
    return foreign && hasFigures(grid, data) ? { kind: 'unknown', label: foreign.raw } : { kind: 'head' }
  })
}

function hasFigures(grid: Grid, { row, labels }: DataRow): boolean {
  const lastLabel = labels.at(-1)?.column ?? -1
  return grid.rows[row]!.some((raw, column) => column > lastLabel && /\d/.test(raw))
}

function isRow(meaning: LabelMeaning, table: TableId, edition: Edition): boolean {
  return meaning.table === table && meaning.role === 'row' && meaning.editions.includes(edition.id)
}

/** True for a row of figures that has no text at all. */
function isUnlabelled(data: DataRow | undefined): boolean {
  return data !== undefined && data.labels.length === 0 && data.strange?.raw === ''
}

function isHead(meanings: readonly LabelMeaning[], table: TableId): boolean {
  return headOf(meanings, table) !== null
}

function headOf(meanings: readonly LabelMeaning[], table: TableId): string | null {
  return meanings.find(meaning => meaning.table === table && meaning.role === 'row-head')?.id ?? null
}

/** The edition that a table's labels show, by those that only one edition has. */
export interface EditionEvidence {
  /** Null when no label tells. */
  readonly edition: string | null
  /** Labels of other editions, as written; not empty when editions are mixed inside the table. */
  readonly foreign: readonly { readonly raw: string; readonly row: number; readonly column: number }[]
}

export function editionEvidence(
  table: TableId,
  rows: readonly DataRow[],
  maps: readonly ColumnMap[],
): EditionEvidence {
  const votes: { edition: string; raw: string; row: number; column: number; isWeak: boolean }[] = []
  const vote = (
    meanings: readonly LabelMeaning[],
    raw: string,
    row: number,
    column: number,
    isWeak: boolean,
  ) => {
    const shown = new Set(meanings.flatMap(meaning => meaning.editions))
    if (shown.size === 1) votes.push({ edition: [...shown][0]!, raw, row, column, isWeak })
  }
  for (const [at, { labels }] of rows.entries()) {
    const hit = [...labels]
      .reverse()
      .find(each => each.meanings.some(({ table: of, role }) => of === table && role === 'row'))
    if (!hit) continue
    const own = hit.meanings.filter(meaning => meaning.table === table)
    // （六）其他处理 is a row of 2019 and a head of 2021, over which a report may write a subtotal.
    const isWeak = own.some(meaning => meaning.role === 'row-head')
    if (isWeak && isUnlabelled(rows[at + 1])) continue
    vote(
      own.filter(meaning => meaning.role === 'row'),
      hit.raw,
      hit.row,
      hit.column,
      isWeak,
    )
  }
  for (const { columns } of maps)
    for (const { meaning, raw, row, index } of columns) if (meaning) vote([meaning], raw, row, index, false)
  const strong = votes.some(each => !each.isWeak) ? votes.filter(each => !each.isWeak) : votes
  if (strong.length === 0) return { edition: null, foreign: [] }
  const counts = new Map<string, number>()
  for (const { edition } of strong) counts.set(edition, (counts.get(edition) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const leading = [...counts].filter(([, count]) => count === most).map(([edition]) => edition)
  const edition = leading.includes(latestEdition.id) ? latestEdition.id : leading[0]!
  return { edition, foreign: strong.filter(each => each.edition !== edition) }
}
